import CareerData

/// Reads one field after another and collects what is wrong.
struct FieldReader {
  let fields: [String: FieldValue]
  let vocabulary: ProfileVocabulary
  /// Fields of which something is known to be wrong before they are read.
  private let doubtful: Set<String>
  private(set) var problems: [ProfileProblem] = []
  private(set) var notices: [ProfileNotice] = []

  /// - Parameter doubtful: the names of fields that another problem is about already, such as a cell that cannot be read
  ///   or a key that stands twice. They are not missed, and no other field is held against them.
  init(fields: [String: FieldValue], doubtful: Set<String>, vocabulary: ProfileVocabulary) {
    self.fields = fields
    self.doubtful = doubtful.union(Self.misspelled(in: fields))
    self.vocabulary = vocabulary
  }

  /// The absent fields that unknown ones were probably meant to be.
  private static func misspelled(in fields: [String: FieldValue]) -> Set<String> {
    let meant = fields.keys.filter { ProfileField(rawValue: $0) == nil }
      .compactMap { NearestName.of($0, among: ProfileField.keys) }
    return Set(meant.filter { fields[$0] == nil })
  }

  /// Whether a field is as its author meant it, so that others can be held against it.
  func isSound(_ field: ProfileField) -> Bool {
    !doubtful.contains(field.rawValue) && !problems.contains { $0.field == field.rawValue }
  }

  /// The required id. Nil after a problem.
  mutating func id() -> String? {
    guard let value = fields[ProfileField.id.rawValue] else {
      if isSound(.id) { report(ProfileField.id, .missing) }
      return nil
    }
    guard case .text(let id) = value else {
      wrongType(ProfileField.id, value, allowed: "text")
      return nil
    }
    if let reason = ClientID.problem(of: id) {
      report(ProfileField.id, reason)
      return nil
    }
    return id
  }

  /// Free text. Line breaks and tabs become spaces where one line is wanted; text of white space only counts as
  /// absent.
  mutating func text(_ field: some FieldKey, longest: Int, isOneLine: Bool) -> String? {
    guard let text = string(field) else { return nil }
    guard text.unicodeScalars.count <= longest else {
      report(field, .tooLong(limit: longest))
      return nil
    }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n", "\r", "\t":
        scalars.append(isOneLine ? " " : scalar)
      case _ where scalar.properties.generalCategory == .control:
        report(field, .controlCharacter(codePoint: scalar.value))
        return nil
      default: scalars.append(scalar)
      }
    }
    return scalars.allSatisfy(\.properties.isWhitespace) ? nil : String(scalars)
  }

  mutating func date(_ field: some FieldKey) -> CalendarDate? {
    guard let text = string(field) else { return nil }
    guard let date = CalendarDate(iso: text) else {
      report(field, .notADate(found: text))
      return nil
    }
    return date
  }

  mutating func flag(_ field: some FieldKey) -> Bool? {
    guard let value = fields[field.rawValue] else { return nil }
    guard case .flag(let flag) = value else {
      wrongType(field, value, allowed: "true or false")
      return nil
    }
    return flag
  }

  mutating func number(_ field: some FieldKey, in range: ClosedRange<Double>) -> Double? {
    guard let number = anyNumber(field) else { return nil }
    guard range.contains(number) else {
      report(field, .outOfRange(found: Self.words(number), allowed: Self.words(range), hint: nil))
      return nil
    }
    return number
  }

  mutating func wholeNumber(_ field: some FieldKey, in range: ClosedRange<Int>) -> Int? {
    guard let number = anyNumber(field) else { return nil }
    guard let whole = Int(exactly: number), range.contains(whole) else {
      report(
        field,
        .outOfRange(
          found: Self.words(number),
          allowed: "a whole number from \(range.lowerBound) to \(range.upperBound)",
          hint: nil))
      return nil
    }
    return whole
  }

  /// An id of the dataset. Nil, with a notice, when the dataset has no table for it.
  mutating func choice(_ field: some FieldKey) -> String? {
    guard let text = string(field), let choices = field.choices(in: vocabulary) else { return nil }
    return known(text, choices, field)
  }

  mutating func choices(_ field: some FieldKey) -> [String]? {
    guard let value = fields[field.rawValue], let choices = field.choices(in: vocabulary) else { return nil }
    guard case .list(let items) = value else {
      wrongType(field, value, allowed: "a list of ids, [] for none")
      return nil
    }
    guard choices.ids != nil else {
      ignore(field, choices)
      return nil
    }
    var ids: [String] = []
    for item in items {
      guard case .text(let text) = item else {
        wrongType(field, item, allowed: "a list of ids, each in quotes")
        continue
      }
      if let id = known(text, choices, field) { ids.append(id) }
    }
    return ids
  }

  /// The id of a metropolitan or nonmetropolitan area. Nil, with a notice, when the dataset has none; a notice too
  /// when the area is not in the state of the profile.
  mutating func area(stateCode: String?) -> String? {
    guard let text = string(ProfileField.area) else { return nil }
    let areas = vocabulary.areas
    guard areas.count > 0 else {
      notices.append(ProfileNotice(field: .area, reason: .ignored(table: "metropolitan areas")))
      return nil
    }
    switch areas.match(text) {
    case .one(let area):
      let codes = areas.stateCodes(of: area)
      if let stateCode, !codes.isEmpty, !codes.contains(stateCode) {
        let reason = ProfileNotice.Reason.areaOutsideState(area: AreaNames.label(area), state: stateCode)
        notices.append(ProfileNotice(field: .area, reason: reason))
      }
      return area.id
    case .several(let areas):
      report(ProfileField.area, .ambiguousArea(found: text, matches: areas.map(AreaNames.label)))
    case .none(let near, let isClose):
      let some = near.map(AreaNames.label)
      let reason = ProfileProblem.Reason.unknownArea(
        found: text, nearest: isClose ? some.first : nil, some: some, count: areas.count)
      report(ProfileField.area, reason)
    }
    return nil
  }

  mutating func word<Word: FieldWord>(_ field: some FieldKey) -> Word? {
    guard let text = string(field), case .word(let list) = field.kind else { return nil }
    if let word = Word(rawValue: text) { return word }
    report(
      field,
      .unknownChoice(
        found: text, what: list.noun, nearest: NearestName.only(text, among: list.words), allowed: list.words)
    )
    return nil
  }

  mutating func refuseUnknownFields() {
    for key in fields.keys.sorted() where ProfileField(rawValue: key) == nil {
      problems.append(
        ProfileProblem(
          field: key, reason: .unknownField(nearest: NearestName.of(key, among: ProfileField.keys))))
    }
  }

  // MARK: - Steps shared by the fields

  mutating func string(_ field: some FieldKey) -> String? {
    guard let value = fields[field.rawValue] else { return nil }
    guard case .text(let text) = value else {
      wrongType(field, value, allowed: "text in quotes")
      return nil
    }
    return text
  }

  mutating func anyNumber(_ field: some FieldKey) -> Double? {
    guard let value = fields[field.rawValue] else { return nil }
    guard case .number(let number) = value else {
      wrongType(field, value, allowed: "a number without quotes, $ or separators")
      return nil
    }
    return number
  }

  private mutating func known(
    _ text: String, _ choices: ProfileVocabulary.Choices, _ field: some FieldKey
  ) -> String? {
    guard let ids = choices.ids else {
      ignore(field, choices)
      return nil
    }
    guard ids.contains(text) else {
      let isState = field.rawValue == ProfileField.state.rawValue
      if isState, let place = USPlaces.name(ofCode: text) {
        notices.append(ProfileNotice(field: .state, reason: .placeWithoutFigures(place)))
        return nil
      }
      let isReal = isState && USPlaces.foreignCodes.contains(text.uppercased())
      report(
        field,
        .unknownChoice(
          found: text, what: choices.list.noun, nearest: isReal ? nil : choices.nearest(to: text),
          allowed: ids))
      return nil
    }
    return text
  }

  mutating func wrongType(_ field: some FieldKey, _ found: FieldValue, allowed: String) {
    report(field, .wrongType(found: found.kind, allowed: allowed))
  }

  mutating func report(_ field: some FieldKey, _ reason: ProfileProblem.Reason) {
    problems.append(ProfileProblem(field: field.rawValue, reason: reason))
  }

  mutating func add(_ found: [ProfileProblem]) { problems += found }

  /// A value that the dataset has no table for. Of a member of an object nothing is said: a field tells it.
  private mutating func ignore(_ key: some FieldKey, _ choices: ProfileVocabulary.Choices) {
    guard let field = key as? ProfileField else { return }
    notices.append(ProfileNotice(field: field, reason: .ignored(table: choices.list.plural)))
  }

  // MARK: - Words

  /// A whole number without a fraction, since people did not type one.
  static func words(_ number: Double) -> String {
    Int(exactly: number).map(String.init) ?? "\(number)"
  }

  static func words(_ range: ClosedRange<Double>) -> String {
    "\(words(range.lowerBound)) to \(words(range.upperBound))"
  }
}

// MARK: - Pay

extension FieldReader {
  /// Amount and basis, held against the hours of the profile when these can be read.
  mutating func pay(of profile: ClientProfile) -> StatedPay? {
    let hoursPerWeek = isSound(.hoursPerWeek) ? profile.hoursPerWeek : nil
    let amount = anyNumber(ProfileField.payAmount)
    let basis: PayBasis? = word(ProfileField.payBasis)
    guard let amount else { return nil }
    guard let basis else {
      if fields[ProfileField.payBasis.rawValue] == nil, isSound(.payBasis) {
        report(ProfileField.payBasis, .payBasisMissing)
      }
      return nil
    }
    let pay = StatedPay(amount: amount, basis: basis)
    guard isSound(.payBasis), let allowed = Self.violation(of: pay, hoursPerWeek: hoursPerWeek)
    else { return pay }
    report(
      ProfileField.payAmount,
      .outOfRange(
        found: "\(Self.words(amount)) \(basis == .annual ? "a year" : "an hour")", allowed: allowed,
        hint: Self.hint(for: pay)))
    return nil
  }

  /// The limits that the pay breaks, in words. Without the hours, those that it breaks whatever the hours are.
  private static func violation(of pay: StatedPay, hoursPerWeek: Double?) -> String? {
    switch pay.basis {
    case .hourly:
      return PayLimits.hourly.contains(pay.amount) ? nil : "\(words(PayLimits.hourly)) dollars an hour"
    case .annual:
      let hours = hoursPerWeek.map { $0...$0 } ?? PayLimits.hoursPerWeek
      // The more hours the pay is for, the less it is at full time.
      let least = FullTimePay.annual(paid: pay.amount, hoursPerWeek: hours.upperBound)
      let most = FullTimePay.annual(paid: pay.amount, hoursPerWeek: hours.lowerBound)
      let limits = PayLimits.fullTimeAnnual
      if least <= limits.upperBound, most >= limits.lowerBound { return nil }
      return "\(words(limits)) dollars a year at full time"
    }
  }

  /// An amount that would be right on the other basis was most likely meant so.
  private static func hint(for pay: StatedPay) -> String? {
    if pay.amount == 0 { return "leave it empty for a client without pay;" }
    switch pay.basis {
    case .annual: return PayLimits.hourly.contains(pay.amount) ? "did you mean hourly?" : nil
    case .hourly: return PayLimits.fullTimeAnnual.contains(pay.amount) ? "did you mean annual?" : nil
    }
  }
}

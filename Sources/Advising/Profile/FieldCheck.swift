import CareerData

/// Reads one field after another and collects what is wrong.
struct FieldCheck {
  let fields: [String: FieldValue]
  let vocabulary: ProfileVocabulary
  private(set) var problems: [ProfileProblem] = []
  private(set) var notices: [ProfileNotice] = []

  init(fields: [String: FieldValue], vocabulary: ProfileVocabulary) {
    self.fields = fields
    self.vocabulary = vocabulary
  }

  /// The required id. Nil after a problem.
  mutating func id() -> String? {
    guard let value = fields[ProfileField.id.rawValue] else {
      report(.id, .missing)
      return nil
    }
    guard case .text(let id) = value else {
      wrongType(.id, value, allowed: "text")
      return nil
    }
    guard Self.isFileName(id) else {
      report(.id, .badPattern(found: id))
      return nil
    }
    return id
  }

  /// Free text. Line breaks and tabs become spaces where one line is wanted; text of white space only counts as
  /// absent.
  mutating func text(_ field: ProfileField, isOneLine: Bool) -> String? {
    guard let text = string(field) else { return nil }
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

  mutating func date(_ field: ProfileField) -> CalendarDate? {
    guard let text = string(field) else { return nil }
    guard let date = CalendarDate(iso: text) else {
      report(field, .notADate(found: text))
      return nil
    }
    return date
  }

  mutating func flag(_ field: ProfileField) -> Bool? {
    guard let value = fields[field.rawValue] else { return nil }
    guard case .flag(let flag) = value else {
      wrongType(field, value, allowed: "true or false")
      return nil
    }
    return flag
  }

  mutating func number(_ field: ProfileField, in range: ClosedRange<Double>) -> Double? {
    guard let number = anyNumber(field) else { return nil }
    guard range.contains(number) else {
      outOfRange(field, number, range)
      return nil
    }
    return number
  }

  mutating func wholeNumber(_ field: ProfileField, in range: ClosedRange<Int>) -> Int? {
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
  mutating func choice(_ field: ProfileField) -> String? {
    guard let text = string(field), let choices = vocabulary.choices(for: field) else { return nil }
    return known(text, choices, field)
  }

  mutating func choices(_ field: ProfileField) -> [String]? {
    guard let value = fields[field.rawValue], let choices = vocabulary.choices(for: field) else { return nil }
    guard case .list(let items) = value else {
      wrongType(field, value, allowed: "a list of ids, [] for none")
      return nil
    }
    guard choices.ids != nil else {
      notices.append(ProfileNotice(field: field, reason: .ignored(table: choices.plural)))
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
    guard let text = string(.area) else { return nil }
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
      report(.area, .ambiguousArea(found: text, matches: areas.map(AreaNames.label)))
    case .none(let near, let isClose):
      let some = near.map(AreaNames.label)
      let reason = ProfileProblem.Reason.unknownArea(
        found: text, nearest: isClose ? some.first : nil, some: some, count: areas.count)
      report(.area, reason)
    }
    return nil
  }

  mutating func education() -> Education? {
    guard let text = string(.education) else { return nil }
    guard let education = Education(rawValue: text) else {
      unknown(.education, text, "level of education", Education.allCases.map(\.rawValue))
      return nil
    }
    return education
  }

  mutating func refuseUnknownFields() {
    let known = ProfileField.allCases.map(\.rawValue)
    for key in fields.keys.sorted() where ProfileField(rawValue: key) == nil {
      problems.append(
        ProfileProblem(
          field: key, reason: .unknownField(nearest: NearestName.of(key, among: known))))
    }
  }

  // MARK: - Pay

  mutating func pay(hoursPerWeek: Double) -> StatedPay? {
    let amount = anyNumber(.payAmount)
    let basis = payBasis()
    guard let amount else { return nil }
    guard let basis else {
      if fields[ProfileField.payBasis.rawValue] == nil { report(.payBasis, .payBasisMissing) }
      return nil
    }
    let pay = StatedPay(amount: amount, basis: basis)
    guard let allowed = Self.violation(of: pay, hoursPerWeek: hoursPerWeek) else { return pay }
    report(
      .payAmount,
      .outOfRange(
        found: "\(Self.words(amount)) \(basis == .annual ? "a year" : "an hour")", allowed: allowed,
        hint: Self.hint(for: pay)))
    return nil
  }

  private mutating func payBasis() -> PayBasis? {
    guard let text = string(.payBasis) else { return nil }
    guard let basis = PayBasis(rawValue: text) else {
      unknown(.payBasis, text, "basis of pay", PayBasis.allCases.map(\.rawValue))
      return nil
    }
    return basis
  }

  /// The limits that the pay breaks, in words.
  private static func violation(of pay: StatedPay, hoursPerWeek: Double) -> String? {
    switch pay.basis {
    case .hourly:
      return PayLimits.hourly.contains(pay.amount) ? nil : "\(words(PayLimits.hourly)) dollars an hour"
    case .annual:
      let fullTime = FullTimePay.annual(paid: pay.amount, hoursPerWeek: hoursPerWeek)
      if PayLimits.fullTimeAnnual.contains(fullTime) { return nil }
      return "\(words(PayLimits.fullTimeAnnual)) dollars a year at full time"
    }
  }

  /// An amount that would be right on the other basis was most likely meant so.
  private static func hint(for pay: StatedPay) -> String? {
    switch pay.basis {
    case .annual: PayLimits.hourly.contains(pay.amount) ? "did you mean hourly?" : nil
    case .hourly: PayLimits.fullTimeAnnual.contains(pay.amount) ? "did you mean annual?" : nil
    }
  }

  // MARK: - Steps shared by the fields

  private mutating func string(_ field: ProfileField) -> String? {
    guard let value = fields[field.rawValue] else { return nil }
    guard case .text(let text) = value else {
      wrongType(field, value, allowed: "text in quotes")
      return nil
    }
    return text
  }

  private mutating func anyNumber(_ field: ProfileField) -> Double? {
    guard let value = fields[field.rawValue] else { return nil }
    guard case .number(let number) = value else {
      wrongType(field, value, allowed: "a number without quotes, $ or separators")
      return nil
    }
    return number
  }

  private mutating func known(
    _ text: String, _ choices: ProfileVocabulary.Choices, _ field: ProfileField
  ) -> String? {
    guard let ids = choices.ids else {
      notices.append(ProfileNotice(field: field, reason: .ignored(table: choices.plural)))
      return nil
    }
    guard ids.contains(text) else {
      report(
        field,
        .unknownChoice(
          found: text, what: choices.noun, nearest: choices.nearest(to: text), allowed: ids))
      return nil
    }
    return text
  }

  private mutating func unknown(
    _ field: ProfileField, _ found: String, _ what: String, _ allowed: [String]
  ) {
    report(
      field,
      .unknownChoice(
        found: found, what: what, nearest: NearestName.of(found, among: allowed), allowed: allowed))
  }

  private mutating func wrongType(_ field: ProfileField, _ found: FieldValue, allowed: String) {
    report(field, .wrongType(found: found.kind, allowed: allowed))
  }

  private mutating func outOfRange(
    _ field: ProfileField, _ number: Double, _ range: ClosedRange<Double>
  ) {
    report(field, .outOfRange(found: Self.words(number), allowed: Self.words(range), hint: nil))
  }

  private mutating func report(_ field: ProfileField, _ reason: ProfileProblem.Reason) {
    problems.append(ProfileProblem(field: field.rawValue, reason: reason))
  }

  // MARK: - Words

  /// A whole number without a fraction, since people did not type one.
  private static func words(_ number: Double) -> String {
    Int(exactly: number).map(String.init) ?? "\(number)"
  }

  private static func words(_ range: ClosedRange<Double>) -> String {
    "\(words(range.lowerBound)) to \(words(range.upperBound))"
  }

  /// `[A-Za-z0-9][A-Za-z0-9._-]{0,63}`
  private static func isFileName(_ id: String) -> Bool {
    func isLetterOrDigit(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
      default: false
      }
    }
    let bytes = Array(id.utf8)
    guard let first = bytes.first, bytes.count <= 64, isLetterOrDigit(first) else { return false }
    return bytes.allSatisfy { isLetterOrDigit($0) || "._-".utf8.contains($0) }
  }
}

import CareerData

/// Reads one field after another and collects what is wrong.
struct FieldCheck {
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
    let known = ProfileField.allCases.map(\.rawValue)
    let meant = fields.keys.filter { ProfileField(rawValue: $0) == nil }
      .compactMap { NearestName.of($0, among: known) }
    return Set(meant.filter { fields[$0] == nil })
  }

  /// Whether a field is as its author meant it, so that others can be held against it.
  func isSound(_ field: ProfileField) -> Bool {
    !doubtful.contains(field.rawValue) && !problems.contains { $0.field == field.rawValue }
  }

  /// The required id. Nil after a problem.
  mutating func id() -> String? {
    guard let value = fields[ProfileField.id.rawValue] else {
      if isSound(.id) { report(.id, .missing) }
      return nil
    }
    guard case .text(let id) = value else {
      wrongType(.id, value, allowed: "text")
      return nil
    }
    if let reason = ClientID.problem(of: id) {
      report(.id, reason)
      return nil
    }
    return id
  }

  /// In Unicode scalars. A cell of a workbook holds 32,767.
  static let longestName = 1000
  static let longestNotes = 30_000

  /// Free text. Line breaks and tabs become spaces where one line is wanted; text of white space only counts as
  /// absent.
  mutating func text(_ field: ProfileField, isOneLine: Bool) -> String? {
    guard let text = string(field) else { return nil }
    let limit = isOneLine ? Self.longestName : Self.longestNotes
    guard text.unicodeScalars.count <= limit else {
      report(field, .tooLong(limit: limit))
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

  // MARK: - Steps shared by the fields

  mutating func string(_ field: ProfileField) -> String? {
    guard let value = fields[field.rawValue] else { return nil }
    guard case .text(let text) = value else {
      wrongType(field, value, allowed: "text in quotes")
      return nil
    }
    return text
  }

  mutating func anyNumber(_ field: ProfileField) -> Double? {
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
      if field == .state, let place = USPlaces.name(ofCode: text) {
        notices.append(ProfileNotice(field: field, reason: .placeWithoutFigures(place)))
        return nil
      }
      let isReal = field == .state && USPlaces.foreignCodes.contains(text.uppercased())
      report(
        field,
        .unknownChoice(
          found: text, what: choices.noun, nearest: isReal ? nil : choices.nearest(to: text), allowed: ids))
      return nil
    }
    return text
  }

  mutating func unknown(
    _ field: ProfileField, _ found: String, _ what: String, _ allowed: [String]
  ) {
    report(
      field,
      .unknownChoice(
        found: found, what: what, nearest: NearestName.only(found, among: allowed), allowed: allowed))
  }

  private mutating func wrongType(_ field: ProfileField, _ found: FieldValue, allowed: String) {
    report(field, .wrongType(found: found.kind, allowed: allowed))
  }

  private mutating func outOfRange(
    _ field: ProfileField, _ number: Double, _ range: ClosedRange<Double>
  ) {
    report(field, .outOfRange(found: Self.words(number), allowed: Self.words(range), hint: nil))
  }

  mutating func report(_ field: ProfileField, _ reason: ProfileProblem.Reason) {
    problems.append(ProfileProblem(field: field.rawValue, reason: reason))
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

import CareerData

/// Reads a cell of a roster as a value of a profile. Spreadsheets and people write numbers, dates and truth values in ways
/// of their own; those with one meaning are read, the others are refused.
///
/// | field | read | refused |
/// |---|---|---|
/// | number | `46000`, `46,000`, `$46,000.00`, `4.6e4`, `46 000` with a no-break space | `46.000,00`, `46k`, `(500)` |
/// | dollars | `1500`, `1.50` | `1.500`, which is one dollar and a half or 1500 |
/// | date | `2026-11-23`, `11/23/2026`, `11/23/26`, each with a time of day or not | `46349`, years before 1990 |
/// | truth value | `true`, `yes`, `1`, `false`, `no`, `0`, whatever the case | anything else |
/// | credentials | ids or titles separated by `;`, `,`, `/`, `|` or a line break, `none` for none held | |
/// | other choices | ids and titles, whatever their case, spaces and hyphens | |
///
/// Space around a value does not count; an empty cell says nothing, nor does a word for what is missing, such as `N/A`.
struct CellReader: Sendable {
  enum Reading: Sendable, Equatable {
    case empty
    /// Missing, by a word for it.
    case missing
    case value(FieldValue)
  }

  var vocabulary: ProfileVocabulary?
  var dateOrder = DateOrder.monthFirst

  /// - Throws: what is wrong with the cell.
  func read(_ cell: RosterCell, _ field: ProfileField) throws(ProfileProblem) -> Reading {
    switch cell {
    case .empty: return .empty
    case .error: return .missing
    case .uncalculated:
      throw ProfileProblem(
        field: field.rawValue,
        reason: .wrongType(
          found: "a formula that no program has calculated",
          allowed: "its value: open the workbook in a spreadsheet program and save it"))
    case .text(let text): return try read(text, field)
    case .number(let number, let shown): return .value(try value(number, shown, field))
    case .date(let date, let shown): return .value(try value(date, shown, field))
    case .flag(let flag): return try value(flag, field)
    case .list(let cells): return try list(cells, field)
    case .object:
      throw ProfileProblem(
        field: field.rawValue, reason: .wrongType(found: "an object", allowed: Self.allowed(field)))
    }
  }

  private func read(_ cell: String, _ field: ProfileField) throws(ProfileProblem) -> Reading {
    let own = Self.withoutEquals(cell)
    let text = own.trimmed
    if text.isEmpty { return .empty }
    if MissingWords.contains(text, field) { return .missing }
    switch field {
    case .name, .advisor, .notes: return .value(.text(own))
    case .id: return .value(.text(try Self.id(text)))
    case .payAmount, .hoursPerWeek, .yearsOfExperience, .certificationBudget, .horizonYears:
      return .value(.number(try Self.number(text, field)))
    case .inField, .openToRemote:
      guard let flag = Self.flag(text) else { throw unreadable(field, text) }
      return .value(.flag(flag))
    case .reportDate:
      switch WrittenDate(text) {
      case nil: throw unreadable(field, text)
      case let date?: return .value(.text(try date.day(dateOrder, text).iso))
      }
    case .credentials: return .value(credentials(text))
    case .payBasis: return .value(.text(CodedWords.payBasis(text) ?? text.lowercased()))
    case .education: return .value(.text(CodedWords.education(text) ?? text.lowercased()))
    case .state, .area, .rung, .setting, .targetSetting, .specialization, .targetSpecialization:
      return .value(.text(vocabulary?.canonical(text, field) ?? text))
    }
  }

  // MARK: - Typed values

  private func value(_ number: Double, _ shown: String, _ field: ProfileField) throws(ProfileProblem)
    -> FieldValue
  {
    switch field {
    case .payAmount, .hoursPerWeek, .yearsOfExperience, .certificationBudget, .horizonYears:
      guard number.isFinite else { throw unreadable(field, shown) }
      return .number(number)
    case .inField, .openToRemote:
      guard number == 0 || number == 1 else { throw unreadable(field, shown) }
      return .flag(number == 1)
    case .id:
      // A spreadsheet keeps 15 digits.
      guard abs(number) < 1e15 else { throw Self.changedID(shown) }
      return .text(try Self.id(shown))
    default:
      guard case .value(let value) = try read(shown, field) else { throw unreadable(field, shown) }
      return value
    }
  }

  private func value(_ date: CalendarDate, _ shown: String, _ field: ProfileField) throws(ProfileProblem)
    -> FieldValue
  {
    switch field {
    case .reportDate: return .text(try WrittenDate.inRange(date, shown).iso)
    case .id: throw Self.changedID(shown)
    case .name, .advisor, .notes: return .text(shown)
    default: throw unreadable(field, shown)
    }
  }

  private func value(_ flag: Bool, _ field: ProfileField) throws(ProfileProblem) -> Reading {
    switch field {
    case .inField, .openToRemote: return .value(.flag(flag))
    case .name, .advisor, .notes, .id: return .value(.text(flag ? "TRUE" : "FALSE"))
    default: throw unreadable(field, flag ? "TRUE" : "FALSE")
    }
  }

  private func list(_ cells: [RosterCell], _ field: ProfileField) throws(ProfileProblem) -> Reading {
    guard field == .credentials else {
      throw ProfileProblem(
        field: field.rawValue, reason: .wrongType(found: "a list", allowed: Self.allowed(field)))
    }
    var items: [FieldValue] = []
    for cell in cells {
      guard case .text(let text) = cell else {
        throw ProfileProblem(
          field: field.rawValue,
          reason: .wrongType(found: "a list of other things than texts", allowed: Self.allowed(field)))
      }
      items.append(.text(vocabulary?.canonical(text, field) ?? text))
    }
    return .value(.list(items))
  }

  // MARK: - Ids

  /// `="00123"` is how a program keeps a spreadsheet from making a number of a text.
  private static func withoutEquals(_ cell: String) -> String {
    guard cell.utf8.contains(UInt8(ascii: "=")) else { return cell }
    let text = cell.trimmed
    guard text.hasPrefix("=\""), text.hasSuffix("\""), text.count >= 3 else { return cell }
    return String(text.dropFirst(2).dropLast()).replacing("\"\"", with: "\"")
  }

  private static func id(_ text: String) throws(ProfileProblem) -> String {
    if ChangedID.isOne(text) { throw changedID(text) }
    return text
  }

  private static func changedID(_ found: String) -> ProfileProblem {
    ProfileProblem(field: ProfileField.id.rawValue, reason: .changedID(found: found))
  }

  // MARK: - Credentials

  /// Any sign parts them when that makes known ones of all parts; a title may hold a comma itself.
  private func credentials(_ text: String) -> FieldValue {
    if CodedWords.isNone(text) { return .list([]) }
    func known(_ part: String) -> String? { vocabulary?.canonical(part, .credentials) }
    if let id = known(text) { return .list([.text(id)]) }
    let coarse = Self.parts(text) { ";\n\r|".contains($0) }
    if let ids = Self.all(coarse, known) { return .list(ids.map(FieldValue.text)) }
    // What is not known is told part by part, the smaller ones where one of them is known.
    let parts = coarse.flatMap { part in
      if known(part) != nil { return [part] }
      let fine = Self.parts(part) { ",/".contains($0) }
      return fine.contains { known($0) != nil } || vocabulary == nil ? fine : [part]
    }
    return .list(parts.map { .text(known($0) ?? $0) })
  }

  private static func parts(_ text: String, _ isSign: (Character) -> Bool) -> [String] {
    text.split { isSign($0) || $0.isNewline }.map { String($0).trimmed }.filter { !$0.isEmpty }
  }

  private static func all(_ parts: [String], _ known: (String) -> String?) -> [String]? {
    let ids = parts.compactMap(known)
    return ids.count == parts.count ? ids : nil
  }

  // MARK: - Words

  func unreadable(_ field: ProfileField, _ found: String) -> ProfileProblem {
    ProfileProblem(field: field.rawValue, reason: .unreadableCell(found: found, allowed: Self.allowed(field)))
  }

  static func allowed(_ field: ProfileField) -> String {
    switch field {
    case .payAmount, .certificationBudget: "a number such as 46000, 46,000.00 or $46,000"
    case .hoursPerWeek, .yearsOfExperience, .horizonYears: "a number such as 40 or 2.5"
    case .inField, .openToRemote: "true, false, yes, no, 1 or 0"
    case .reportDate: "a date as 2026-11-23, or 11/23/2026 for month, day and year; format the column as text"
    case .credentials: "credentials separated by ;"
    default: "a text"
    }
  }

  private static func flag(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "true", "yes", "y", "1", "☑", "✓", "✔", "[x]", "sí", "si", "verdadero": true
    case "false", "no", "n", "0", "☐", "□", "[ ]", "falso": false
    default: nil
    }
  }
}

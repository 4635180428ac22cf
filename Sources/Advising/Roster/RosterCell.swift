import CareerData

/// A cell of a roster as a value of a profile. Spreadsheets write numbers, dates and truth values in ways of their own;
/// those with one meaning are read, the others are refused.
///
/// | field | read | refused |
/// |---|---|---|
/// | number | `46000`, `46,000`, `$46,000.00`, `4.6e4` | `46.000,00`, `46k`, `(500)` |
/// | date | `2026-11-23`, `11/23/2026` (month, day, year) | `23.11.2026`, `23/11/2026`, `46349` |
/// | truth value | `true`, `yes`, `1`, `false`, `no`, `0`, whatever the case | anything else |
/// | credentials | ids separated by `;`, `none` for none held | |
///
/// Space around a value does not count; an empty cell says nothing.
enum RosterCell {
  /// Nil for an empty cell.
  static func value(
    _ cell: String, _ field: ProfileField
  ) throws(ProfileProblem) -> FieldValue? {
    let text = trimmed(cell)
    guard !text.isEmpty else { return nil }
    switch field {
    case .payAmount, .hoursPerWeek, .yearsOfExperience, .certificationBudget, .horizonYears:
      guard let number = number(text) else {
        throw unreadable(field, text, "a number such as 46000, 46,000.00 or $46,000")
      }
      return .number(number)
    case .inField, .openToRemote:
      guard let flag = flag(text) else { throw unreadable(field, text, "true, false, yes, no, 1 or 0") }
      return .flag(flag)
    case .reportDate:
      guard let date = date(text) else {
        throw unreadable(
          field, text,
          "a date as 2026-11-23, or 11/23/2026 for month, day and year; format the column as text")
      }
      return .text(date.iso)
    case .credentials:
      if text.lowercased() == "none" { return .list([]) }
      let ids = text.split(separator: ";").map { trimmed(String($0)) }.filter { !$0.isEmpty }
      return .list(ids.map(FieldValue.text))
    case .payBasis, .education: return .text(text.lowercased())
    case .name, .advisor, .notes: return .text(cell)
    case .id, .state, .area, .rung, .setting, .targetSetting, .specialization, .targetSpecialization:
      return .text(text)
    }
  }

  private static func unreadable(_ field: ProfileField, _ found: String, _ allowed: String) -> ProfileProblem
  {
    ProfileProblem(field: field.rawValue, reason: .unreadableCell(found: found, allowed: allowed))
  }

  /// Spreadsheets put no-break spaces too.
  private static func trimmed(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last,
      first.properties.isWhitespace || last.properties.isWhitespace
    else { return text }
    let start = text.unicodeScalars.drop(while: \.properties.isWhitespace)
    return String(
      String.UnicodeScalarView(start.reversed().drop(while: \.properties.isWhitespace).reversed()))
  }

  /// A comma stands between groups of three digits only, so that it is taken for no decimal sign.
  static func number(_ text: String) -> Double? {
    var digits = text[...]
    let isNegative = digits.first == "-"
    if isNegative { digits = digits.dropFirst() }
    if digits.first == "$" { digits = digits.dropFirst() }
    if digits.utf8.contains(UInt8(ascii: ",")) {
      guard let joined = withoutGroups(digits) else { return nil }
      digits = joined[...]
    }
    guard let first = digits.utf8.first, first == UInt8(ascii: ".") || isDigit(first),
      digits.utf8.allSatisfy({ isDigit($0) || ".eE+-".utf8.contains($0) }), let number = Double(digits),
      number.isFinite
    else { return nil }
    return isNegative ? -number : number
  }

  private static func withoutGroups(_ text: Substring) -> String? {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let groups = parts[0].split(separator: ",", omittingEmptySubsequences: false)
    guard (1...3).contains(groups[0].utf8.count), groups.dropFirst().allSatisfy({ $0.utf8.count == 3 }),
      groups.allSatisfy({ $0.utf8.allSatisfy(isDigit) })
    else { return nil }
    return groups.joined() + (parts.count > 1 ? ".\(parts[1])" : "")
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func flag(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "true", "yes", "y", "1": true
    case "false", "no", "n", "0": false
    default: nil
    }
  }

  private static func date(_ text: String) -> CalendarDate? {
    if let date = CalendarDate(iso: text) { return date }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[2].utf8.count == 4, parts.allSatisfy({ $0.utf8.allSatisfy(isDigit) }),
      parts[0].utf8.count <= 2, parts[1].utf8.count <= 2, let month = Int(parts[0]), let day = Int(parts[1]),
      let year = Int(parts[2])
    else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }
}

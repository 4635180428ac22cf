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
  func read(_ cell: RosterCell, _ field: some FieldKey) throws(ProfileProblem) -> Reading {
    if field.kind.isOfObjects { return try objects(cell, field) }
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

  private func read(_ cell: String, _ field: some FieldKey) throws(ProfileProblem) -> Reading {
    let own = Self.withoutEquals(cell)
    let text = own.trimmed
    if text.isEmpty { return .empty }
    let kind = field.kind
    if MissingWords.contains(text, kind) { return .missing }
    switch kind {
    case .text: return .value(.text(own))
    case .id: return .value(.text(try Self.id(text)))
    case .number, .wholeNumber: return .value(.number(try Self.number(text, field)))
    case .flag:
      guard let flag = Self.flag(text) else { throw Self.unreadable(field, text) }
      return .value(.flag(flag))
    case .date:
      guard let date = WrittenDate(text) else { throw Self.unreadable(field, text) }
      return .value(.text(try date.day(dateOrder, text, field).iso))
    case .choices, .occupations, .places: return .value(choices(text, field))
    case .word(let list): return .value(.text(list.word(text) ?? text.lowercased()))
    case .choice, .area, .occupation, .object, .objects:
      return .value(.text(vocabulary?.canonical(text, field) ?? text))
    }
  }

  // MARK: - Typed values

  private func value(_ number: Double, _ shown: String, _ field: some FieldKey) throws(ProfileProblem)
    -> FieldValue
  {
    switch field.kind {
    case .number, .wholeNumber:
      guard number.isFinite else { throw Self.unreadable(field, shown) }
      return .number(number)
    case .flag:
      guard number == 0 || number == 1 else { throw Self.unreadable(field, shown) }
      return .flag(number == 1)
    case .id:
      // A spreadsheet keeps 15 digits.
      guard abs(number) < 1e15 else { throw Self.changedID(shown) }
      return .text(try Self.id(shown))
    default:
      guard case .value(let value) = try read(shown, field) else { throw Self.unreadable(field, shown) }
      return value
    }
  }

  private func value(_ date: CalendarDate, _ shown: String, _ field: some FieldKey) throws(ProfileProblem)
    -> FieldValue
  {
    switch field.kind {
    case .date: return .text(try WrittenDate.inRange(date, shown, field).iso)
    case .id: throw Self.changedID(shown)
    case .text: return .text(shown)
    default: throw Self.unreadable(field, shown)
    }
  }

  private func value(_ flag: Bool, _ field: some FieldKey) throws(ProfileProblem) -> Reading {
    switch field.kind {
    case .flag: return .value(.flag(flag))
    case .text, .id: return .value(.text(flag ? "TRUE" : "FALSE"))
    default: throw Self.unreadable(field, flag ? "TRUE" : "FALSE")
    }
  }

  private func list(_ cells: [RosterCell], _ field: some FieldKey) throws(ProfileProblem) -> Reading {
    guard field.kind.takesSeveral else {
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

  // MARK: - Objects

  /// What JSON alone can hold goes as it is to the reader of profiles; a table's cell is refused unless it is empty.
  private func objects(_ cell: RosterCell, _ field: some FieldKey) throws(ProfileProblem) -> Reading {
    switch cell {
    case .object, .list: return .value(Self.plain(cell))
    case _ where cell.isBlank: return .empty
    case .error: return .missing
    case .text(let text) where MissingWords.contains(Self.withoutEquals(text).trimmed, field.kind):
      return .missing
    default: throw ProfileProblem(field: field.rawValue, reason: .notInTables)
    }
  }

  private static func plain(_ cell: RosterCell) -> FieldValue {
    switch cell {
    case .empty, .uncalculated: .object([:])
    case .text(let text), .error(let text), .date(_, let text): .text(text)
    case .number(let number, _): .number(number)
    case .flag(let flag): .flag(flag)
    case .list(let cells): .list(cells.map(plain))
    case .object(let members): .object(members)
    }
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

  // MARK: - Several choices

  /// Any sign parts them when that makes known ones of all parts; a title may hold a comma itself.
  private func choices(_ text: String, _ field: some FieldKey) -> FieldValue {
    if CodedWords.isNone(text) { return .list([]) }
    func known(_ part: String) -> String? { vocabulary?.canonical(part, field) }
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

  static func unreadable(_ field: some FieldKey, _ found: String) -> ProfileProblem {
    ProfileProblem(field: field.rawValue, reason: .unreadableCell(found: found, allowed: allowed(field)))
  }

  static func allowed(_ field: some FieldKey) -> String {
    switch field.kind {
    case .number(_, .dollars), .wholeNumber(_, .dollars): "a number such as 46000, 46,000.00 or $46,000"
    case .number, .wholeNumber: "a number such as 40 or 2.5"
    case .flag: "true, false, yes, no, 1 or 0"
    case .date: "a date as 2026-11-23, or 11/23/2026 for month, day and year; format the column as text"
    case .choices(let list): "\(list.plural) separated by ;"
    case .occupations: "titles or SOC codes separated by ;"
    case .places: "states or areas separated by ;"
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

// MARK: - Numbers as people write them

extension CellReader {
  /// - Throws: when it is none, or when it could be two.
  static func number(_ text: String, _ field: some FieldKey) throws(ProfileProblem) -> Double {
    if field.kind.number?.unit == .dollars, let two = twoMeanings(text) {
      throw ProfileProblem(
        field: field.rawValue, reason: .ambiguousNumber(found: text, whole: two.whole, fraction: two.fraction)
      )
    }
    guard let number = number(text) else { throw unreadable(field, text) }
    return number
  }

  /// A comma or a no-break space stands between groups of three digits only, so that it is taken for no decimal sign.
  static func number(_ text: String) -> Double? {
    var digits = text[...]
    let isNegative = digits.first == "-" || digits.first == "\u{2212}"
    if isNegative { digits = digits.dropFirst() }
    if digits.first == "$" { digits = digits.dropFirst().drop(while: \.isWhitespace) }
    for sign in [",", "\u{A0}", "\u{202F}", "\u{2009}", "\u{2007}"] where digits.contains(sign) {
      guard let joined = withoutGroups(digits, Character(sign)) else { return nil }
      digits = joined[...]
      break
    }
    guard let first = digits.utf8.first, first == UInt8(ascii: ".") || isDigit(first),
      digits.utf8.allSatisfy({ isDigit($0) || ".eE+-".utf8.contains($0) }), let number = Double(digits),
      number.isFinite
    else { return nil }
    return isNegative ? -number : number
  }

  private static func withoutGroups(_ text: Substring, _ sign: Character) -> String? {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let groups = parts[0].split(separator: sign, omittingEmptySubsequences: false)
    guard (1...3).contains(groups[0].utf8.count), groups.dropFirst().allSatisfy({ $0.utf8.count == 3 }),
      groups.allSatisfy({ $0.utf8.allSatisfy(isDigit) })
    else { return nil }
    return groups.joined() + (parts.count > 1 ? ".\(parts[1])" : "")
  }

  /// `1.500`: a point between one to three digits and three more parts thousands in many countries.
  private static func twoMeanings(_ text: String) -> (whole: String, fraction: String)? {
    var digits = text[...]
    if digits.first == "-" || digits.first == "\u{2212}" { digits = digits.dropFirst() }
    if digits.first == "$" { digits = digits.dropFirst().drop(while: \.isWhitespace) }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...3).contains(parts[0].utf8.count), parts[1].utf8.count == 3,
      parts.allSatisfy({ $0.utf8.allSatisfy(isDigit) }), parts[0].utf8.first != UInt8(ascii: "0")
    else { return nil }
    let isWritten = parts[1].hasSuffix("0")
    return ("\(parts[0])\(parts[1])", "\(parts[0]).\(isWritten ? parts[1].dropLast() : parts[1] + "0")")
  }

  static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}

import CareerData
import Tabular

/// Looks for the header in the first rows of a table. Titles, blank rows, a row of groups and `sep=;` stand above it; lines
/// that explain it, as in the template, begin with `#`.
struct HeaderFinder: Sendable {
  /// What a place is called: a line of a text, a row of a workbook.
  var placeWord = "line"
  private var rows = 0
  private var broken: CSVError?
  /// The row that would be the header most likely.
  private var likely: LikelyHeader?

  /// A row that is a header, unless the next is a better one: above names may stand groups of them.
  private var candidate: RosterRecord?

  /// What a row is.
  enum Finding {
    case above
    case header(RosterHeader)
    /// The row is the first behind the header.
    case behind(RosterHeader)
  }

  /// - Parameter isWorkbook: whether a table of a workbook is looked at.
  /// - Throws: when there is none in the first rows, or when it cannot be read.
  mutating func look(
    at record: RosterRecord, given: RosterColumns, isWorkbook: Bool
  ) throws(RosterError) -> Finding {
    if record.isBlank { return .above }
    let isHeader = RosterHeader.isHeader(record.cells, given: given, isFirst: rows == 0)
    if let candidate {
      let (one, next) = (Self.known(candidate, given), Self.known(record, given))
      if isHeader, next > one { return .header(try header(record, given, isWorkbook)) }
      return .behind(try header(candidate, given, isWorkbook))
    }
    if isHeader {
      candidate = record
      rows += 1
      return .above
    }
    if Self.isExplanation(record) { return .above }
    remember(record, given)
    rows += 1
    if rows >= RosterTable.rowsOfHeader { throw failure(given) }
    return .above
  }

  /// The header when nothing stands behind it; nil when there is none.
  func last(_ given: RosterColumns, isWorkbook: Bool) throws(RosterError) -> RosterHeader? {
    guard let candidate else { return nil }
    return try header(candidate, given, isWorkbook)
  }

  private static func known(_ record: RosterRecord, _ given: RosterColumns) -> Int {
    RosterHeader.score(record.cells, given: given)
  }

  mutating func add(_ error: CSVError) {
    if candidate != nil { return }
    broken = broken ?? error
    rows += 1
  }

  static func isExplanation(_ record: RosterRecord) -> Bool {
    let text = record.cells.first?.text.trimmed ?? ""
    return text.hasPrefix("#") && text.count > 1
  }

  private func header(
    _ record: RosterRecord, _ given: RosterColumns, _ isWorkbook: Bool
  ) throws(RosterError) -> RosterHeader {
    let names = record.cells.map(\.text)
    let header: RosterHeader
    do throws(RosterHeader.Problem) {
      header = try RosterHeader(names, given: given, isWorkbook: isWorkbook)
    } catch {
      throw RosterError(text: "\(placeWord) \(record.line): \(Self.words(error))")
    }
    let folded = Set(names.map(ColumnName.folded))
    if let lost = given.names.first(where: { !folded.contains(ColumnName.folded($0)) }) {
      throw RosterError(
        text:
          "\(placeWord) \(record.line): no column is named \"\(Quoting.visible(lost))\", as --columns says; "
          + "the columns are \(Self.list(names))")
    }
    return header
  }

  private static func words(_ problem: RosterHeader.Problem) -> String {
    switch problem {
    case .twice(let field, let one, let other):
      let (one, other) = (Quoting.visible(one.trimmed), Quoting.visible(other.trimmed))
      let names = ColumnName.folded(one) == ColumnName.folded(other) ? "" : ", \"\(one)\" and \"\(other)\""
      // One that is named like the other cannot be told from it on the command line.
      let remedy = names.isEmpty ? "" : ", or leave it out with --columns \"\(other)=\""
      return "two columns are named \(field.rawValue)\(names); remove or rename one\(remedy)"
    case .near(let name, let field):
      let shown = Quoting.visible(name.trimmed)
      return "unknown column \"\(shown)\"; did you mean \(field.rawValue)? Rename it, or say what it is: "
        + "--columns \"\(shown)=\(field.rawValue)\", or --columns \"\(shown)=\" to leave it out"
    case .noID: return "no column is named id"
    }
  }

  private mutating func remember(_ record: RosterRecord, _ given: RosterColumns) {
    likely?.compare(record)
    let next = LikelyHeader(record, given)
    if next.isBetter(than: likely) { likely = next }
  }

  private static func list(_ names: [String]) -> String {
    let shown = names.prefix(30).map { "\"\(Quoting.visible($0.trimmed))\"" }.joined(separator: ", ")
    return names.count > 30 ? "\(shown) and \(names.count - 30) more" : shown
  }

  func failure(_ given: RosterColumns) -> RosterError {
    let remedy =
      "name the columns as `pathbook roster template` does, or say which is which: "
      + "--columns \"Case No=id,Wage=pay_amount\""
    if let likely, likely.isSurelyNames {
      return RosterError(
        text:
          "\(placeWord) \(likely.line): no column is named id, and no other row of the first \(RosterTable.rowsOfHeader) is a "
          + "header; found: \(Self.list(likely.names)); \(remedy)")
    }
    if let broken { return RosterError(text: "line \(broken.line): \(broken.finding); \(broken.remedy)") }
    if rows > 0 {
      return RosterError(
        text:
          "no column is named id: no header in the first \(RosterTable.rowsOfHeader) rows, which hold values; \(remedy)"
      )
    }
    let empty = CSVError(line: 1, field: nil, kind: .empty)
    return RosterError(text: "\(empty); \(empty.remedy)")
  }
}

/// A row that may be a header in unknown words. It is shown in a message when it holds names of columns: a row of
/// values may hold a client's name.
private struct LikelyHeader: Sendable {
  let line: Int
  let cells: [String]
  /// How many of them are names of columns that are known.
  private let known: Int
  private let hasValues: Bool
  /// Whether a later row has a number where this one has a word.
  private var isAboveNumbers = false

  var names: [String] { cells.filter { !$0.trimmed.isEmpty } }

  init(_ record: RosterRecord, _ given: RosterColumns) {
    line = record.line
    cells = record.cells.map(\.text)
    known = cells.count { RosterHeader.isSureName($0, given: given) }
    hasValues = cells.contains { Self.isValue($0.trimmed) }
  }

  var isSurelyNames: Bool { known * 2 > names.count || (!hasValues && isAboveNumbers && names.count > 1) }

  func isBetter(than other: LikelyHeader?) -> Bool {
    guard let other else { return !hasValues || known * 2 > names.count }
    if hasValues { return false }
    return (known, names.count) > (other.known, other.names.count)
  }

  mutating func compare(_ later: RosterRecord) {
    for (cell, text) in zip(cells, later.cells.map(\.text))
    where !cell.trimmed.isEmpty && !Self.isValue(cell.trimmed) {
      if text.contains(where: \.isNumber) { isAboveNumbers = true }
    }
  }

  private static func isValue(_ text: String) -> Bool {
    text.contains { $0.isNumber }
      || (text.count == 2 && text == text.uppercased() && text.first?.isLetter == true && text != "ID")
  }
}

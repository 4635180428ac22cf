import CareerData
import Tabular

/// Looks for the header in the first rows of a table. Titles, blank rows, a row of groups and `sep=;` stand above it; lines
/// that explain it, as in the template, begin with `#`.
struct HeaderFinder: Sendable {
  /// What a place is called: a line of a text, a row of a workbook.
  var placeWord = "line"
  private var rows = 0
  private var broken: CSVError?
  /// The row that would be the header most likely, and how many names in it are known.
  private var likely: (line: Int, names: [String], known: Int)?

  /// Nil for a row above the header.
  ///
  /// - Throws: when there is none in the first rows, or when it cannot be read.
  mutating func header(
    in record: RosterRecord, given: RosterColumns, sheet: String?
  ) throws(RosterError) -> RosterHeader? {
    if record.isBlank { return nil }
    let isFirst = rows == 0
    if RosterHeader.isHeader(record.cells, given: given, isFirst: isFirst) {
      return try Self.header(record, given, place: placeWord, isWorkbook: sheet != nil)
    }
    if Self.isExplanation(record) { return nil }
    remember(record, given)
    rows += 1
    if rows >= RosterTable.rowsOfHeader { throw failure(given) }
    return nil
  }

  mutating func add(_ error: CSVError) {
    broken = broken ?? error
    rows += 1
  }

  static func isExplanation(_ record: RosterRecord) -> Bool {
    let text = record.cells.first?.text.trimmed ?? ""
    return text.hasPrefix("#") && text.count > 1
  }

  private static func header(
    _ record: RosterRecord, _ given: RosterColumns, place: String, isWorkbook: Bool
  ) throws(RosterError) -> RosterHeader {
    let names = record.cells.map(\.text)
    let header: RosterHeader
    do throws(RosterHeader.Problem) {
      header = try RosterHeader(names, given: given, isWorkbook: isWorkbook)
    } catch {
      throw RosterError(text: "\(place) \(record.line): \(words(error))")
    }
    let folded = Set(names.map(ColumnName.folded))
    if let lost = given.names.first(where: { !folded.contains(ColumnName.folded($0)) }) {
      throw RosterError(
        text: "\(place) \(record.line): no column is named \"\(Quoting.visible(lost))\", as --columns says; "
          + "the columns are \(list(names))")
    }
    return header
  }

  private static func words(_ problem: RosterHeader.Problem) -> String {
    switch problem {
    case .twice(let field, let one, let other):
      let (one, other) = (Quoting.visible(one.trimmed), Quoting.visible(other.trimmed))
      let names = one == other ? "" : ", \"\(one)\" and \"\(other)\""
      return "two columns are named \(field.rawValue)\(names); take one out or rename it, "
        + "or leave it out with --columns \"\(other)=\""
    case .near(let name, let field):
      let shown = Quoting.visible(name.trimmed)
      return "unknown column \"\(shown)\"; did you mean \(field.rawValue)? Rename it, or say what it is: "
        + "--columns \"\(shown)=\(field.rawValue)\", or --columns \"\(shown)=\" to leave it out"
    case .noID: return "no column is named id"
    }
  }

  private mutating func remember(_ record: RosterRecord, _ given: RosterColumns) {
    let names = record.cells.filter { !$0.isBlank }.map(\.text)
    let known = RosterHeader.knownCount(record.cells, given: given)
    // What looks like a row of values is not shown: it may hold a client's name.
    guard names.count > 1 || known > 0, known > 0 || !names.contains(where: Self.looksLikeValue) else {
      return
    }
    let isBetter = likely.map { (known, names.count) > ($0.known, $0.names.count) } ?? true
    if isBetter { likely = (record.line, names, known) }
  }

  private static func looksLikeValue(_ text: String) -> Bool {
    let text = text.trimmed
    return text.contains { $0.isNumber } || (text.count == 2 && text == text.uppercased())
  }

  private static func list(_ names: [String]) -> String {
    let shown = names.prefix(30).map { "\"\(Quoting.visible($0.trimmed))\"" }.joined(separator: ", ")
    return names.count > 30 ? "\(shown) and \(names.count - 30) more" : shown
  }

  func failure(_ given: RosterColumns) -> RosterError {
    let remedy =
      "name the columns as `pathbook roster template` does, or say which is which: "
      + "--columns \"Case No=id,Wage=pay_amount\""
    if let likely {
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

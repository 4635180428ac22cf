import Advising
import CareerData
import Export
import Glibc
import SafeFiles
import Tabular

/// A workbook that is a roster, and the sheet of it that is the table.
struct RosterWorkbook: Sendable {
  /// Bytes that all of it may unpack to: a table of a million clients with every column takes a quarter of it. How tightly
  /// it is packed does not matter, since it is read as a stream; a table of empty cells is packed very tightly.
  static let unpackedBytes: UInt64 = 4 << 30
  /// Of the texts that cells share, which stay in memory.
  static let sharedStrings = SharedStrings.Limits(bytes: 256 << 20, count: 8 << 20)
  /// The rows among which the header is looked for.
  static let headerRows = 40

  /// Whether cells are the header of a roster.
  ///
  /// - Parameter isFirst: whether nothing but blank rows stands above them.
  typealias IsHeader = (_ cells: [RosterCell], _ isFirst: Bool) -> Bool

  /// A header of several rows whose cells are merged, as one row.
  struct Header: Sendable, Equatable {
    let rows: ClosedRange<Int>
    /// The lowest text of each column.
    let cells: [RosterCell]
  }

  let sheet: WorkbookFile.Sheet
  /// The names of all sheets, those that are shown first.
  let sheetNames: [String]
  /// Nil for a header of one row.
  let header: Header?
  private let source: RosterSource
  private let path: String

  /// Finds the sheet: the one that is asked for; else the first one in which a header is found, hidden ones last, and
  /// when there is none the first one.
  init(
    _ source: RosterSource, path: String, sheet wanted: String?, isHeader: IsHeader
  ) throws(ExportFailure) {
    self.source = source
    self.path = path
    try Self.checkIsWorkbook(source, path)
    let file = try source.reopened()
    defer { close(file) }
    let sheets: [WorkbookFile.Sheet]
    var found: (sheet: WorkbookFile.Sheet, header: Header?)?
    do throws(WorkbookReadingError) {
      let workbook = try Self.open(file)
      sheets = workbook.sheets.filter { !$0.isHidden } + workbook.sheets.filter(\.isHidden)
      let named = wanted.map { Self.sheet($0, among: sheets) }
      for sheet in named.map({ $0.map { [$0] } ?? [] }) ?? sheets where found == nil {
        if let header = try Self.header(of: sheet, in: workbook, isHeader) { found = (sheet, header.joined) }
      }
      // Where there is no header the reader says so, with what it has found.
      found = found ?? (named ?? sheets.first).map { ($0, nil) }
    } catch {
      throw WorkbookProblem.failure(error, path: path, strings: RosterWorkbook.sharedStrings)
    }
    guard let found else { throw Self.noSheet(wanted, sheets.map(\.name), path) }
    (sheet, header) = found
    sheetNames = sheets.map(\.name)
    let isFirst = found.sheet == sheets.first
    note =
      wanted != nil || isFirst
      ? nil
      : "reading the sheet \"\(found.sheet.name.visible)\", the first one with a header; --sheet chooses another one"
  }

  /// Tells which sheet is read when it is not the first one; nil when there is nothing to tell.
  let note: String?

  private static func checkIsWorkbook(_ source: RosterSource, _ path: String) throws(ExportFailure) {
    let file = try source.reopened()
    defer { close(file) }
    let names: [String]
    do throws(WorkbookReadingError) { names = try ZipEntries(descriptor: file).entries.map(\.name) } catch {
      throw WorkbookProblem.failure(error, path: path, strings: RosterWorkbook.sharedStrings)
    }
    if let unsupported = UnsupportedFile(entries: names) {
      throw .badData(path: path, problems: [unsupported.problem])
    }
  }

  private static var budget: UnpackBudget { UnpackBudget(bytes: unpackedBytes, ratio: nil) }

  private static func open(_ file: Int32) throws(WorkbookReadingError) -> WorkbookFile {
    var budget = budget
    return try WorkbookFile(ZipEntries(descriptor: file), &budget, limits: sharedStrings, readsFormats: true)
  }

  /// Letter case and space around do not count when no sheet has the very name.
  private static func sheet(_ name: String, among sheets: [WorkbookFile.Sheet]) -> WorkbookFile.Sheet? {
    func folded(_ name: String) -> String {
      name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    return sheets.first { $0.name == name } ?? sheets.first { folded($0.name) == folded(name) }
  }

  private static func noSheet(_ wanted: String?, _ names: [String], _ path: String) -> ExportFailure {
    guard let wanted else {
      return .badData(path: path, problems: ["this workbook has no sheet; give another one"])
    }
    let list = names.map { "\"\($0.visible)\"" }.joined(separator: ", ")
    return .badData(
      path: path, problems: ["no sheet is named \"\(wanted.visible)\"; --sheet is one of: \(list)"])
  }

  // MARK: - The header

  /// Nil when the sheet has no header in its first rows.
  private static func header(
    of sheet: WorkbookFile.Sheet, in workbook: borrowing WorkbookFile, _ isHeader: IsHeader
  ) throws(WorkbookReadingError) -> (row: Int, joined: Header?)? {
    var rows: [(number: Int, cells: [RosterCell])] = []
    var budget = Self.budget
    let hasCells = try workbook.readTyped(sheet, &budget) { number, cells in
      guard number <= headerRows else { return .stop }
      rows.append((number, WorkbookCells.rosterCells(cells)))
      return .next
    }
    guard hasCells else { return nil }
    let merges = try workbook.merges(of: sheet, lastRow: headerRows, &budget)
    var isFirst = true
    for (index, row) in rows.enumerated() {
      let last = merges.lastRow(joinedWith: row.number)
      if last > row.number {
        let joined = joined(rows[index...].prefix { $0.number <= last }.map(\.cells))
        if isHeader(joined, isFirst) {
          return (row.number, Header(rows: row.number...last, cells: joined))
        }
      }
      if isHeader(row.cells, isFirst) { return (row.number, nil) }
      if row.cells.contains(where: { !$0.text.isEmpty }) { isFirst = false }
    }
    return nil
  }

  /// The lowest text of each column.
  private static func joined(_ rows: [[RosterCell]]) -> [RosterCell] {
    var cells = [RosterCell](repeating: .empty, count: rows.map(\.count).max() ?? 0)
    for row in rows {
      for (column, cell) in row.enumerated() where !cell.text.isEmpty { cells[column] = cell }
    }
    return cells
  }

  // MARK: - The rows

  /// One way through the rows.
  func reading() throws(ExportFailure) -> Reading {
    let file = try source.reopened()
    defer { close(file) }
    do throws(WorkbookReadingError) {
      var budget = Self.budget
      let rows = try SheetRows(of: sheet, in: Self.open(file), &budget)
      return Reading(rows: rows, header: header, path: path)
    } catch {
      throw WorkbookProblem.failure(error, path: path, strings: RosterWorkbook.sharedStrings)
    }
  }

  struct Reading {
    private let rows: SheetRows
    private let header: Header?
    private let path: String

    fileprivate init(rows: SheetRows, header: Header?, path: String) {
      self.rows = rows
      self.header = header
      self.path = path
    }

    /// Nil at the end.
    ///
    /// - Parameter withBytes: false when nobody asks what the row is made of.
    mutating func next(withBytes: Bool = true) throws(ExportFailure) -> RosterRecord? {
      do throws(WorkbookReadingError) {
        while let row = try rows.next() {
          let bytes = withBytes ? WorkbookCells.bytes(row.cells) : []
          guard let header, header.rows.contains(row.number) else {
            return RosterRecord(line: row.number, cells: WorkbookCells.rosterCells(row.cells), bytes: bytes)
          }
          if row.number == header.rows.lowerBound {
            return RosterRecord(line: header.rows.upperBound, cells: header.cells, bytes: bytes)
          }
        }
        return nil
      } catch {
        throw WorkbookProblem.failure(error, path: path, strings: RosterWorkbook.sharedStrings)
      }
    }
  }
}

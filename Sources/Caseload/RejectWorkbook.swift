import Advising
import CareerData
import Glibc
import ReportXLSX
import SafeFiles
import Tabular

/// `rejects.xlsx`: the refused rows of a workbook with their cells as they were, and behind them where each row was and
/// the reasons, ready to be put right and read again as a roster.
///
/// While a batch runs the rows wait in a file of their own, since a workbook is written from its first row to its last.
struct RejectWorkbook {
  static let name = "rejects.xlsx"
  /// The list of the run before, when a list of rejects was the roster.
  static let nameBefore = "rejects-before.xlsx"

  /// A row that waits.
  struct WaitingRow {
    /// What stands in the columns behind those of the row, in their order.
    let marks: [String]
    let bytes: [UInt8]

    var content: [UInt8] {
      var content: [UInt8] = []
      WorkbookCells.append(UInt32(clamping: marks.count), to: &content)
      for mark in marks { WorkbookCells.append(Array(mark.utf8), to: &content) }
      WorkbookCells.append(bytes, to: &content)
      var framed: [UInt8] = []
      WorkbookCells.append(content, to: &framed)
      return framed
    }

    init(marks: [String], bytes: [UInt8]) {
      self.marks = marks
      self.bytes = bytes
    }

    fileprivate init?(_ content: [UInt8]) {
      var reader = WorkbookCells.Reader(content)
      guard let count = reader.number() else { return nil }
      var marks: [String] = []
      for _ in 0..<count { marks += reader.text().map { [$0] } ?? [] }
      guard let bytes = reader.bytes() else { return nil }
      self.init(marks: marks, bytes: bytes)
    }
  }

  /// The names of the roster's own columns, and which columns of it are a list of rejects' and not its own.
  let names: [String]
  let left: Set<Int>
  /// The names of the columns behind them.
  let markNames: [String]
  let sheet: String

  /// How it is written, to be read back by ``init(_:)``.
  var json: JSONText {
    [
      "names": .array(names.map { .string($0) }),
      "left": .array(left.sorted().map { .number(Double($0)) }),
      "marks": .array(markNames.map { .string($0) }), "sheet": .string(sheet),
    ]
  }

  /// Nil for what ``json`` does not give.
  init?(_ node: JSONNode) {
    guard let names = node["names"]?.elements, let left = node["left"]?.elements,
      let marks = node["marks"]?.elements, let sheet = node["sheet"]?.string
    else { return nil }
    self.init(
      names: names.compactMap(\.string), left: Set(left.compactMap(\.integer)),
      markNames: marks.compactMap(\.string), sheet: sheet)
  }

  init(names: [String], left: Set<Int>, markNames: [String], sheet: String) {
    (self.names, self.left, self.markNames, self.sheet) = (names, left, markNames, sheet)
  }

  /// Excel has so many columns.
  private static let columns = 16_384

  /// Writes the workbook of a batch from the rows that wait.
  ///
  /// - Parameter path: where it is before it has its name.
  func write(_ waiting: AppendFile, to path: String, in tree: OutputTree) throws(ExportFailure) {
    let scratch = try ScratchFolder()
    do { try write(waiting, to: path, scratch: scratch.path) } catch let failure as ExportFailure {
      throw failure
    } catch {
      throw .writeFailed(path: "\(tree.root)/\(Self.name)", reason: ExportFailure.words(of: error))
    }
    // libxlsxwriter makes it, with the mode that the process has.
    _ = chmod(path, 0o600)
  }

  /// Writes the workbook from the rows that wait.
  func write(_ waiting: AppendFile, to path: String, scratch: String) throws {
    // A row may have cells beyond the header.
    var width = names.count
    try forEachRow(waiting) { row in
      for cell in WorkbookCells.cells(of: row.bytes) { width = max(width, cell.column + 1) }
    }
    width = min(width - left.count, Self.columns - markNames.count)
    try RowsWorkbook.write(
      to: path, sheet: sheet, columns: width + markNames.count, scratchDirectory: scratch
    ) { table in
      try table.append(line(own(names.enumerated().map { ($0, .text($1)) }, width), markNames))
      try forEachRow(waiting) { row in
        try table.append(line(own(WorkbookCells.cells(of: row.bytes), width), row.marks))
      }
    }
  }

  private func line(_ cells: [RowsWorkbook.Cell], _ marks: [String]) -> [RowsWorkbook.Cell] {
    cells + marks.map { .text($0) }
  }

  private func own(
    _ cells: [(column: Int, cell: RowsWorkbook.Cell)], _ width: Int
  ) -> [RowsWorkbook.Cell] {
    var row = [RowsWorkbook.Cell](repeating: .empty, count: width)
    for (column, cell) in cells where !left.contains(column) {
      let place = column - left.count { $0 < column }
      if place < width { row[place] = cell }
    }
    return row
  }

  private func forEachRow(_ file: AppendFile, _ body: (WaitingRow) throws -> Void) throws {
    var offset = 0
    while true {
      var reader = WorkbookCells.Reader(try file.read(4, at: offset))
      guard let count = reader.number() else { return }
      offset += 4
      if let row = WaitingRow(try file.read(count, at: offset)) { try body(row) }
      offset += count
    }
  }
}

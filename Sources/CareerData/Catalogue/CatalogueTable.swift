import Tabular

/// A table of the catalogue in the bytes of its file, whose rows stand in the order of their first cell, a SOC code. A row
/// is found by halves and read alone; nothing else of the file is looked at.
struct CatalogueTable: Sendable, Equatable {
  /// The cells of a row by the names of their columns.
  struct Row: Sendable {
    private let columns: [String: Int]
    private let cells: CSVDocument
    private let index: Int

    fileprivate init(_ columns: [String: Int], _ cells: CSVDocument, _ index: Int) {
      (self.columns, self.cells, self.index) = (columns, cells, index)
    }

    /// Empty for a cell without a value and for a column that the table does not have.
    subscript(_ column: String) -> String { columns[column].map { cells.text(index, $0) } ?? "" }

    /// Nil for a cell that holds no number.
    func number(_ column: String) -> Double? {
      columns[column].flatMap { CellValue.double(cells[index, $0]) }
    }
  }

  private let bytes: [UInt8]

  /// - Parameter bytes: of a CSV file whose cells hold no line breaks.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// All rows, in the order of the file.
  var rows: [Row] { rows(in: bytes[bodyStart...]) }

  /// The rows whose first cell is a code.
  func rows(of code: String) -> [Row] {
    let lines = range(of: code)
    return lines.isEmpty ? [] : rows(in: bytes[lines])
  }

  /// The bytes of the lines of the rows whose first cell is a code.
  func lines(of code: String) -> [UInt8] { Array(bytes[range(of: code)]) }

  private func range(of code: String) -> Range<Int> {
    let code = Array(code.utf8)
    let first = lineStart { !$0.lexicographicallyPrecedes(code) }
    let end = lineStart { code.lexicographicallyPrecedes($0) }
    return first..<max(first, end)
  }

  private func rows(in lines: ArraySlice<UInt8>) -> [Row] {
    let document = CSVDocument(Array(bytes[..<bodyStart]) + lines, limits: DatasetLimits.csv(ofTable: ""))
    let columns = Dictionary(
      document.header.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    return (0..<document.rowCount).map { Row(columns, document, $0) }
  }

  private var bodyStart: Int { bytes.firstIndex(of: Self.lineFeed).map { $0 + 1 } ?? bytes.count }

  private static let lineFeed = UInt8(ascii: "\n")

  /// The start of the first line whose key is at or behind what is looked for; the end of the file when none is.
  private func lineStart(where isBehind: (ArraySlice<UInt8>) -> Bool) -> Int {
    var low = bodyStart
    var high = bytes.count
    while low < high {
      let start = startOfLine(low + (high - low) / 2, notBefore: low)
      if isBehind(bytes[start...].prefix { $0 != UInt8(ascii: ",") }) {
        high = start
      } else {
        low = bytes[start...].firstIndex(of: Self.lineFeed).map { $0 + 1 } ?? bytes.count
      }
    }
    return low
  }

  private func startOfLine(_ position: Int, notBefore least: Int) -> Int {
    bytes[least..<position].lastIndex(of: Self.lineFeed).map { $0 + 1 } ?? least
  }
}

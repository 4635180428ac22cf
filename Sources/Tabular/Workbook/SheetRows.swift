import Zip

/// The rows of a sheet, read one at a time on request, in the memory of a few rows and of the shared strings.
///
/// ```swift
/// let sheet = workbook.sheets[0]
/// let rows = try SheetRows(of: sheet, in: workbook, &budget)
/// while let row = try rows.next() { print(row.number, row.cells.map(\.text)) }
/// ```
package final class SheetRows {
  package struct Row: Sendable, Equatable {
    /// From 1.
    package let number: Int
    /// Those that are not empty, in the order of the file.
    package let cells: [TypedCell]
  }

  private final class Waiting {
    var rows: [(number: Int, cells: [SheetReader.Cell])] = []
    var next = 0
  }

  private let formats: [NumberFormat]
  private let dates: SheetDate.System
  private let sheet: String
  private let reader: SheetReader
  private let waiting = Waiting()
  // The stream reads from the archive of the workbook.
  private var stream: ZipEntryStream?
  private let workbook: WorkbookFile

  /// - Throws: what is wrong with the workbook; with the kind `.partMissing` for a sheet without cells.
  package init(
    of sheet: WorkbookFile.Sheet, in workbook: consuming WorkbookFile, _ budget: inout UnpackBudget
  ) throws(WorkbookReadingError) {
    formats = workbook.formats
    dates = workbook.dates
    self.sheet = sheet.name
    let waiting = waiting
    let opened = try workbook.open(sheet, &budget) { number, cells in
      waiting.rows.append((number, cells))
      return .next
    }
    guard let opened else { throw WorkbookReadingError(.partMissing, found: sheet.name) }
    (reader, stream) = opened
    self.workbook = workbook
  }

  /// Nil at the end.
  package func next() throws(WorkbookReadingError) -> Row? {
    while waiting.next == waiting.rows.count {
      waiting.rows.removeAll(keepingCapacity: true)
      waiting.next = 0
      guard stream != nil else { return nil }
      do throws(WorkbookReadingError) { try readOn() } catch {
        stream = nil
        var failure = error
        failure.sheet = sheet
        throw failure
      }
    }
    defer { waiting.next += 1 }
    let (number, cells) = waiting.rows[waiting.next]
    return Row(number: number, cells: cells.map { TypedCell($0, formats, dates) })
  }

  private func readOn() throws(WorkbookReadingError) {
    let chunk: UnsafeRawBufferPointer?
    do throws(ZipError) { chunk = try stream?.next() } catch { throw ZipEntries.failure(error) }
    guard let chunk, !chunk.isEmpty else {
      stream = nil
      return try reader.finish()
    }
    if try !reader.read(chunk) { stream = nil }
  }

  deinit { stream = nil }
}

/// The cells of a row of a sheet, as far as they are kept, in one piece of memory.
struct SheetRow {
  enum Kind: Sendable {
    case number
    /// The index of a shared string.
    case shared
    case text
    case boolean
    /// `#N/A` and the like.
    case error
    /// A day as text, `2026-11-23T00:00:00`.
    case date
    /// A formula that no program has calculated: it has no value.
    case uncalculated
  }

  struct Cell: Sendable {
    /// From 0.
    let column: Int
    let kind: Kind
    /// Its place in the list of formats.
    let style: Int
    let hasFormula: Bool
    fileprivate let start: Int
    fileprivate let end: Int

    var isEmpty: Bool { start == end }
  }

  /// In the order of the row.
  private(set) var cells: [Cell] = []
  private var bytes: [UInt8] = []
  private var start = 0

  mutating func removeAll() {
    cells.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
    start = 0
  }

  /// Adds to the text of the cell at hand; false when there is no room.
  mutating func append(_ text: UnsafeRawBufferPointer) -> Bool {
    guard bytes.count + text.count <= WorkbookLimits.rowBytes else { return false }
    bytes.append(contentsOf: text)
    return true
  }

  mutating func endCell(column: Int, kind: Kind, style: Int, hasFormula: Bool) {
    // A cell without a value, of which sheets have many, has a style alone. An empty text is the value of many formulas.
    let isUncalculated = bytes.count == start && hasFormula && kind != .text
    guard bytes.count > start || isUncalculated else { return }
    cells.append(
      Cell(
        column: column, kind: isUncalculated ? .uncalculated : kind, style: style, hasFormula: hasFormula,
        start: start, end: bytes.count))
    start = bytes.count
  }

  /// What a cell shows; nil when it refers to a shared string that is not there.
  func value(_ cell: Cell, _ strings: SharedStrings) -> ArraySlice<UInt8>? {
    let written = bytes[cell.start..<cell.end]
    switch cell.kind {
    case .text, .error, .date, .uncalculated: return written
    case .shared: return CellValue.integer(written.trimmed).flatMap { strings[$0] }
    case .boolean: return Array((written.trimmed.elementsEqual("1".utf8) ? "TRUE" : "FALSE").utf8)[...]
    // What is no number stays as it is, for the error to name it.
    case .number: return PlainDecimal.text(written).map { Array($0.utf8)[...] } ?? written
    }
  }

  /// As it is written in the part, for messages.
  func written(_ cell: Cell) -> String { bytes[cell.start..<cell.end].text }
}

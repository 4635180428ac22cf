import Tabular

/// A table of a sheet or a CSV file: finds its header and makes rows of its cells.
struct OEWSTable {
  let place: OEWSPlace
  /// Nil until the header is read.
  private(set) var columns: OEWSColumns?
  /// Rows with an occupation.
  private(set) var rowCount = 0
  /// Rows that are asked for, of this table and of those of the same file before it.
  private(set) var wantedCount: Int
  /// What a heading over the table, or a sheet without a table, tells of the period.
  private(set) var period: String?
  /// The first row with any text, for the error of a file without a table.
  private(set) var firstRow: String?
  private let wanted: WantedOccupations
  private var rowsBeforeHeader = 0

  init(_ place: OEWSPlace, wanted: WantedOccupations, wantedBefore: Int = 0) {
    self.place = place
    self.wanted = wanted
    wantedCount = wantedBefore
  }

  /// True when the header was looked for as long as it may take.
  var isNone: Bool { columns == nil && rowsBeforeHeader >= OEWSLimits.rowsBeforeHeader }

  /// Reads a row before or with the header.
  mutating func readHeader(_ texts: [(position: Int, text: String)], row: Int) throws(OEWSError) {
    rowsBeforeHeader += 1
    columns = try OEWSColumns(texts, row: row, in: place)
    guard columns == nil else { return }
    let filled = texts.map(\.text).filter { !$0.isEmpty }
    if firstRow == nil, !filled.isEmpty { firstRow = filled.joined(separator: ", ") }
    if period == nil { period = filled.lazy.compactMap(OEWSPeriod.inHeading).first }
  }

  /// Counts a row by its occupation.
  /// - Returns: whether the row is asked for.
  mutating func countRow(occupation: ArraySlice<UInt8>) -> Bool {
    rowCount += 1
    let isWanted = wanted.contains(occupation)
    wantedCount += isWanted ? 1 : 0
    return isWanted
  }

  /// The error of a row that has values and no occupation.
  func noOccupation(row: Int) -> OEWSError {
    place.error(.valueMissing, row: row, column: OEWSColumn.occupation.name)
  }

  /// Whether a text begins as a table does: one of its first lines names columns of OEWS tables.
  static func begins(_ start: [UInt8]) -> Bool {
    let name = Array(OEWSColumn.occupation.name.utf8)
    let lines = start.split(separator: UInt8(ascii: "\n")).prefix(OEWSLimits.rowsBeforeHeader)
    return lines.contains { line in
      line.split { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") }.contains { field in
        field.trimmed.map { (0x61...0x7A).contains($0) ? $0 - 0x20 : $0 } == name
      }
    }
  }

  /// What a table without rows is; called at its end.
  func checkEnd() throws(OEWSError) {
    guard columns == nil || rowCount > 0 else { throw place.error(.noRows) }
  }

  /// Makes a row of its cells.
  /// - Parameter cells: the bytes of each cell by its position, as far as the row has cells.
  func row(_ number: Int, _ cells: [ArraySlice<UInt8>]) throws(OEWSError) -> OEWSRow {
    guard let columns else { throw place.error(.noTable) }
    guard wantedCount <= wanted.rowLimit else {
      throw place.error(.tooManyRows(limit: wanted.rowLimit), row: number)
    }
    return try OEWSRowBuilder(place: place, number: number, columns: columns, cells: cells).row()
  }
}

/// Reads a table from CSV, piece by piece.
struct CSVTableReader {
  private(set) var table: OEWSTable
  private var scanner = CSVScanner(recordLimit: OEWSLimits.rowBytes)

  init(_ table: OEWSTable) {
    self.table = table
  }

  /// - Returns: false when the file turned out to be no table, and need not be read further.
  mutating func read(
    _ chunk: UnsafeRawBufferPointer, _ take: (OEWSRow) -> Void
  ) throws(OEWSError) -> Bool {
    let bytes = chunk.bindMemory(to: UInt8.self)
    var position = 0
    while try next(in: bytes, at: &position) {
      try readRecord(take)
      if table.isNone { return false }
    }
    return true
  }

  mutating func finish(_ take: (OEWSRow) -> Void) throws(OEWSError) {
    guard !table.isNone else { return }
    let isRecord: Bool
    do throws(CSVError) { isRecord = try scanner.finish() } catch { throw failure(error) }
    if isRecord { try readRecord(take) }
  }

  private mutating func next(
    in bytes: UnsafeBufferPointer<UInt8>, at position: inout Int
  ) throws(OEWSError) -> Bool {
    do throws(CSVError) { return try scanner.next(in: bytes, at: &position) } catch { throw failure(error) }
  }

  private mutating func readRecord(_ take: (OEWSRow) -> Void) throws(OEWSError) {
    let record = scanner.record
    guard let columns = table.columns else {
      let texts = (0..<record.count).map { (position: $0, text: record[$0].text) }
      try table.readHeader(texts, row: record.line)
      if table.columns != nil { scanner.fieldCount = record.count }
      return
    }
    let occupation = record[columns.occupation].trimmed
    guard !occupation.isEmpty else {
      // Spreadsheets end a table with lines of nothing but commas.
      if record.bytes.contains(where: { $0 > 0x20 }) { throw table.noOccupation(row: record.line) }
      return
    }
    guard table.countRow(occupation: occupation) else { return }
    take(try table.row(record.line, (0..<record.count).map { record[$0] }))
  }

  private func failure(_ error: CSVError) -> OEWSError {
    let column = error.field.map { "field \($0)" }
    return table.place.error(.malformedCSV(error.kind), row: error.line, column: column)
  }
}

/// The requested occupations, in a form that is quick to compare with a row.
struct WantedOccupations: Sendable {
  /// Nil: all.
  private let codes: Set<UInt64>?

  init(_ codes: Set<String>?) {
    self.codes = codes.map { Set($0.compactMap { Self.packed(Array($0.utf8)[...]) }) }
  }

  /// Rows that a file may have of them: what is asked for by its code is kept, and all rows are for whoever streams them.
  var rowLimit: Int { codes == nil ? .max : OEWSLimits.wantedRows }

  /// - Parameter code: the bytes of the cell.
  func contains(_ code: ArraySlice<UInt8>) -> Bool {
    guard let codes else { return true }
    guard let packed = Self.packed(code.trimmed) else { return false }
    return codes.contains(packed)
  }

  /// A SOC code has seven characters; no longer text is one.
  private static func packed(_ code: ArraySlice<UInt8>) -> UInt64? {
    guard code.count <= 8 else { return nil }
    return code.reduce(0) { $0 << 8 | UInt64($1) }
  }
}

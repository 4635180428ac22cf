import Tabular

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

import CareerData
import Tabular

/// A roster as a table in CSV.
public struct CSVRosterReader: RosterReader {
  private var records: RosterRecords
  public private(set) var table: RosterTable
  /// The place of the id, when rows are counted and a look at their id is enough; nil when it is not.
  private var countedID: Int?

  public init(_ work: RosterTable.Work, delimiter: RosterDelimiter, columns: RosterColumns = RosterColumns())
  {
    records = RosterRecords(delimiter: delimiter)
    table = RosterTable(work, columns: columns)
  }

  public var header: RosterHeader? { table.header }

  public mutating func read(_ chunk: [UInt8], _ body: (RosterRow) throws -> Void) throws {
    records.feed(chunk)
    try give(body)
  }

  public mutating func finish(_ body: (RosterRow) throws -> Void) throws {
    records.end()
    try give(body)
    try table.finish()
  }

  private mutating func give(_ body: (RosterRow) throws -> Void) throws {
    while let record = records.next() {
      if let row = try row(record) { try body(row) }
    }
  }

  private mutating func row(_ record: RosterRecords.Record) throws(RosterError) -> RosterRow? {
    switch record.cells {
    case .failure(let error): return try table.broken(error, line: record.line, bytes: record.bytes)
    case .success(let cells):
      if let countedID, Self.isPlain(cells, countedID) {
        return RosterRow(line: record.line, bytes: [], outcome: .counted)
      }
      let isAbove = table.header == nil
      defer { if isAbove { findCountedID() } }
      return try table.row(
        RosterRecord(
          line: record.line, cells: (0..<cells.count).map { Self.cell(cells, $0) }, bytes: record.bytes))
    }
  }

  private static func cell(_ cells: CSVRecord, _ index: Int) -> RosterCell {
    let text = cells.text(index)
    return text.isEmpty ? .empty : .text(text)
  }

  private mutating func findCountedID() {
    guard case .count = table.work, let header = table.header, let index = header.index(of: .id),
      !header.names[index].contains(where: \.isNumber)
    else { return }
    countedID = index
  }

  /// Whether a row is surely none to leave out: its id holds a digit, as no name of a column and no word for totals does.
  private static func isPlain(_ cells: CSVRecord, _ index: Int) -> Bool {
    guard index < cells.count else { return false }
    var hasDigit = false
    for byte in cells[index] {
      switch byte {
      case 0x30...0x39: hasDigit = true
      case 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"): break
      default: return false
      }
    }
    return hasDigit
  }
}

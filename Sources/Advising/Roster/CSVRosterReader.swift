import CareerData
import Tabular

/// A roster as a table in CSV.
public struct CSVRosterReader: RosterReader {
  private let profiles: ProfileReader?
  private var records: RosterRecords
  public private(set) var header: RosterHeader?

  /// - Parameter profiles: nil to count the rows, without what is in them.
  public init(profiles: ProfileReader?, delimiter: RosterDelimiter) {
    self.profiles = profiles
    records = RosterRecords(delimiter: delimiter)
  }

  public mutating func read(_ chunk: [UInt8], _ body: (RosterRow) throws -> Void) throws {
    records.feed(chunk)
    try give(body)
  }

  public mutating func finish(_ body: (RosterRow) throws -> Void) throws {
    records.end()
    try give(body)
    if header == nil {
      let empty = CSVError(line: 1, field: nil, kind: .empty)
      throw RosterError(text: "\(empty); \(empty.remedy)")
    }
  }

  private mutating func give(_ body: (RosterRow) throws -> Void) throws {
    while let record = records.next() {
      guard let header else {
        try readHeader(record)
        continue
      }
      if let row = row(record, header) { try body(row) }
    }
  }

  /// Nil for a line of empty cells, however many, which a spreadsheet left behind.
  private func row(_ record: RosterRecords.Record, _ header: RosterHeader) -> RosterRow? {
    switch record.cells {
    case .failure(let error):
      if records.isBlank(record) { return nil }
      let problem = ProfileProblem(
        field: nil, reason: .brokenRow(finding: error.finding, remedy: error.remedy))
      return RosterRow(line: record.line, bytes: record.bytes, outcome: .refused([problem]))
    case .success(let cells):
      if cells.isBlank { return nil }
      return RosterRow(
        line: record.line, bytes: record.bytes, outcome: outcome(cells, header),
        rejectPlace: header.placeColumn.map { header.text(cells, $0) })
    }
  }

  private func outcome(_ cells: CSVRecord, _ header: RosterHeader) -> RosterRow.Outcome {
    guard let profiles else { return .counted }
    if let column = header.profileColumn {
      return profiles.outcome(json: Array(header.text(cells, column).utf8))
    }
    let (fields, unreadable) = header.values(cells)
    let outcome = profiles.outcome(fields, unreadable)
    guard case .refused(let problems) = outcome else { return outcome }
    return .refused(header.withheld(problems, of: cells, isRead: profiles.reads))
  }

  private mutating func readHeader(_ record: RosterRecords.Record) throws(RosterError) {
    switch record.cells {
    case .failure(let error):
      throw RosterError(text: "line \(error.line): \(error.finding); \(error.remedy)")
    case .success(let cells): try readHeader(cells)
    }
  }

  private mutating func readHeader(_ cells: CSVRecord) throws(RosterError) {
    if RosterHeader.isAbove(cells) { return }
    do throws(RosterHeader.Problem) { header = try RosterHeader((0..<cells.count).map(cells.text)) } catch {
      switch error {
      case .twice(let field):
        throw RosterError(
          text: "line \(cells.line): two columns are named \(field.rawValue); take one out or rename it")
      case .noID:
        throw RosterError(
          text: "line \(cells.line): no column is named id; name the columns as "
            + "`pathbook roster template` does, or give --delimiter")
      }
    }
    records.cellCount = cells.count
  }
}

import CareerData

/// A roster as a table in CSV.
public struct CSVRosterReader: RosterReader {
  private let profiles: ProfileReader
  private var scanner: CSVScanner
  public private(set) var header: RosterHeader?
  /// The bytes of the record so far.
  private var bytes: [UInt8] = []
  /// What is wrong with the record whose line is being skipped.
  private var failure: CSVError?

  public init(profiles: ProfileReader, delimiter: RosterDelimiter) {
    self.profiles = profiles
    scanner = CSVScanner(delimiter: delimiter.byte)
  }

  public mutating func read(_ chunk: [UInt8], _ body: (RosterRow) throws -> Void) throws {
    var position = 0
    while position < chunk.count {
      let start = position
      if failure != nil {
        scanner.skipLine(in: chunk, at: &position)
        bytes += chunk[start..<position]
        if !scanner.isSkipping { try giveFailure(body) }
        continue
      }
      do {
        let isComplete = try scanner.next(in: chunk, at: &position)
        bytes += chunk[start..<position]
        if isComplete { try give(body) }
      } catch let error as CSVError {
        bytes += chunk[start..<position]
        failure = error
        if !scanner.isSkipping { try giveFailure(body) }
      }
    }
  }

  public mutating func finish(_ body: (RosterRow) throws -> Void) throws {
    if failure != nil { try giveFailure(body) }
    do { if try scanner.finish() { try give(body) } } catch let error as CSVError {
      failure = error
      try giveFailure(body)
    }
    if header == nil {
      let empty = CSVError(line: 1, field: nil, kind: .empty)
      throw RosterError(text: "\(empty); \(empty.remedy)")
    }
  }

  private mutating func give(_ body: (RosterRow) throws -> Void) throws {
    let record = scanner.record
    defer { bytes.removeAll(keepingCapacity: true) }
    guard let header else { return try readHeader(record) }
    let (fields, problems) = header.values(record)
    // Every cell empty: a line that a spreadsheet left behind.
    if fields.isEmpty, problems.isEmpty { return }
    try body(RosterRow(line: record.line, bytes: bytes, outcome: profiles.outcome(fields, problems)))
  }

  private mutating func giveFailure(_ body: (RosterRow) throws -> Void) throws {
    guard let error = failure else { return }
    failure = nil
    defer { bytes.removeAll(keepingCapacity: true) }
    if error.kind == .blankLine { return }
    guard header != nil else {
      throw RosterError(text: "line \(error.line): \(error.finding); \(error.remedy)")
    }
    let problem = ProfileProblem(
      field: nil, reason: .brokenRow(finding: error.finding, remedy: error.remedy))
    try body(RosterRow(line: error.line, bytes: bytes, outcome: .refused([problem])))
  }

  private mutating func readHeader(_ record: CSVRecord) throws(RosterError) {
    let names = (0..<record.count).map(record.text)
    // Lines above the header that explain it, as in the template.
    if names.first?.hasPrefix("#") == true { return }
    do throws(RosterHeader.Problem) { header = try RosterHeader(names) } catch {
      switch error {
      case .twice(let field):
        throw RosterError(
          text: "line \(record.line): two columns are named \(field.rawValue); take one out or rename it")
      case .noID:
        throw RosterError(
          text: "line \(record.line): no column is named id; name the columns as "
            + "`pathbook roster template` does, or give --delimiter")
      }
    }
    scanner.fieldCount = record.count
  }
}

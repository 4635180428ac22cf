import CareerData
import Tabular

/// A roster as a table in CSV.
public struct CSVRosterReader: RosterReader {
  private var records: RosterRecords
  public private(set) var table: RosterTable
  /// The place of the id, where a look at it may tell enough of a row; nil where it does not.
  private var idColumn: Int?

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
      var isOwn: Bool?
      if let idColumn, let id = Self.plainID(cells, idColumn) {
        switch table.work {
        case .count: return RosterRow(line: record.line, bytes: [], outcome: .counted)
        case .survey: return table.survey(line: record.line) { Self.cell(cells, $0) }
        case .read(_, _, let share):
          isOwn = share?.takes(id: id, line: record.line) ?? true
          guard isOwn == true else { return RosterRow(line: record.line, bytes: [], outcome: .counted) }
        }
      }
      let isAbove = table.header == nil
      defer { if isAbove { findIDColumn() } }
      return try table.row(
        RosterRecord(
          line: record.line, cells: (0..<cells.count).map { Self.cell(cells, $0) }, bytes: record.bytes),
        isOwn: isOwn)
    }
  }

  private static func cell(_ cells: CSVRecord, _ index: Int) -> RosterCell {
    guard index < cells.count else { return .empty }
    let text = cells.text(index)
    return text.isEmpty ? .empty : .text(text)
  }

  private mutating func findIDColumn() {
    if case .read(_, _, nil) = table.work { return }
    guard let header = table.header, let index = header.index(of: .id),
      !header.names[index].contains(where: \.isNumber)
    else { return }
    idColumn = index
  }

  /// The id of a row that is surely none to leave out: it holds a digit, as no name of a column and no word for totals does,
  /// and can be the id of a client. Nil for other rows.
  private static func plainID(_ cells: CSVRecord, _ index: Int) -> String? {
    guard index < cells.count else { return nil }
    var hasDigit = false
    for byte in cells[index] {
      switch byte {
      case 0x30...0x39: hasDigit = true
      case 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"): break
      default: return nil
      }
    }
    guard hasDigit else { return nil }
    let id = cells.text(index)
    return ClientID.problem(of: id) == nil ? id : nil
  }
}

/// The records of a roster in CSV, each with its bytes as they came; fed chunks of any size. Blank lines are none.
///
/// An open quotation mark takes in the rows behind it, until it meets another or the record is too long. Then
/// the lines up to the one with the mark are the bad record, and those behind it are read again: a bad row costs itself.
///
/// ```swift
/// var records = RosterRecords(delimiter: .comma)
/// for chunk in chunks {
///   records.feed(chunk)
///   while let record = records.next() { print(record.bytes.count) }
/// }
/// records.end()
/// while let record = records.next() { print(record.bytes.count) }
/// ```
public struct RosterRecords: Sendable {
  public struct Record: Sendable {
    /// On which it begins, from 1.
    public let line: Int
    /// Its cells, or what is wrong with it.
    package let cells: Result<CSVRecord, CSVError>
    /// With the end of its line.
    public let bytes: [UInt8]
  }

  private var scanner: CSVScanner
  private var chunk: [UInt8] = []
  private var position = 0
  private var isEnded = false
  /// The bytes of the record so far.
  private var bytes: [UInt8] = []
  /// What is wrong with the record whose line is being skipped.
  private var failure: CSVError?

  public init(delimiter: RosterDelimiter) {
    scanner = CSVScanner(delimiter: delimiter.byte, isForgiving: true)
  }

  /// Gives it the next bytes of the roster; to be called when ``next()`` has none left.
  public mutating func feed(_ chunk: [UInt8]) {
    self.chunk = chunk
    position = 0
  }

  /// Tells it that the roster ends; a last record that no line end follows is complete now.
  public mutating func end() { isEnded = true }

  /// The next record; nil when more has to be fed.
  public mutating func next() -> Record? {
    while position < chunk.count {
      let start = position
      // Of a bad line that does not end the beginning is enough.
      let isLong = failure != nil && bytes.count > scanner.recordLimit
      let cells = advance()
      if !isLong { bytes += chunk[start..<position] }
      if let cells, let record = complete(cells) { return record }
    }
    return isEnded ? last() : nil
  }

  /// Reads on to the end of a record; nil when the chunk is used up before.
  private mutating func advance() -> Result<CSVRecord, CSVError>? {
    if let failure {
      scanner.skipLine(in: chunk, at: &position)
      return scanner.isSkipping ? nil : .failure(failure)
    }
    do throws(CSVError) {
      return try scanner.next(in: chunk, at: &position) ? .success(scanner.record) : nil
    } catch {
      if scanner.isSkipping { failure = error }
      return .failure(error)
    }
  }

  /// Nil for a blank line, and for a bad record whose line has not ended yet.
  private mutating func complete(_ cells: Result<CSVRecord, CSVError>) -> Record? {
    if scanner.isSkipping, let failure { return scanner.lineOpened(failure).map { opened($0) } }
    failure = nil
    defer { bytes.removeAll(keepingCapacity: true) }
    if case .failure(let error) = cells, error.kind == .blankLine { return nil }
    return record(cells)
  }

  private func record(_ cells: Result<CSVRecord, CSVError>) -> Record {
    Record(line: scanner.record.line, cells: cells, bytes: bytes)
  }

  private mutating func last() -> Record? {
    if let failure {
      self.failure = nil
      return failure.kind == .blankLine ? nil : record(.failure(failure))
    }
    do throws(CSVError) {
      return try scanner.finish() ? record(.success(scanner.record)) : nil
    } catch {
      return scanner.lineOpened(error).map { opened($0) } ?? record(.failure(error))
    }
  }

  /// The lines up to one with an open quotation mark as a bad record; those behind it will be read again.
  private mutating func opened(_ line: Int) -> Record {
    let first = scanner.record.line
    var end = 0
    for _ in first...line { end = lineEnd(after: end) }
    chunk = Array(bytes[end...] + chunk[position...])
    position = 0
    scanner.restart(atLine: line + 1)
    failure = nil
    defer { bytes.removeAll(keepingCapacity: true) }
    return Record(
      line: first, cells: .failure(CSVError(line: line, field: nil, kind: .unclosedQuote)),
      bytes: Array(bytes[..<end]))
  }

  /// Behind the next end of a line: a line feed, a carriage return, or one or two of these and a line feed.
  private func lineEnd(after start: Int) -> Int {
    guard var end = bytes[start...].firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else {
      return bytes.count
    }
    let isReturn = bytes[end] == 0x0D
    end += 1
    guard isReturn else { return end }
    if end < bytes.count, bytes[end] == 0x0A { return end + 1 }
    if end + 1 < bytes.count, bytes[end] == 0x0D, bytes[end + 1] == 0x0A { return end + 2 }
    return end
  }
}

/// The sign between the cells of a roster.
public enum RosterDelimiter: String, Sendable, CaseIterable {
  case comma, semicolon, tab, pipe

  public var byte: UInt8 {
    switch self {
    case .comma: UInt8(ascii: ",")
    case .semicolon: UInt8(ascii: ";")
    case .tab: UInt8(ascii: "\t")
    case .pipe: UInt8(ascii: "|")
    }
  }

  /// The sign that a line `sep=;` names, else the one by which a header is found among the first rows and has the most names
  /// of fields; a comma when none is found.
  ///
  /// - Parameter start: of the roster, in UTF-8.
  public static func detected(in start: [UInt8], columns: RosterColumns = RosterColumns()) -> RosterDelimiter
  {
    if let sign = named(in: start) { return sign }
    var best: (delimiter: RosterDelimiter, known: Int)?
    for delimiter in allCases {
      let known = known(start, delimiter, columns)
      if known > best?.known ?? 0 { best = (delimiter, known) }
    }
    return best?.delimiter ?? .comma
  }

  /// `sep=;`, which tells a spreadsheet the sign.
  private static func named(in start: [UInt8]) -> RosterDelimiter? {
    let marked = start.starts(with: [0xEF, 0xBB, 0xBF]) ? start.dropFirst(3) : start[...]
    let line = marked.prefix(8).drop { $0 == UInt8(ascii: "\"") }
    guard line.count >= 5, String(decoding: line.prefix(4), as: UTF8.self).lowercased() == "sep=" else {
      return nil
    }
    let sign = line[line.startIndex + 4]
    return allCases.first { $0.byte == sign }
  }

  /// How well the header is known with a delimiter; less without a header: then by the names of any row, and the cells of the
  /// first.
  private static func known(_ start: [UInt8], _ delimiter: RosterDelimiter, _ columns: RosterColumns) -> Int {
    var records = RosterRecords(delimiter: delimiter)
    records.feed(start)
    var isEnded = false
    var rows = 0
    var most = 0
    while rows < RosterTable.rowsOfHeader {
      guard let record = records.next() else {
        if isEnded { break }
        isEnded = true
        records.end()
        continue
      }
      guard case .success(let cells) = record.cells else {
        rows += 1
        continue
      }
      let names = (0..<min(cells.count, 1_000)).map { RosterCell.text(cells.text($0)) }
      let row = RosterRecord(line: record.line, cells: names)
      if row.isBlank { continue }
      let count = RosterHeader.score(names, given: columns)
      if RosterHeader.isHeader(names, given: columns, isFirst: rows == 0) { return 1_000_000 + count }
      if HeaderFinder.isExplanation(row) { continue }
      rows += 1
      most = max(most, count * 30 + (most == 0 ? min(cells.count - 1, 29) : 0))
    }
    return most
  }
}

import CareerData
import Tabular

/// The records of a roster in CSV, each with its bytes as they came; fed chunks of any size. Blank lines are none.
///
/// A quotation mark that nobody closed takes in the rows behind it, until it meets another or the record is too long. Then
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

/// A strict scanner of CSV as RFC 4180 has it, in UTF-8, with a comma or another sign between fields.
///
/// The scanner holds no input: it is fed chunks of any size and keeps its state between them, so that a file of
/// any length is read in the memory of its longest record. A byte order mark at the very beginning is skipped;
/// lines end with a line feed, with or without a carriage return before it.
///
/// After an error the scanner goes on with the next line, so that one bad record costs one record.
///
/// ```swift
/// var scanner = CSVScanner()
/// var position = 0
/// while try scanner.next(in: chunk, at: &position) {
///   print(scanner.record.line, scanner.record.text(0))
/// }
/// // feed further chunks, each from position 0; then
/// if try scanner.finish() { print(scanner.record.text(0)) }
/// ```
package struct CSVScanner: Sendable {
  enum State: Sendable {
    /// Nothing read yet but this many bytes of a byte order mark.
    case fileStart(Int)
    case recordStart
    case fieldStart
    case unquoted
    case quoted
    /// After a quotation mark in a quoted field: it closes the field or is the first of two.
    case quoteInQuoted
    /// After a carriage return, with or without anything before it on its line.
    case carriageReturn(isLineBlank: Bool)
    /// After an error: to the end of the line.
    case skipping
    /// After spaces at the beginning of a field, by a forgiving scanner.
    case leadingSpaces(Int)
    /// After an equals sign at the beginning of a field, by a forgiving scanner.
    case leadingEquals(spaces: Int)
    /// After a closing quotation mark and spaces, by a forgiving scanner.
    case spaceAfterQuote
    /// After the second of two carriage returns, by a forgiving scanner.
    case secondCarriageReturn(isLineBlank: Bool)
    /// To the end of the line, after a carriage return, by a forgiving scanner.
    case skippingAfterReturn
  }

  /// The record that ``next(in:at:)`` or ``finish()`` has completed; valid until the next call.
  package internal(set) var record = CSVRecord()
  /// The number of fields that each record must have; nil, the default: any. Set it from the header.
  package var fieldCount: Int?
  /// The most bytes that a record may have.
  package let recordLimit: Int
  /// The sign between fields, in ASCII.
  package let delimiter: UInt8
  /// Whether it takes what programs write beside RFC 4180: lines that end with a carriage return, or two and a line feed;
  /// spaces around quotation marks; and `="00123"`, which is a quoted field.
  package let isForgiving: Bool
  /// The greatest of the four bytes that end a run of plain ones.
  let greatestStop: UInt8

  var state = State.fileStart(0)
  /// The line of the next byte.
  var line = 1
  /// The line on which the field begins.
  var fieldLine = 1
  /// The bits of all bytes of the record: a set high bit means that some are not ASCII.
  var bits: UInt8 = 0
  /// Whether the last byte in quotation marks was a carriage return.
  var isAfterReturn = false

  /// - Parameters:
  ///   - recordLimit: the most bytes that a record may have; a megabyte when not given. It bounds what an unclosed
  ///     quotation mark can swallow.
  ///   - delimiter: the sign between fields: a comma, a semicolon or a tab.
  ///   - isForgiving: see ``isForgiving``.
  package init(
    recordLimit: Int = 1 << 20, delimiter: UInt8 = UInt8(ascii: ","), isForgiving: Bool = false
  ) {
    self.recordLimit = recordLimit
    self.isForgiving = isForgiving
    self.delimiter = delimiter
    greatestStop = max(delimiter, UInt8(ascii: "\""))
  }

  /// Reads on to the end of the next record.
  ///
  /// - Parameters:
  ///   - chunk: the next bytes of the input.
  ///   - position: where to read on in `chunk`; moved behind what has been read.
  /// - Returns: true when ``record`` is complete; false when the chunk is used up before.
  /// - Throws: what is wrong with the record, which is lost; the next call goes on behind it.
  package mutating func next(in chunk: [UInt8], at position: inout Int) throws(CSVError) -> Bool {
    try chunk.withUnsafeBufferPointer { (bytes) throws(CSVError) in
      try next(in: bytes, at: &position)
    }
  }

  /// Reads on to the end of the next record.
  package mutating func next(
    in chunk: UnsafeBufferPointer<UInt8>, at position: inout Int
  ) throws(CSVError) -> Bool {
    while position < chunk.count {
      switch state {
      case .fileStart(let seen):
        skipByteOrderMark(chunk, &position, seen)
      case .recordStart:
        beginRecord()
      case .fieldStart:
        if try atFieldStart(chunk, &position) { return true }
      case .unquoted:
        if try inUnquoted(chunk, &position) { return true }
      case .quoted:
        try inQuoted(chunk, &position)
      case .quoteInQuoted:
        if try afterQuote(chunk, &position) { return true }
      case .carriageReturn(let isLineBlank):
        if try afterCarriageReturn(chunk, &position, isLineBlank) { return true }
      case .skipping, .skippingAfterReturn:
        skipLine(chunk, &position)
      case .leadingSpaces(let count):
        try afterSpaces(chunk, &position, count)
      case .leadingEquals(let spaces):
        try afterEquals(chunk, &position, spaces)
      case .spaceAfterQuote:
        if try afterQuote(chunk, &position) { return true }
      case .secondCarriageReturn(let isLineBlank):
        if try afterSecondReturn(chunk, &position, isLineBlank) { return true }
      }
    }
    return false
  }

  /// Whether the rest of a line is still to be skipped after an error. An error that was found at the end of its
  /// record leaves nothing to skip.
  package var isSkipping: Bool {
    switch state {
    case .skipping, .skippingAfterReturn: true
    default: false
    }
  }

  /// After an error, reads on to the end of the line; see ``isSkipping``.
  package mutating func skipLine(in chunk: [UInt8], at position: inout Int) {
    guard isSkipping else { return }
    chunk.withUnsafeBufferPointer { skipLine($0, &position) }
  }

  /// After an error in a quoted field that goes over several lines: the line on which the field begins; nil after any
  /// other. It is not closed, most likely, and what was read since are records of their own.
  package func lineOpened(_ error: CSVError) -> Int? {
    switch error.kind {
    case .textAfterQuote, .unclosedQuote, .recordTooLong: fieldLine < line ? fieldLine : nil
    default: nil
    }
  }

  /// Takes the next byte for the first of a record.
  package mutating func restart(atLine line: Int) {
    self.line = line
    state = .recordStart
  }

  /// Ends the input: completes a last record that no line end follows.
  ///
  /// - Returns: true when ``record`` is such a record.
  /// - Throws: what is wrong with the record.
  package mutating func finish() throws(CSVError) -> Bool {
    defer { state = .skipping }
    switch state {
    case .recordStart, .skipping, .skippingAfterReturn: return false
    case .fileStart(let seen):
      if seen == 0 { return false }
      throw CSVError(line: line, field: 1, kind: .invalidUTF8)
    case .quoted: throw CSVError(line: fieldLine, field: record.count + 1, kind: .unclosedQuote)
    case .carriageReturn(let isLineBlank), .secondCarriageReturn(let isLineBlank):
      guard isForgiving else {
        throw CSVError(line: line, field: record.count, kind: .bareCarriageReturn)
      }
      if isLineBlank { return false }
      try check()
      return true
    case .leadingSpaces(let count):
      append(spaces: count)
      endField()
      return true
    case .leadingEquals(let spaces):
      append(spaces: spaces)
      record.bytes.append(UInt8(ascii: "="))
      endField()
      return true
    case .fieldStart, .unquoted, .quoteInQuoted, .spaceAfterQuote:
      endField()
      try check()
      return true
    }
  }
}

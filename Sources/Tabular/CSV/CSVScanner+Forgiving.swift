// What a forgiving scanner takes beside RFC 4180.

extension CSVScanner {
  mutating func afterSpaces(
    _ chunk: UnsafeBufferPointer<UInt8>, _ position: inout Int, _ count: Int
  ) throws(CSVError) {
    switch chunk[position] {
    case Self.space:
      // As many as a record may have.
      guard count < recordLimit else { throw failure(.recordTooLong(limit: recordLimit)) }
      state = .leadingSpaces(count + 1)
      position += 1
    case Self.quote:
      state = .quoted
      position += 1
    case Self.equals:
      state = .leadingEquals(spaces: count)
      position += 1
    default:
      append(spaces: count)
      state = .unquoted
    }
  }

  mutating func afterEquals(
    _ chunk: UnsafeBufferPointer<UInt8>, _ position: inout Int, _ spaces: Int
  ) throws(CSVError) {
    guard chunk[position] == Self.quote else {
      append(spaces: spaces)
      record.bytes.append(Self.equals)
      state = .unquoted
      return
    }
    state = .quoted
    position += 1
  }

  mutating func append(spaces: Int) {
    record.bytes.append(contentsOf: repeatElement(Self.space, count: spaces))
  }

  /// A line feed, a second carriage return or neither follows the first.
  mutating func afterReturn(
    _ chunk: UnsafeBufferPointer<UInt8>, _ position: inout Int, _ isLineBlank: Bool
  ) throws(CSVError) -> Bool {
    switch chunk[position] {
    case Self.carriageReturn:
      position += 1
      state = .secondCarriageReturn(isLineBlank: isLineBlank)
      return false
    case Self.lineFeed: position += 1
    default: break
    }
    if isLineBlank { throw blankLine(lines: 1) }
    try endRecord()
    return true
  }

  /// Two carriage returns and a line feed are one end of a line; without the line feed a blank line stands between them.
  mutating func afterSecondReturn(
    _ chunk: UnsafeBufferPointer<UInt8>, _ position: inout Int, _ isLineBlank: Bool
  ) throws(CSVError) -> Bool {
    let isOne = chunk[position] == Self.lineFeed
    if isOne { position += 1 }
    if isLineBlank { throw blankLine(lines: isOne ? 1 : 2) }
    if !isOne { line += 1 }
    try endRecord()
    return true
  }

  /// An error that leaves nothing to skip.
  mutating func blankLine(lines: Int) -> CSVError {
    let error = CSVError(line: line, field: nil, kind: .blankLine)
    line += lines
    state = .recordStart
    return error
  }
}

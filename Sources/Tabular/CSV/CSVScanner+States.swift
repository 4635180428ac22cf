// What the scanner does in each of its states. Each step moves the position on or changes the state.

extension CSVScanner {
  static let quote = UInt8(ascii: "\"")
  static let space = UInt8(ascii: " ")
  static let equals = UInt8(ascii: "=")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  mutating func skipByteOrderMark(
    _ chunk: UnsafeBufferPointer<UInt8>, _ position: inout Int, _ seen: Int
  ) {
    guard chunk[position] == Self.byteOrderMark[seen] else {
      beginRecord()
      guard seen > 0 else { return }
      // The bytes so far were not the mark: they begin the first field.
      record.bytes.append(contentsOf: Self.byteOrderMark[..<seen])
      bits = 0x80
      state = .unquoted
      return
    }
    position += 1
    state = seen == 2 ? .recordStart : .fileStart(seen + 1)
  }

  mutating func beginRecord() {
    record.removeAll()
    record.line = line
    bits = 0
    state = .fieldStart
  }

  mutating func atFieldStart(
    _ chunk: UnsafeBufferPointer<UInt8>, _ position: inout Int
  ) throws(CSVError) -> Bool {
    fieldLine = line
    if chunk[position] == Self.quote {
      position += 1
      state = .quoted
      return false
    }
    if isForgiving, chunk[position] == Self.space || chunk[position] == Self.equals {
      state = chunk[position] == Self.space ? .leadingSpaces(1) : .leadingEquals(spaces: 0)
      position += 1
      return false
    }
    state = .unquoted
    return try inUnquoted(chunk, &position)
  }

  mutating func inUnquoted(
    _ chunk: UnsafeBufferPointer<UInt8>, _ position: inout Int
  ) throws(CSVError) -> Bool {
    let start = position
    var end = start
    var seen: UInt8 = 0
    let last = endOfRoom(chunk, from: start)
    while end < last {
      let byte = chunk[end]
      if byte <= greatestStop,
        byte == delimiter || byte == Self.lineFeed || byte == Self.carriageReturn || byte == Self.quote
      {
        break
      }
      seen |= byte
      end += 1
    }
    position = end
    try append(chunk, start..<end, seen)
    guard end < chunk.count else { return false }
    if chunk[end] == Self.quote { throw failure(.strayQuote) }
    return try atSeparator(chunk, &position)
  }

  mutating func inQuoted(
    _ chunk: UnsafeBufferPointer<UInt8>, _ position: inout Int
  ) throws(CSVError) {
    let start = position
    var end = start
    var seen: UInt8 = 0
    let last = endOfRoom(chunk, from: start)
    while end < last, chunk[end] != Self.quote {
      if chunk[end] == Self.lineFeed {
        if !isAfterReturn { line += 1 }
        isAfterReturn = false
      } else if isForgiving {
        isAfterReturn = chunk[end] == Self.carriageReturn
        if isAfterReturn { line += 1 }
      }
      seen |= chunk[end]
      end += 1
    }
    position = end
    try append(chunk, start..<end, seen)
    guard end < chunk.count else { return }
    position += 1
    state = .quoteInQuoted
  }

  /// Where a record that is too long has its first byte too many; the end of the chunk when it has none. What is read
  /// of the record does not depend on the pieces that the input comes in.
  private func endOfRoom(_ chunk: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let room = max(0, recordLimit - record.bytes.count)
    return room < chunk.count - start ? start + room + 1 : chunk.count
  }

  mutating func afterQuote(
    _ chunk: UnsafeBufferPointer<UInt8>, _ position: inout Int
  ) throws(CSVError) -> Bool {
    switch chunk[position] {
    case Self.quote:
      if case .spaceAfterQuote = state { throw failure(.textAfterQuote) }
      guard record.bytes.count < recordLimit else { throw tooLong() }
      record.bytes.append(Self.quote)
      position += 1
      state = .quoted
      return false
    case Self.space where isForgiving && delimiter != Self.space:
      position += 1
      state = .spaceAfterQuote
      return false
    case delimiter, Self.lineFeed, Self.carriageReturn:
      return try atSeparator(chunk, &position)
    default:
      throw failure(.textAfterQuote)
    }
  }

  /// At a comma, a line feed or a carriage return.
  mutating func atSeparator(
    _ chunk: UnsafeBufferPointer<UInt8>, _ position: inout Int
  ) throws(CSVError) -> Bool {
    let byte = chunk[position]
    // A quoted empty field on a line of its own is a record; an empty line is none.
    let isLineBlank = if case .unquoted = state { record.count == 0 && record.bytes.isEmpty } else { false }
    if byte == Self.lineFeed && isLineBlank {
      guard isForgiving else { throw failure(.blankLine, isWholeRecord: true) }
      position += 1
      throw blankLine(lines: 1)
    }
    // Empty fields take no bytes, and their ends take memory.
    guard record.count < recordLimit else { throw tooLong() }
    endField()
    position += 1
    switch byte {
    case delimiter:
      state = .fieldStart
      return false
    case Self.carriageReturn:
      state = .carriageReturn(isLineBlank: isLineBlank)
      return false
    default:
      try endRecord()
      return true
    }
  }

  mutating func afterCarriageReturn(
    _ chunk: UnsafeBufferPointer<UInt8>, _ position: inout Int, _ isLineBlank: Bool
  ) throws(CSVError) -> Bool {
    if isForgiving { return try afterReturn(chunk, &position, isLineBlank) }
    guard chunk[position] == Self.lineFeed else {
      record.ends.removeLast()
      throw failure(.bareCarriageReturn)
    }
    if isLineBlank { throw failure(.blankLine, isWholeRecord: true) }
    position += 1
    try endRecord()
    return true
  }

  mutating func skipLine(_ chunk: UnsafeBufferPointer<UInt8>, _ position: inout Int) {
    while position < chunk.count {
      if case .skippingAfterReturn = state, chunk[position] != Self.lineFeed {
        line += 1
        state = .recordStart
        return
      }
      position += 1
      if isForgiving, chunk[position - 1] == Self.carriageReturn { state = .skippingAfterReturn }
      if chunk[position - 1] == Self.lineFeed {
        line += 1
        state = .recordStart
        return
      }
    }
  }

  mutating func append(
    _ chunk: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ seen: UInt8
  ) throws(CSVError) {
    guard !range.isEmpty else { return }
    guard record.bytes.count + range.count <= recordLimit else { throw tooLong() }
    record.bytes.append(contentsOf: UnsafeBufferPointer(rebasing: chunk[range]))
    bits |= seen
  }

  /// The rest of the line is skipped.
  private mutating func tooLong() -> CSVError {
    state = .skipping
    return CSVError(line: record.line, field: nil, kind: .recordTooLong(limit: recordLimit))
  }

  mutating func endField() {
    record.ends.append(record.bytes.count)
  }

  mutating func endRecord() throws(CSVError) {
    line += 1
    state = .recordStart
    try check()
  }

  /// Checks a complete record.
  func check() throws(CSVError) {
    if let fieldCount, fieldCount != record.count {
      let kind = CSVError.Kind.fieldCount(expected: fieldCount, found: record.count)
      throw CSVError(line: record.line, field: nil, kind: kind)
    }
    guard bits & 0x80 != 0 else { return }
    // Field by field: two broken ends may make a whole between them.
    for index in 0..<record.count where !record[index].isUTF8 {
      throw CSVError(line: record.line, field: index + 1, kind: .invalidUTF8)
    }
  }

  /// An error in the field at hand; the rest of the line is skipped.
  mutating func failure(_ kind: CSVError.Kind, isWholeRecord: Bool = false) -> CSVError {
    state = .skipping
    return CSVError(line: line, field: isWholeRecord ? nil : record.count + 1, kind: kind)
  }
}

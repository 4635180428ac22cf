/// What may be a profile.
struct JSONPiece: Sendable {
  var line: Int
  var bytes: [UInt8] = []
  var isTooLong = false

  mutating func append(_ more: some Collection<UInt8>) {
    let room = JSONRosterReader.longest - bytes.count
    isTooLong = isTooLong || more.count > room
    bytes += more.prefix(room)
  }
}

/// Parts JSON at the ends of its lines.
struct JSONLines: Sendable {
  private var piece = JSONPiece(line: 1)

  mutating func read(_ chunk: [UInt8]) -> [JSONPiece] {
    var pieces: [JSONPiece] = []
    var rest = chunk[...]
    while let end = rest.firstIndex(of: 0x0A) {
      piece.append(rest[...end])
      pieces += finish()
      rest = rest[(end + 1)...]
    }
    piece.append(rest)
    return pieces
  }

  mutating func finish() -> [JSONPiece] {
    defer { piece = JSONPiece(line: piece.line + 1) }
    return piece.isTooLong || !isBlank ? [piece] : []
  }

  private var isBlank: Bool {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = piece.line == 1 && piece.bytes.starts(with: mark) ? piece.bytes.dropFirst(3) : piece.bytes[...]
    return text.allSatisfy { [0x20, 0x09, 0x0D, 0x0A].contains($0) }
  }
}

/// Parts JSON where an object of the outermost list, or of no list, ends.
struct JSONObjects: Sendable {
  private var piece = JSONPiece(line: 1)
  private var line = 1
  private var depth = 0
  private var isInString = false
  private var isEscaped = false
  private var hasMark = false
  /// Within the list that holds all.
  private var isInList = false
  private var isBegun = false

  mutating func read(_ chunk: [UInt8]) -> [JSONPiece] {
    var pieces: [JSONPiece] = []
    for byte in chunk {
      if let piece = take(byte) { pieces.append(piece) }
    }
    return pieces
  }

  mutating func finish() -> [JSONPiece] { isBegun ? [end()] : [] }

  /// What ends with a byte.
  private mutating func take(_ byte: UInt8) -> JSONPiece? {
    defer { if byte == 0x0A { line += 1 } }
    if !isBegun {
      // A byte order mark, space, and the signs of the list.
      if byte <= 0x20 || [0xEF, 0xBB, 0xBF].contains(byte) { return nil }
      if byte == UInt8(ascii: "["), !isInList {
        isInList = true
        return nil
      }
      if isInList, byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]") { return nil }
      isBegun = true
      piece = JSONPiece(line: line)
    }
    // Something that is no object ends with the list's next comma.
    if depth == 0, !isInString, isInList, byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]") {
      return end()
    }
    piece.append(CollectionOfOne(byte))
    if isInString {
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "\"") {
        isInString = false
      }
      return nil
    }
    switch byte {
    case UInt8(ascii: "\""): isInString = true
    case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      depth -= 1
      if depth <= 0 { return end() }
    default: break
    }
    return nil
  }

  private mutating func end() -> JSONPiece {
    let done = piece
    isBegun = false
    depth = 0
    isInString = false
    isEscaped = false
    return done
  }
}

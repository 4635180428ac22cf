/// A roster as JSON: a profile in each line, a list of profiles, or profiles over several lines each, as editors write them.
///
/// Where each profile stands in a line of its own, a bad line costs itself only.
public struct JSONRosterReader: RosterReader {
  /// A longer profile is none.
  static let longest = 1 << 20

  private enum Form { case unknown, lines, objects }

  public private(set) var table: RosterTable
  private var form = Form.unknown
  /// What was read to find out the form.
  private var start: [UInt8] = []
  private var lines = JSONLines()
  private var objects = JSONObjects()

  public init(_ work: RosterTable.Work, columns: RosterColumns = RosterColumns()) {
    table = RosterTable(work, columns: columns)
  }

  public mutating func read(_ chunk: [UInt8], _ body: (RosterRow) throws -> Void) throws {
    if form == .unknown {
      start += chunk
      guard start.count > Self.longest || hasTwoLines else { return }
      try begin(body)
    } else {
      try take(chunk, body)
    }
  }

  public mutating func finish(_ body: (RosterRow) throws -> Void) throws {
    if form == .unknown { try begin(body) }
    switch form {
    case .lines: for piece in lines.finish() { try give(piece, body) }
    case .objects, .unknown: for piece in objects.finish() { try give(piece, body) }
    }
  }

  private mutating func begin(_ body: (RosterRow) throws -> Void) throws {
    form = Self.isOfLines(start) ? .lines : .objects
    let chunk = start
    start = []
    try take(chunk, body)
  }

  private mutating func take(_ chunk: [UInt8], _ body: (RosterRow) throws -> Void) throws {
    for piece in form == .lines ? lines.read(chunk) : objects.read(chunk) { try give(piece, body) }
  }

  private mutating func give(_ piece: JSONPiece, _ body: (RosterRow) throws -> Void) throws {
    if piece.isTooLong {
      let problem = ProfileProblem(
        field: nil,
        reason: .brokenRow(finding: "a line of more than 1 MiB", remedy: "give one profile in a line"))
      return try body(RosterRow(line: piece.line, bytes: piece.bytes, outcome: .refused([problem])))
    }
    if let row = table.row(json: piece.bytes, line: piece.line) { try body(row) }
  }

  private var hasTwoLines: Bool { Self.filledLines(start, isWhole: false).count >= 2 }

  /// The first two lines that are not blank, without space around them; the last is whole only when something follows.
  private static func filledLines(_ bytes: [UInt8], isWhole: Bool) -> [ArraySlice<UInt8>] {
    var lines = bytes.split(separator: 0x0A, maxSplits: 200, omittingEmptySubsequences: false)
    if !isWhole { lines = lines.dropLast() }
    return Array(lines.lazy.map(trimmed).filter { !$0.isEmpty }.prefix(2))
  }

  private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var line = line
    func isSpace(_ byte: UInt8) -> Bool { byte <= 0x20 || [0xEF, 0xBB, 0xBF].contains(byte) }
    while let first = line.first, isSpace(first) { line.removeFirst() }
    while let last = line.last, isSpace(last) { line.removeLast() }
    return line
  }

  /// Whether each line is a profile of its own: not when the first two do not both begin as one.
  private static func isOfLines(_ bytes: [UInt8]) -> Bool {
    let lines = filledLines(bytes, isWhole: true)
    guard let first = lines.first else { return true }
    if first.first == UInt8(ascii: "[") { return false }
    guard lines.count == 2 else { return true }
    if first == [UInt8(ascii: "{")] { return false }
    // A line that ends in a comma or an opened list goes on in the next.
    if let last = first.last, [UInt8(ascii: ","), UInt8(ascii: "{"), UInt8(ascii: "[")].contains(last),
      lines[1].first != UInt8(ascii: "{")
    {
      return false
    }
    return true
  }
}

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

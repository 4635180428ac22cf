/// A strict parser of JSON over bytes.
struct JSONParser {
  /// Arrays and objects inside each other.
  static let depthLimit = 100

  private let bytes: [UInt8]
  private var position = 0
  private var line = 1
  private var lineStart = 0
  private var depth = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      position = 3
      lineStart = 3
    }
  }

  mutating func parse() throws(JSONError) -> JSONNode {
    let node = try parseValue()
    skipSpace()
    if position < bytes.count { throw error(.trailingText) }
    return node
  }

  private var byte: UInt8? { position < bytes.count ? bytes[position] : nil }

  private func error(_ kind: JSONError.Kind) -> JSONError {
    // Bytes that continue a character are not counted.
    let column = bytes[lineStart..<min(position, bytes.count)].count { $0 & 0xC0 != 0x80 } + 1
    return JSONError(line: line, column: column, kind: kind)
  }

  private func unexpected(_ what: String) -> JSONError {
    error(position < bytes.count ? .expected(what) : .endsBefore(what))
  }

  private mutating func skipSpace() {
    while let byte, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      position += 1
      if byte == 0x0A {
        line += 1
        lineStart = position
      }
    }
  }

  /// Takes a byte when it is next.
  private mutating func take(_ expected: Unicode.Scalar) -> Bool {
    guard byte == UInt8(ascii: expected) else { return false }
    position += 1
    return true
  }

  private mutating func parseValue() throws(JSONError) -> JSONNode {
    skipSpace()
    let start = line
    let value: JSONNode.Value
    switch byte {
    case UInt8(ascii: "{"):
      value = .object(try nested { (parser) throws(JSONError) in try parser.parseMembers() })
    case UInt8(ascii: "["):
      value = .array(try nested { (parser) throws(JSONError) in try parser.parseElements() })
    case UInt8(ascii: "\""): value = .string(try parseString())
    case UInt8(ascii: "-"), .some(0x30...0x39): value = .number(try parseNumber())
    case UInt8(ascii: "t"): value = try parseWord("true", .boolean(true))
    case UInt8(ascii: "f"): value = try parseWord("false", .boolean(false))
    case UInt8(ascii: "n"): value = try parseWord("null", .null)
    default: throw unexpected("a value")
    }
    return JSONNode(value: value, line: start)
  }

  private mutating func nested<Content>(
    _ content: (inout JSONParser) throws(JSONError) -> Content
  ) throws(JSONError) -> Content {
    guard depth < Self.depthLimit else { throw error(.tooDeep(limit: Self.depthLimit)) }
    depth += 1
    defer { depth -= 1 }
    position += 1
    return try content(&self)
  }

  private mutating func parseMembers() throws(JSONError) -> [JSONNode.Member] {
    var members: [JSONNode.Member] = []
    var keys: Set<String> = []
    skipSpace()
    if take("}") { return members }
    while true {
      skipSpace()
      guard byte == UInt8(ascii: "\"") else { throw unexpected("a key in quotation marks") }
      let start = position
      let key = try parseString()
      guard keys.insert(key).inserted else {
        position = start
        throw error(.duplicateKey(key))
      }
      skipSpace()
      guard take(":") else { throw unexpected("a colon") }
      members.append(JSONNode.Member(key: key, node: try parseValue()))
      skipSpace()
      if take("}") { return members }
      guard take(",") else { throw unexpected("a comma or }") }
    }
  }

  private mutating func parseElements() throws(JSONError) -> [JSONNode] {
    var elements: [JSONNode] = []
    skipSpace()
    if take("]") { return elements }
    while true {
      elements.append(try parseValue())
      skipSpace()
      if take("]") { return elements }
      guard take(",") else { throw unexpected("a comma or ]") }
    }
  }

  private mutating func parseWord(_ word: String, _ value: JSONNode.Value) throws(JSONError) -> JSONNode.Value
  {
    guard bytes[position...].starts(with: word.utf8) else { throw unexpected("a value") }
    position += word.utf8.count
    return value
  }

  private mutating func parseNumber() throws(JSONError) -> String {
    let start = position
    func isDigit(_ byte: UInt8?) -> Bool { byte.map { (0x30...0x39).contains($0) } ?? false }
    func digits() -> Bool {
      guard isDigit(byte) else { return false }
      while isDigit(byte) { position += 1 }
      return true
    }
    _ = take("-")
    if take("0") {
      if isDigit(byte) { throw error(.badNumber) }
    } else if !digits() {
      throw error(.badNumber)
    }
    if take("."), !digits() { throw error(.badNumber) }
    if take("e") || take("E") {
      _ = take("+") || take("-")
      if !digits() { throw error(.badNumber) }
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }
}

extension JSONParser {
  private mutating func parseString() throws(JSONError) -> String {
    position += 1
    var run = position
    var text = ""
    while let byte {
      switch byte {
      case UInt8(ascii: "\""):
        try append(run, to: &text)
        position += 1
        return text
      case UInt8(ascii: "\\"):
        try append(run, to: &text)
        text.unicodeScalars.append(try parseEscape())
        run = position
      case 0..<0x20:
        throw error(.controlCharacter)
      default:
        position += 1
      }
    }
    throw unexpected("a closing quotation mark")
  }

  private func append(_ start: Int, to text: inout String) throws(JSONError) {
    guard bytes[start..<position].isUTF8 else { throw error(.invalidUTF8) }
    text += String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func parseEscape() throws(JSONError) -> Unicode.Scalar {
    let start = position
    position += 1
    guard let byte else { throw unexpected("an escape") }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): if let scalar = parseCodePoint() { return scalar }
    default: break
    }
    position = start
    throw error(.badEscape)
  }

  /// The four digits after `\u`, and a second escape when they are the first half of a surrogate pair.
  private mutating func parseCodePoint() -> Unicode.Scalar? {
    guard let first = parseHexadecimal() else { return nil }
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard UTF16.isLeadSurrogate(UInt16(first)), take("\\"), take("u"), let second = parseHexadecimal(),
      UTF16.isTrailSurrogate(UInt16(second))
    else { return nil }
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
  }

  private mutating func parseHexadecimal() -> UInt32? {
    var result: UInt32 = 0
    for _ in 0..<4 {
      guard let byte, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      result = result << 4 + UInt32(digit)
      position += 1
    }
    return result
  }
}

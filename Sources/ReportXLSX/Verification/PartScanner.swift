#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads a part of a workbook to its end, and says where it is not whole.
///
/// It knows the XML that libxlsxwriter writes: elements, attributes in double quotation marks, text, and no comment,
/// instruction, section or declaration of types. All else is damage, so that whatever a parser of all XML refuses is
/// refused here too; a test holds the two together. It takes a tenth of a parser's time, which verifying each workbook
/// of a caseload is worth.
struct PartScanner: ~Copyable {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let counted: [[UInt8]]
  private let kept: [[UInt8]]
  private var position = 0
  /// The names of the elements that are open, outermost first.
  private var open: [Range<Int>] = []
  private var hasRoot = false
  private var attributeNames: [Range<Int>] = []
  private var counts: [Int]
  private var attributes: [[String: String]] = []

  /// - Parameters:
  ///   - counting: names of elements to count, with their prefix as it stands.
  ///   - attributesOf: names of elements whose attributes are kept.
  static func outline(
    of bytes: [UInt8], counting: [String] = [], attributesOf: [String] = []
  ) throws(XMLOutline.Malformed) -> XMLOutline {
    let result = bytes.withUnsafeBufferPointer { bytes -> Result<XMLOutline, XMLOutline.Malformed> in
      var scanner = PartScanner(bytes, counting, attributesOf)
      do throws(XMLOutline.Malformed) {
        try scanner.scan()
        return .success(scanner.outline)
      } catch { return .failure(error) }
    }
    return try result.get()
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>, _ counting: [String], _ attributesOf: [String]) {
    self.bytes = bytes
    counted = counting.map { Array($0.utf8) }
    kept = attributesOf.map { Array($0.utf8) }
    counts = counted.map { _ in 0 }
  }

  private var outline: XMLOutline {
    let found = zip(counted, counts).filter { $0.1 > 0 }
    return XMLOutline(
      counts: Dictionary(uniqueKeysWithValues: found.map { (String(decoding: $0.0, as: UTF8.self), $0.1) }),
      attributes: attributes)
  }

  private func malformed(_ reason: String) -> XMLOutline.Malformed {
    let line = 1 + bytes[..<min(position, bytes.count)].reduce(0) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) }
    return XMLOutline.Malformed(line: line, reason: reason)
  }

  // MARK: - Elements

  private mutating func scan() throws(XMLOutline.Malformed) {
    let isASCII = bytes.reduce(0) { $0 | $1 } < 0x80
    guard isASCII || String(validating: bytes, as: UTF8.self) != nil else {
      throw malformed("it is not UTF-8")
    }
    try skipDeclaration()
    while position < bytes.count {
      try skipText()
      guard position < bytes.count else { break }
      position += 1
      if next == UInt8(ascii: "/") { try endElement() } else { try beginElement() }
    }
    guard hasRoot else { throw malformed("no element found") }
    guard open.isEmpty else { throw malformed("unclosed token") }
  }

  /// Nil at the end.
  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipDeclaration() throws(XMLOutline.Malformed) {
    guard bytes.starts(with: "<?".utf8) else { return }
    for part in ["<?xml version=\"1.0\"", " encoding=\"UTF-8\"", " standalone=\"yes\""] {
      if bytes[position...].starts(with: part.utf8) { position += part.utf8.count }
    }
    guard position > 2, bytes[position...].starts(with: "?>".utf8) else {
      throw malformed("XML declaration not well-formed")
    }
    position += 2
  }

  /// Up to the next element: between elements white space alone outside of the outermost.
  private mutating func skipText() throws(XMLOutline.Malformed) {
    let isInside = !open.isEmpty
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "<") { return }
      if !isInside, !Self.isSpace(byte) { throw malformed("junk outside of the document element") }
      if byte < 0x27 { try skipSpecial(byte) } else { position += 1 }
    }
  }

  /// A character below the apostrophe: one that may not stand in a text, one that is named, or any other.
  private mutating func skipSpecial(_ byte: UInt8) throws(XMLOutline.Malformed) {
    if byte == UInt8(ascii: "&") { return try skipReference() }
    guard byte >= 0x20 || Self.isSpace(byte) else { throw malformed("a character that XML does not have") }
    position += 1
  }

  private static let references = ["&amp;", "&lt;", "&gt;", "&quot;", "&apos;"].map { Array($0.utf8) }

  private mutating func skipReference() throws(XMLOutline.Malformed) {
    let rest = bytes[position...]
    if let known = Self.references.first(where: { rest.starts(with: $0) }) {
      position += known.count
      return
    }
    // `&#10;` or `&#xA;`, of a few digits.
    let end = rest.prefix(10).firstIndex(of: UInt8(ascii: ";"))
    guard let end, rest.starts(with: "&#".utf8), let scalar = Self.scalar(rest[(position + 2)..<end]),
      scalar.value >= 0x20 || Self.isSpace(UInt8(scalar.value)), ![0xFFFE, 0xFFFF].contains(scalar.value)
    else { throw malformed("reference to an unknown character") }
    position = end + 1
  }

  private static func scalar(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Unicode.Scalar? {
    let isHexadecimal = digits.first == UInt8(ascii: "x")
    let text = String(decoding: isHexadecimal ? digits.dropFirst() : digits, as: UTF8.self)
    guard text.utf8.first.map({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }) == true else {
      return nil
    }
    return UInt32(text, radix: isHexadecimal ? 16 : 10).flatMap(Unicode.Scalar.init)
  }

  private mutating func endElement() throws(XMLOutline.Malformed) {
    position += 1
    guard let name = open.popLast() else { throw malformed("mismatched tag") }
    guard isSame(name, position..<(position + name.count)) else { throw malformed("mismatched tag") }
    position += name.count
    skipSpaces()
    guard next == UInt8(ascii: ">") else { throw malformed("mismatched tag") }
    position += 1
  }

  private mutating func beginElement() throws(XMLOutline.Malformed) {
    guard !open.isEmpty || !hasRoot else { throw malformed("junk after document element") }
    hasRoot = true
    let name = try skipName()
    attributeNames.removeAll(keepingCapacity: true)
    let isKept = !kept.isEmpty && kept.contains { isSame(name, $0) }
    var pairs: [String: String] = [:]
    for index in counted.indices where isSame(name, counted[index]) { counts[index] += 1 }
    while true {
      let hadSpace = skipSpaces()
      switch next {
      case UInt8(ascii: ">"):
        position += 1
        open.append(name)
      case UInt8(ascii: "/"):
        position += 1
        guard next == UInt8(ascii: ">") else { throw malformed("not well-formed") }
        position += 1
      default:
        guard hadSpace else { throw malformed("not well-formed") }
        let (key, value) = try skipAttribute()
        if isKept { pairs[text(key)] = text(value) }
        continue
      }
      break
    }
    if isKept { attributes.append(pairs) }
  }

  private mutating func skipAttribute() throws(XMLOutline.Malformed) -> (key: Range<Int>, value: Range<Int>) {
    let key = try skipName()
    for name in attributeNames where isSame(key, name) { throw malformed("duplicate attribute") }
    attributeNames.append(key)
    guard next == UInt8(ascii: "=") else { throw malformed("not well-formed") }
    position += 1
    guard next == UInt8(ascii: "\"") else { throw malformed("not well-formed") }
    position += 1
    let start = position
    while let byte = next, byte != UInt8(ascii: "\"") {
      guard byte != UInt8(ascii: "<") else { throw malformed("not well-formed") }
      if byte < 0x27 { try skipSpecial(byte) } else { position += 1 }
    }
    guard next != nil else { throw malformed("unclosed token") }
    position += 1
    return (key, start..<(position - 1))
  }

  // MARK: - Names

  /// A letter or `_`, then letters, digits, `_`, `-`, `.` and `:`.
  private mutating func skipName() throws(XMLOutline.Malformed) -> Range<Int> {
    let start = position
    while let byte = next, Self.isOfName(byte) { position += 1 }
    guard position > start, Self.isLetter(bytes[start]) else { throw malformed("not well-formed") }
    return start..<position
  }

  @discardableResult
  private mutating func skipSpaces() -> Bool {
    let start = position
    while let byte = next, Self.isSpace(byte) { position += 1 }
    return position > start
  }

  private func isSame(_ range: Range<Int>, _ name: [UInt8]) -> Bool {
    guard range.count == name.count, let start = bytes.baseAddress else { return false }
    // memcmp(3): 0 for the same bytes.
    return memcmp(start + range.lowerBound, name, name.count) == 0
  }

  private func isSame(_ range: Range<Int>, _ other: Range<Int>) -> Bool {
    guard range.count == other.count, other.upperBound <= bytes.count, let start = bytes.baseAddress else {
      return false
    }
    return memcmp(start + range.lowerBound, start + other.lowerBound, range.count) == 0
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "_")
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    isLetter(byte) || (0x30...0x3A).contains(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }
}

/// Reads a part of a workbook to its end, and says where it is not whole.
///
/// It knows the XML that libxlsxwriter writes: elements, attributes in double quotation marks, text, and no comment,
/// instruction, section or declaration of types. All else is damage, so that whatever a parser of all XML refuses is
/// refused here too; a test holds the two together. It takes a tenth of a parser's time, which verifying each workbook
/// of a caseload is worth.
struct PartScanner: ~Copyable {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let counted: [Name]
  private let kept: [Name]
  private var position = 0
  /// The names of the elements that are open, outermost first.
  private var open: [Range<Int>] = []
  private var hasRoot = false
  /// Of the element that is read: the first ``attributeCount``; the others are of elements before it.
  private var attributeNames: [Range<Int>] = []
  private var attributeCount = 0
  private var counts: [Int]
  private var attributes: [[String: String]] = []

  /// The first byte tells most names apart.
  private struct Name {
    let first: UInt8
    let bytes: [UInt8]

    init(_ text: String) {
      bytes = Array(text.utf8)
      first = bytes.first ?? 0
    }
  }

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
    counted = counting.map(Name.init)
    kept = attributesOf.map(Name.init)
    counts = counted.map { _ in 0 }
  }

  private var outline: XMLOutline {
    let found = zip(counted, counts).filter { $0.1 > 0 }
    return XMLOutline(
      counts: Dictionary(
        uniqueKeysWithValues: found.map { (String(decoding: $0.0.bytes, as: UTF8.self), $0.1) }),
      attributes: attributes)
  }

  private func malformed(_ reason: String) -> XMLOutline.Malformed {
    let line = 1 + bytes[..<min(position, bytes.count)].reduce(0) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) }
    return XMLOutline.Malformed(line: line, reason: reason)
  }

  // MARK: - Elements

  private mutating func scan() throws(XMLOutline.Malformed) {
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

  /// Up to the next element.
  private mutating func skipText() throws(XMLOutline.Malformed) {
    guard !open.isEmpty else { return try skipSpaceOutside() }
    while true {
      skipPlainText()
      guard let byte = next, byte != UInt8(ascii: "<") else { return }
      try skipSpecial(byte)
    }
  }

  private mutating func skipSpaceOutside() throws(XMLOutline.Malformed) {
    skipSpaces()
    guard next == nil || next == UInt8(ascii: "<") else {
      throw malformed("junk outside of the document element")
    }
  }

  /// Up to a character that ends a text or needs a look.
  private mutating func skipPlainText() {
    var place = position
    while place < bytes.count, Self.isPlain(bytes[place]) { place += 1 }
    position = place
  }

  /// A character that is not plain: one that may not stand in a text, one that is named, one beyond ASCII, or `"`.
  private mutating func skipSpecial(_ byte: UInt8) throws(XMLOutline.Malformed) {
    switch byte {
    case UInt8(ascii: "&"): try skipReference()
    case UInt8(ascii: "\""): position += 1
    case 0x80...: try skipBeyondASCII()
    default: throw malformed("a character that XML does not have")
    }
  }

  /// All bytes of such characters are beyond ASCII: a row of them is UTF-8 by itself or not at all.
  private mutating func skipBeyondASCII() throws(XMLOutline.Malformed) {
    let start = position
    while let byte = next, byte >= 0x80 { position += 1 }
    let row = UnsafeBufferPointer(rebasing: bytes[start..<position])
    guard String(validating: row, as: UTF8.self) != nil else { throw malformed("it is not UTF-8") }
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
    guard let name = open.popLast(), isSame(name, position..<(position + name.count)) else {
      throw malformed("mismatched tag")
    }
    position += name.count
    skipSpaces()
    guard next == UInt8(ascii: ">") else { throw malformed("mismatched tag") }
    position += 1
  }

  private mutating func beginElement() throws(XMLOutline.Malformed) {
    guard !open.isEmpty || !hasRoot else { throw malformed("junk after document element") }
    hasRoot = true
    let name = try skipName()
    attributeCount = 0
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
    try noteAttribute(key)
    guard next == UInt8(ascii: "=") else { throw malformed("not well-formed") }
    position += 1
    guard next == UInt8(ascii: "\"") else { throw malformed("not well-formed") }
    position += 1
    let start = position
    while true {
      skipPlainText()
      guard let byte = next else { throw malformed("unclosed token") }
      if byte == UInt8(ascii: "\"") { break }
      guard byte != UInt8(ascii: "<") else { throw malformed("not well-formed") }
      try skipSpecial(byte)
    }
    position += 1
    return (key, start..<(position - 1))
  }

  /// An attribute stands once in an element.
  private mutating func noteAttribute(_ key: Range<Int>) throws(XMLOutline.Malformed) {
    for index in 0..<attributeCount where isSame(key, attributeNames[index]) {
      throw malformed("duplicate attribute")
    }
    if attributeCount < attributeNames.count {
      attributeNames[attributeCount] = key
    } else {
      attributeNames.append(key)
    }
    attributeCount += 1
  }

  // MARK: - Names

  /// A letter or `_`, then letters, digits, `_`, `-`, `.` and `:`.
  private mutating func skipName() throws(XMLOutline.Malformed) -> Range<Int> {
    let start = position
    var place = position
    while place < bytes.count, Self.isOfName(bytes[place]) { place += 1 }
    position = place
    guard place > start, Self.isLetter(bytes[start]) else { throw malformed("not well-formed") }
    return start..<place
  }

  @discardableResult
  private mutating func skipSpaces() -> Bool {
    let start = position
    while let byte = next, Self.isSpace(byte) { position += 1 }
    return position > start
  }

  private func isSame(_ range: Range<Int>, _ name: Name) -> Bool {
    guard range.count == name.bytes.count, bytes[range.lowerBound] == name.first else { return false }
    return bytes[range].elementsEqual(name.bytes)
  }

  private func isSame(_ range: Range<Int>, _ other: Range<Int>) -> Bool {
    guard range.count == other.count, other.upperBound <= bytes.count else { return false }
    var (one, two) = (range.lowerBound, other.lowerBound)
    while one < range.upperBound {
      guard bytes[one] == bytes[two] else { return false }
      (one, two) = (one + 1, two + 1)
    }
    return true
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
  }

  /// A bit for each of the bytes below 64 that a text or a value may have as they stand: white space, and all from the
  /// space on but `"`, `&` and `<`.
  private static let plain: UInt64 = 0xEFFF_FFBB_0000_2600

  /// ASCII, and no character that ends a text or needs a look.
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte < 64 ? plain >> UInt64(byte) & 1 == 1 : byte < 0x80
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "_")
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    isLetter(byte) || (0x30...0x3A).contains(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }
}

/// Looks through the markup of a page's template for what could load, send or run something.
///
/// It reads more strictly than any browser: each `<` begins a tag of a known element, in comments and titles too, and
/// what two browsers could read in two ways is a problem. A Mustache section begins and ends between elements or
/// within one value, so that leaving it out or repeating it makes no other tags.
struct PageMarkupCheck {
  private(set) var problems: [PageTemplateError.Problem] = []
  /// The places of the elements that the program puts in itself: the policy and the encoding.
  private(set) var ownElements: [Range<Int>] = []

  private let bytes: [UInt8]
  private var position = 0
  private var isInStyle = false
  /// Where each open Mustache section began: the number of an attribute's value, or 0 between elements.
  private var sections: [Int] = []
  private var valueCount = 0
  /// The line of the byte up to which lines were counted.
  private var line = 1
  private var counted = 0

  /// - Parameter bytes: of a template without problems of ``PageTemplateCheck``.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "{") where starts("{{"): mustache(value: 0)
      case UInt8(ascii: "<"): markup()
      default:
        if isInStyle { problem(.styleElement) }
        position += 1
      }
    }
  }

  /// One problem of a kind for a line is enough.
  private mutating func problem(_ kind: PageTemplateError.Problem.Kind) {
    // The rest of the page is read as if the style had ended.
    if kind == .styleElement { isInStyle = false }
    guard problems.count < 100 else { return }
    let end = min(position, bytes.count)
    line += bytes[counted..<end].count { $0 == 0x0A }
    counted = end
    let found = PageTemplateError.Problem(line: line, kind: kind)
    if problems.last != found { problems.append(found) }
  }

  private func starts(_ text: String) -> Bool { bytes[position...].starts(with: text.utf8) }

  private func byte(_ offset: Int = 0) -> UInt8? {
    position + offset < bytes.count ? bytes[position + offset] : nil
  }

  // MARK: - Mustache

  private mutating func mustache(value: Int) {
    let isTriple = starts("{{{")
    position += isTriple ? 3 : 2
    let end = isTriple ? "}}}" : "}}"
    let start = position
    while position < bytes.count, !starts(end) { position += 1 }
    let tag = String(decoding: bytes[start..<position], as: UTF8.self)
    position = min(position + end.utf8.count, bytes.count)
    switch tag.first {
    case "#", "^": sections.append(value)
    case "/":
      if sections.popLast() != value { problem(.brokenMarkup) }
    case "!": break
    default:
      let isMarkup = isTriple || tag.first == "&"
      let name = tag.filter { !$0.isWhitespace && $0 != "&" }
      if isMarkup, (name == "style") != isInStyle || value > 0 { problem(.misplacedMarkup(name)) }
      if !isMarkup, isInStyle { problem(.styleElement) }
    }
    if isInStyle, ["#", "^", "/", "!"].contains(tag.first) { problem(.styleElement) }
  }

  // MARK: - Markup

  private mutating func markup() {
    let start = position
    if starts("<!--") {
      position += 4
    } else if isDoctype {
      skip(past: UInt8(ascii: ">"))
    } else if let next = byte(1), next | 0x20 >= UInt8(ascii: "a"), next | 0x20 <= UInt8(ascii: "z") {
      position += 1
      tag(isEnd: false, start: start)
    } else if byte(1) == UInt8(ascii: "/") {
      position += 2
      tag(isEnd: true, start: start)
    } else if let next = byte(1), [0x20, 0x09, 0x0A, 0x0D].contains(next), !isInStyle {
      position += 1
    } else {
      problem(.brokenMarkup)
      position += 1
    }
  }

  private var isDoctype: Bool {
    let wanted = "<!doctype html"
    let found = bytes[position...].prefix(wanted.utf8.count)
    return String(decoding: found, as: UTF8.self).lowercased() == wanted
      && byte(wanted.utf8.count) == UInt8(ascii: ">")
  }

  private mutating func skip(past byte: UInt8) {
    while position < bytes.count, bytes[position] != byte { position += 1 }
    position = min(position + 1, bytes.count)
  }

  private mutating func word(_ isPart: (UInt8) -> Bool) -> String {
    let start = position
    while position < bytes.count, isPart(bytes[position]) { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self).lowercased()
  }

  private mutating func tag(isEnd: Bool, start: Int) {
    let name = word { !Self.isSpace($0) && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ">") }
    guard PageElements.allowed.contains(name) else {
      problem(Self.isName(name) ? .forbiddenElement(name) : .brokenMarkup)
      return
    }
    if isInStyle, !(isEnd && name == "style") { problem(.styleElement) }
    guard let attributes = attributes(of: name) else { return problem(.brokenMarkup) }
    if isEnd, !attributes.isEmpty { problem(.brokenMarkup) }
    isInStyle = name == "style" && !isEnd
    if isInStyle, !starts("{{{style}}}</style>") { problem(.styleElement) }
    if name == "meta" { meta(attributes, start..<position) }
  }

  /// Nil where the tag does not end as it should.
  private mutating func attributes(of element: String) -> [String: String]? {
    var attributes: [String: String] = [:]
    while true {
      _ = word { Self.isSpace($0) || $0 == UInt8(ascii: "/") }
      guard let next = byte() else { return nil }
      if next == UInt8(ascii: ">") {
        position += 1
        return attributes
      }
      let name = word { Self.isOfAttributeName($0) }
      guard !name.isEmpty else { return nil }
      _ = word(Self.isSpace)
      var value = ""
      if byte() == UInt8(ascii: "=") {
        position += 1
        _ = word(Self.isSpace)
        guard let found = self.value() else { return nil }
        value = found
      }
      check(name, value, on: element)
      attributes[name] = value
    }
  }

  private mutating func value() -> String? {
    guard let quote = byte(), quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      let value = word(Self.isOfBareValue)
      return value.isEmpty ? nil : value
    }
    position += 1
    valueCount += 1
    let place = valueCount
    let start = position
    while let next = byte(), next != quote {
      if next == UInt8(ascii: "<") || next == UInt8(ascii: ">") { return nil }
      if starts("{{") { mustache(value: place) } else { position += 1 }
    }
    guard byte() == quote, !sections.contains(place) else { return nil }
    position += 1
    return String(decoding: bytes[start..<(position - 1)], as: UTF8.self)
  }

  private mutating func check(_ attribute: String, _ value: String, on element: String) {
    guard PageElements.allows(attribute, on: element) else {
      return problem(.forbiddenAttribute(attribute, element: element))
    }
    if attribute == "href", !PageElements.isHarmlessAddress(value) { problem(.forbiddenAddress) }
  }

  private mutating func meta(_ attributes: [String: String], _ place: Range<Int>) {
    let content = attributes["content"]?.filter { !$0.isWhitespace }
    if let directive = attributes["http-equiv"] {
      let isPolicy = directive.lowercased() == "content-security-policy" && content == "{{policy}}"
      if isPolicy {
        ownElements.append(place)
      } else {
        problem(.forbiddenAttribute("http-equiv", element: "meta"))
      }
    } else if let charset = attributes["charset"] {
      let isOurs = charset.lowercased() == "utf-8"
      if isOurs {
        ownElements.append(place)
      } else {
        problem(.forbiddenAttribute("charset", element: "meta"))
      }
    } else if let name = attributes["name"]?.lowercased() {
      let isAllowed =
        PageElements.metaNames.contains(name) && (name != "referrer" || content == "no-referrer")
      if !isAllowed { problem(.forbiddenAttribute("name", element: "meta")) }
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0A, 0x0C, 0x0D].contains(byte) }

  private static func isName(_ name: String) -> Bool {
    (1...40).contains(name.utf8.count) && name.utf8.allSatisfy { isOfAttributeName($0) }
  }

  private static func isOfAttributeName(_ byte: UInt8) -> Bool {
    isLetterOrDigit(byte) || "-_:.".utf8.contains(byte)
  }

  private static func isOfBareValue(_ byte: UInt8) -> Bool {
    isLetterOrDigit(byte) || "-_:./#?&%+~".utf8.contains(byte)
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}

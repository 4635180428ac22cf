/// A JSON document that keeps its members in the order in which they are written down.
///
/// ```swift
/// let document: JSONText = ["name": "report", "keys": ["a", "b"], "header": true]
/// let bytes = document.bytes
/// ```
package enum JSONText: Sendable {
  case null
  case bool(Bool)
  /// A finite number.
  case number(Double)
  case string(String)
  case array([JSONText])
  case object([(name: String, value: JSONText)])

  /// The document in UTF-8, indented by two spaces, with a line feed at its end.
  package var bytes: [UInt8] {
    var bytes: [UInt8] = []
    append(to: &bytes, depth: 0)
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  /// The document without white space, for a page.
  package var compact: String {
    var bytes: [UInt8] = []
    appendCompact(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func appendCompact(to bytes: inout [UInt8]) {
    switch self {
    case .array(let values):
      bytes.append(UInt8(ascii: "["))
      for (index, value) in values.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        value.appendCompact(to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        JSONEscaping.append(member.name, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        member.value.appendCompact(to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    case .null, .bool, .number, .string: append(to: &bytes, depth: 0)
    }
  }

  private func append(to bytes: inout [UInt8], depth: Int) {
    switch self {
    case .null: bytes += "null".utf8
    case .number(let number): bytes += PlainDecimal.text(number).utf8
    case .string(let text): JSONEscaping.append(text, to: &bytes)
    case .bool(let isTrue): bytes += (isTrue ? "true" : "false").utf8
    case .array(let values):
      Self.appendList(values, in: ("[", "]"), to: &bytes, depth: depth) { value, bytes in
        value.append(to: &bytes, depth: depth + 1)
      }
    case .object(let members):
      Self.appendList(members, in: ("{", "}"), to: &bytes, depth: depth) { member, bytes in
        JSONEscaping.append(member.name, to: &bytes)
        bytes += ": ".utf8
        member.value.append(to: &bytes, depth: depth + 1)
      }
    }
  }

  private static func appendList<Element>(
    _ elements: [Element], in brackets: (String, String), to bytes: inout [UInt8], depth: Int,
    element append: (Element, inout [UInt8]) -> Void
  ) {
    bytes += brackets.0.utf8
    for (index, element) in elements.enumerated() {
      bytes += (index == 0 ? "\n" : ",\n").utf8
      appendIndent(depth + 1, to: &bytes)
      append(element, &bytes)
    }
    if !elements.isEmpty {
      bytes.append(UInt8(ascii: "\n"))
      appendIndent(depth, to: &bytes)
    }
    bytes += brackets.1.utf8
  }

  private static func appendIndent(_ depth: Int, to bytes: inout [UInt8]) {
    for _ in 0..<(2 * depth) { bytes.append(UInt8(ascii: " ")) }
  }
}

extension JSONText: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  package init(stringLiteral text: String) { self = .string(text) }
  package init(booleanLiteral isTrue: Bool) { self = .bool(isTrue) }
  package init(arrayLiteral values: JSONText...) { self = .array(values) }
  package init(dictionaryLiteral members: (String, JSONText)...) {
    self = .object(members.map { (name: $0.0, value: $0.1) })
  }
}

/// Strings as JSON (RFC 8259) wants them.
enum JSONEscaping {
  /// Appends `text` in quotes. Quotes, backslashes and control characters are escaped, all else is UTF-8.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0x0A: bytes += "\\n".utf8
      case 0x0D: bytes += "\\r".utf8
      case 0x09: bytes += "\\t".utf8
      case 0..<0x20, 0x7F:
        bytes += "\\u00".utf8
        bytes.append(hexDigit(byte >> 4))
        bytes.append(hexDigit(byte & 0xF))
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}

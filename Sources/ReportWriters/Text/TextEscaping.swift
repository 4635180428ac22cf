/// Makes any text safe for a line of plain text.
///
/// - Control characters become U+FFFD, so that no terminal interprets them.
/// - Bidirectional controls and byte order marks are left out: they are invisible, and could make a line read
///   as something else.
/// - Tabs and line breaks of every kind become a space, or break a paragraph.
/// - Where only ASCII is wanted, typographic dashes, quotes, spaces and signs become ASCII ones. Letters stay.
struct TextEscaping: Sendable {
  let usesASCII: Bool

  /// The text for a place of one line: without a space at either end or two in a row.
  func line(_ text: String) -> String {
    if Self.isPlain(text) { return text }
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch replacement(of: scalar) {
      case .itself:
        if scalar == " " { Self.appendSpace(to: &result) } else { result.unicodeScalars.append(scalar) }
      case .space, .lineBreak: Self.appendSpace(to: &result)
      case .text(let text): if text == " " { Self.appendSpace(to: &result) } else { result += text }
      }
    }
    if result.utf8.last == UInt8(ascii: " ") { result.unicodeScalars.removeLast() }
    return result
  }

  /// The text cut at its line breaks, each part as ``line(_:)``, without empty ones.
  func paragraphs(_ text: String) -> [String] {
    if Self.isPlain(text) { return text.isEmpty ? [] : [text] }
    return text.unicodeScalars.split { replacement(of: $0) == .lineBreak }
      .map { line(String($0)) }.filter { !$0.isEmpty }
  }

  /// A line that is already arranged: its spaces stay.
  func arranged(_ line: String) -> String {
    var result = ""
    for scalar in line.unicodeScalars {
      switch replacement(of: scalar) {
      case .itself: result.unicodeScalars.append(scalar)
      case .space, .lineBreak: result += " "
      case .text(let text): result += text
      }
    }
    return result
  }

  private enum Replacement: Equatable {
    case itself
    case space
    case lineBreak
    case text(String)
  }

  private func replacement(of scalar: Unicode.Scalar) -> Replacement {
    switch scalar.value {
    case 0x20..<0x7F: return .itself
    case 0x09: return .space
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: return .lineBreak
    case 0..<0x20, 0x7F..<0xA0: return .text("\u{FFFD}")
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: return .text("")
    default: return usesASCII ? Self.asciiReplacement(of: scalar) : .itself
    }
  }

  private static func asciiReplacement(of scalar: Unicode.Scalar) -> Replacement {
    switch scalar.value {
    case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: .text(" ")
    case 0xAD: .text("")
    case 0x2010...0x2015, 0x2212, 0x2022, 0x2023, 0x2043: .text("-")
    case 0x2018...0x201B, 0x2032, 0x2039, 0x203A: .text("'")
    case 0x201C...0x201F, 0x2033, 0xAB, 0xBB: .text("\"")
    case 0x2026: .text("...")
    case 0xB7: .text("-")
    case 0xB1: .text("+/-")
    case 0xD7: .text("x")
    case 0xF7: .text("/")
    case 0x2190: .text("<-")
    case 0x2192: .text("->")
    case 0x2248: .text("~")
    case 0x2260: .text("!=")
    case 0x2264: .text("<=")
    case 0x2265: .text(">=")
    default: .itself
    }
  }

  /// True for printable ASCII with single spaces between words: nearly every text, and nothing to do.
  private static func isPlain(_ text: String) -> Bool {
    var isAfterSpace = true
    for byte in text.utf8 {
      guard (0x20..<0x7F).contains(byte) else { return false }
      let isSpace = byte == UInt8(ascii: " ")
      if isSpace, isAfterSpace { return false }
      isAfterSpace = isSpace
    }
    return !isAfterSpace || text.isEmpty
  }

  private static func appendSpace(to text: inout String) {
    if let last = text.utf8.last, last != UInt8(ascii: " ") { text += " " }
  }
}

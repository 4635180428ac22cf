import Testing

@testable import ReportWriters

@Suite("Characters that a page cannot hold")
struct CharacterReplacementTests {
  private static let replacement = CharacterReplacement(["&": "&amp;", "\n": " "])

  /// The rule, character by character.
  private static func expected(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x26: result.append(contentsOf: "&amp;".unicodeScalars)
      case 0x0A: result.append(" ")
      case 0..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0xFFFE, 0xFFFF: result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  @Test("Every character of the first planes is itself or what stands in its place, alone and between others")
  func everyCharacter() {
    for scalar in (UInt32(0)...0x1FFFF).compactMap(Unicode.Scalar.init) {
      let text = String(scalar)
      for text in [text, "a\(text)é", "\(text)\(text)", "日\(text)"] {
        let result = Self.replacement.text(text)
        // Strings that are canonically equivalent compare as equal; their bytes do not.
        guard Array(result.utf8) != Array(Self.expected(text).utf8) else { continue }
        Issue.record("U+\(String(scalar.value, radix: 16)): \(Array(result.utf8))")
        return
      }
    }
  }

  @Test("A text with nothing to replace is itself", arguments: ["", "Ada", "Zoë – “quoted” 日本 𝄞"])
  func nothing(_ text: String) { #expect(Self.replacement.text(text) == text) }

  @Test("A quotation mark with an accent on it is escaped on a page all the same")
  func accentedMark() {
    #expect(SVGEscaping.escaped("\"\u{301}") == "&quot;\u{301}")
    #expect(HTMLEscaping.value("'\u{301}") == "&#39;\u{301}")
  }

  @Test("JSON in a page holds neither the beginning of an element nor that of a character's name")
  func script() {
    #expect(HTMLEscaping.script("[\"</script>&amp;\u{202E}\"]") == "[\"\\u003c/script>\\u0026amp;\u{FFFD}\"]")
  }
}

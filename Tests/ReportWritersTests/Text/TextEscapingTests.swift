import Testing

@testable import ReportWriters

@Suite struct TextEscapingTests {
  @Test(arguments: [
    ("plain", "plain"), ("", ""), ("  a  b ", "a b"), ("a\tb\r\nc\n\nd\u{2028}e", "a b c d e"), ("\n", ""),
    ("\u{1B}[31mred\u{7F}\u{9B}", "\u{FFFD}[31mred\u{FFFD}\u{FFFD}"), ("nul\u{0}", "nul\u{FFFD}"),
    ("\u{202E}abc\u{202C}\u{2066}\u{2069}\u{200E}\u{200F}\u{61C}\u{FEFF}", "abc"), ("a \u{200F} b", "a b"),
    ("Zoë — “日本”", "Zoë — “日本”"), ("a\u{A0}b", "a\u{A0}b"), ("👩‍👧", "👩‍👧"),
  ])
  func `controls become harmless, breaks become spaces`(text: String, expected: String) {
    let line = TextEscaping(usesASCII: false).line(text)
    #expect(line.unicodeScalars.elementsEqual(expected.unicodeScalars))
  }

  @Test(arguments: [
    ("— – − ‑", "- - - -"), ("‘a’ “b” «c»", "'a' \"b\" \"c\""), ("a…", "a..."),
    ("2 × 3 ≥ ≤ → ±", "2 x 3 >= <= -> +/-"),
    ("a\u{A0}\u{2009} b", "a b"), ("soft\u{AD}hyphen", "softhyphen"), ("Zoë Ångström 日本", "Zoë Ångström 日本"),
  ])
  func `typographic signs become ASCII where asked, letters stay`(text: String, expected: String) {
    #expect(TextEscaping(usesASCII: true).line(text) == expected)
  }

  @Test func `a paragraph breaks where the text does`() {
    let escaping = TextEscaping(usesASCII: false)
    #expect(escaping.paragraphs("one\r\n\r\ntwo\u{2029} three ") == ["one", "two", "three"])
    #expect(escaping.paragraphs("").isEmpty)
  }
}

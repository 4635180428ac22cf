import Testing

@testable import ReportWriters

@Suite struct LineWrappingTests {
  @Test(
    arguments: [
      ("", 5, []), ("abc", 5, ["abc"]), ("abc de", 6, ["abc de"]), ("abc de", 5, ["abc", "de"]),
      ("one two three", 7, ["one two", "three"]), ("abcdefgh", 3, ["abc", "def", "gh"]),
      ("a bcdefgh i", 3, ["a", "bcd", "efg", "h i"]), ("日本語", 4, ["日本", "語"]), ("日本", 1, ["日", "本"]),
      ("e\u{301}e\u{301}e\u{301}", 2, ["e\u{301}e\u{301}", "e\u{301}"]), ("été à", 5, ["été à"]),
    ] as [(String, Int, [Substring])])
  func `lines break at spaces, and in words that are too wide`(text: String, width: Int, lines: [Substring]) {
    #expect(LineWrapping.lines(text, width: width) == lines)
  }

  @Test(.timeLimit(.minutes(1))) func `a word of a million letters is cut once through`() {
    let lines = LineWrapping.lines(String(repeating: "x", count: 1_000_000), width: 80)
    #expect(lines.count == 12_500 && lines.allSatisfy { $0.utf8.count == 80 })
  }

  @Test func `the widest word is found`() {
    #expect(LineWrapping.widestWord("") == 0)
    #expect(LineWrapping.widestWord("one three 日本語") == 6)
  }
}

import Testing

@testable import ReportWriters

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("plain", 5), ("Zoë", 3), ("e\u{301}te\u{301}", 3), ("日本語", 6), ("한국어", 6), ("ｆｕｌｌ", 8),
    ("ｶﾅ", 2),
    ("🙂", 2), ("🇩🇪", 2), ("❤", 1), ("❤\u{FE0F}", 2), ("🙂\u{FE0F}", 2), ("⭐", 2), ("— – “x” …", 9), ("█░▓", 3),
    ("שלום", 4), ("مرحبا", 5), ("a\u{200D}b\u{200B}", 2), ("\u{AD}", 1), ("漢e\u{301}", 3), ("👩‍👧", 4),
  ])
  func `wide characters count two, marks none`(text: String, width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }
}

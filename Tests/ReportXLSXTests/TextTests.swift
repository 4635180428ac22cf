import ReportModel
import Testing

@testable import ReportXLSX

@Suite struct TextTests {
  @Test func `text beyond the limit ends with an ellipsis after the last whole scalar`() {
    #expect(WorkbookText.cell("abcdef", limit: 6).string == "abcdef")
    #expect(WorkbookText.cell("abcdefg", limit: 6).string == "abcde…")
    #expect(WorkbookText.cell("abcd🏥g", limit: 6).string == "abcd…")
    #expect(WorkbookText.cell("abcd_x0041_", limit: 11).string == "abcd…")
    #expect(WorkbookText.cell(String(repeating: "é", count: 40_000)).string.utf16.count == 32_767)
  }

  @Test(arguments: [
    ("_x0041_", "_x005F_x0041_"), ("_x0041_x0042_", "_x005F_x0041_x005F_x0042_"), ("_x004_", "_x004_"),
    ("_xGGGG_", "_xGGGG_"), ("_x0041", "_x0041"), ("__x0041_", "__x005F_x0041_"),
  ])
  func `text that looks like an escape stays text`(text: String, escaped: String) {
    let written = WorkbookText.cell(text).string
    #expect(written == escaped)
    #expect(WorkbookReader.unescaped(written) == text)
    #expect(WorkbookText.plain(text).string == text)
  }

  @Test func `no text ends at a NUL`() {
    #expect(WorkbookText.cell("a\u{0}b").string == "a\u{FFFD}b")
    #expect(WorkbookText.plain("a\u{0}b").string == "a\u{FFFD}b")
    #expect(WorkbookText.line("a\u{0}b\nc\td", limit: 99).string == "a\u{FFFD}b c d")
  }

  @Test func `sheets have names that Excel takes, each its own`() {
    var names = SheetNames(nameless: "Sheet")
    let wanted = [
      "Pay", "PAY", "'quoted'", "a/b\\c:d*e?f[g]", "", "History", String(repeating: "long ", count: 20),
      String(repeating: "long ", count: 20), "_x0041_", "a\u{0}b", String(repeating: "🏥", count: 31),
    ]
    let given = wanted.map { names.unique($0).text }
    #expect(
      given == [
        "Pay", "PAY 2", "quoted", "a b c d e f g", "Sheet", "History 2", "long long long long long long l",
        "long long long long long long 2", "x0041", "a b", String(repeating: "🏥", count: 15),
      ])
    for name in given { #expect(name.utf16.count <= 31) }
  }

  @Test func `tables have names that Excel takes, each its own`() {
    var names = TableNames()
    let given = ["settings-pay", "SETTINGS-pay", "A1", "pay é \"x\"", ""].map { names.unique($0) }
    #expect(given == ["T_settings_pay", "T_SETTINGS_pay_2", "T_A1", "T_pay____x_", "T_"])
  }

  @Test(arguments: [
    ("https://example.org/a?b=c#d", true), ("HTTP://EXAMPLE.ORG", true), ("ftp://example.org", false),
    ("javascript:alert(1)", false), ("internal:'A'!A1", false), ("file:///etc/passwd", false),
    ("https://example.org/ two", false), ("https://", false), ("https:example.org", false),
    ("https://example.org/external:x", false), ("mailto:a@example.org", false),
    ("https://example.org/" + String(repeating: "x", count: 2_060), false),
  ])
  func `only web addresses become links`(text: String, isLink: Bool) {
    #expect((SheetLink(web: text) != nil) == isLink)
  }

  @Test func `a page header doubles each ampersand, is one line and fits`() {
    #expect(PageText(left: "R&D\nand more", right: "A & B").code == "&L&8 R&&D and more&R&8 A && B")
    #expect(PageText(leftWithPageNumber: "2024 & on").code == "&L&8 2024 && on&R&8 &P / &N")
    let long = PageText(left: String(repeating: "&", count: 300), right: String(repeating: "é", count: 300))
      .code
    #expect(long.utf16.count <= 255)
    #expect(long.filter { $0 == "&" }.count % 2 == 0)
  }

  @Test func `a cell has Excel's name`() {
    #expect(CellAddress(row: 0, column: 0).a1 == "A1")
    #expect(CellAddress(row: 9, column: 25).a1 == "Z10")
    #expect(CellAddress(row: 9, column: 26).a1 == "AA10")
    #expect(CellAddress(row: 1_048_575, column: 16_383).a1 == "XFD1048576")
  }

  @Test func `lines break at words, and inside words that are too long`() {
    #expect(TextMeasure.lines("", in: 20) == 1)
    #expect(TextMeasure.lines("one two", in: 40) == 1)
    #expect(TextMeasure.lines("one\r\ntwo\n\nfour", in: 40) == 4)
    #expect(TextMeasure.lines(String(repeating: "0", count: 100), in: 21) == 5)
    #expect(TextMeasure.lines(String(repeating: "word ", count: 20), in: 21) >= 5)
  }

  @Test func `a long text is continued in pieces that keep every word`() {
    let text = (1...400).map { "word\($0)" }.joined(separator: " ")
    let pieces = TextMeasure.pieces(of: text, in: 40, style: .body, lines: 12)
    #expect(pieces.count > 4 && pieces.joined(separator: " ") == text)
    #expect(pieces.allSatisfy { TextMeasure.lines($0, in: 40) <= 12 })
    #expect(TextMeasure.pieces(of: "short", in: 40, style: .body, lines: 12) == ["short"])
    #expect(TextMeasure.pieces(of: "", in: 40, style: .body, lines: 12) == [])
  }

  @Test(arguments: [
    (1970, 1, 1, 1), (1970, 1, 2, 86_400), (1969, 12, 31, -86_400), (2000, 2, 29, 951_782_400),
    (2025, 6, 15, 1_749_945_600), (2100, 3, 1, 4_107_542_400),
  ])
  func `a day starts at midnight in UTC`(year: Int, month: Int, day: Int, seconds: Int) {
    #expect(ReportDate(year: year, month: month, day: day).secondsSince1970 == seconds)
  }
}

import Testing

@testable import ReportWriters

@Suite struct FontCoverageTests {
  private static func short(_ numbers: Int...) -> [UInt8] {
    numbers.flatMap { [UInt8($0 >> 8 & 0xFF), UInt8($0 & 0xFF)] }
  }

  private static func long(_ numbers: Int...) -> [UInt8] {
    numbers.flatMap { short($0 >> 16, $0 & 0xFFFF) }
  }

  /// A font that has nothing but a table `cmap`.
  private static func font(_ platform: Int, _ encoding: Int, _ table: [UInt8]) -> [UInt8] {
    let cmap = short(0, 1, platform, encoding) + long(12) + table
    return long(0x10000) + short(1, 0, 0, 0) + Array("cmap".utf8) + long(0, 28, cmap.count) + cmap
  }

  /// Format 4: A to C by a delta, a and b by a list in which b has no picture, and the end.
  private static let segments = font(
    3, 1,
    short(4, 0, 0, 6, 0, 0, 0) + short(0x43, 0x62, 0xFFFF) + short(0) + short(0x41, 0x61, 0xFFFF)
      + short(-60, 0, 1) + short(0, 4, 0) + short(7, 0))
  private static let groups = font(
    0, 4, short(12, 0) + long(28, 0, 2) + long(0x4E00, 0x4E02, 5) + long(0x1F600, 0x1F601, 0))

  @Test func `both kinds of tables tell what a font has`() {
    let segments = FontCoverage(Self.segments)
    #expect(
      (Unicode.Scalar("A")...Unicode.Scalar("z")).unicodeScalars.filter(segments.has) == ["A", "B", "C", "a"])
    #expect(!segments.has("\u{FFFF}") && !segments.has("\u{10FFFF}"))
    let groups = FontCoverage(Self.groups)
    #expect(
      ["\u{4DFF}", "\u{4E00}", "\u{4E02}", "\u{4E03}", "\u{1F600}", "\u{1F601}"].map(groups.has) == [
        false, true, true, false, false, true,
      ])
  }

  @Test func `of a font that is cut short nothing is believed`() {
    for font in [Self.segments, Self.groups] {
      for length in font.indices { _ = FontCoverage(Array(font[..<length])).has("A") }
      for place in font.indices {
        var broken = font
        broken[place] = 0xFF
        _ = FontCoverage(broken).has("A")
      }
    }
    #expect(!FontCoverage([]).has("A"))
  }

  @Test func `what no font has is replaced by a sign, a letter with its accents as a whole`() {
    let fonts = PDFFonts([
      .init(name: "One", files: [Self.segments]), .init(name: "Two", files: [Self.groups]),
    ])
    #expect(fonts.shown("plain *text*") == "plain *text*")
    #expect(fonts.shown("A\u{4E00}\u{4E03}\u{1F600}A\u{301}") == "A\u{4E00}□□□")
    #expect(fonts.shown("A\tB\u{2028}C\u{AD}\r\na\u{202E}") == "A B C a□")
    for text in ValueZoo.texts {
      #expect(fonts.shown(text).unicodeScalars.allSatisfy { $0.value >= 0x20 }, "\(text)")
    }
  }
}

extension ClosedRange<Unicode.Scalar> {
  fileprivate var unicodeScalars: [Unicode.Scalar] {
    (lowerBound.value...upperBound.value).compactMap(Unicode.Scalar.init)
  }
}

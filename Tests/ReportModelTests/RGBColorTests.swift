import Testing

@testable import ReportModel

struct RGBColorTests {
  /// Against the figures that WCAG's own checkers give for these colors on white.
  @Test(arguments: [
    ("#000000", 21.0), ("#FFFFFF", 1.0), ("#767676", 4.54), ("#777777", 4.48), ("#FF0000", 4.0),
    ("#0000FF", 8.59), ("#949494", 3.03),
  ])
  func `the contrast with white is that of WCAG`(_ hex: String, _ expected: Double) throws {
    let color = try #require(RGBColor(hex: hex))
    #expect(abs(color.contrast(with: .white) - expected) < 0.01)
    #expect(color.contrast(with: .white) == RGBColor.white.contrast(with: color))
  }

  @Test(arguments: ["#1F3864", "#00000A"])
  func `a color is written as it was read`(_ hex: String) { #expect(RGBColor(hex: hex)?.hex == hex) }

  @Test(arguments: ["", "1F3864", "#1F386", "#1F38641", "#1F386G", "#+F3864", "# F3864", "#１F3864"])
  func `what is not six hexadecimal digits is no color`(_ text: String) {
    #expect(RGBColor(hex: text) == nil)
  }
}

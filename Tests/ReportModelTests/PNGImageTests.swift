import Testing

@testable import ReportModel

struct PNGImageTests {
  /// A picture of 2 by 3 pixels at 2,835 pixels a meter, without its pixels.
  private static let whole: [UInt8] =
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    + [0, 0, 0, 13] + Array("IHDR".utf8) + [0, 0, 0, 2, 0, 0, 0, 3, 8, 2, 0, 0, 0] + [0, 0, 0, 0]
    + [0, 0, 0, 9] + Array("pHYs".utf8) + [0, 0, 11, 19, 0, 0, 11, 19, 1] + [0, 0, 0, 0]
    + [0, 0, 0, 0] + Array("IEND".utf8) + [0, 0, 0, 0]

  @Test func `the sides and the density are those of the file`() throws {
    let image = try PNGImage(bytes: Self.whole)
    #expect(image.width == 2)
    #expect(image.height == 3)
    #expect(abs((image.density?.down ?? 0) - 72) < 0.1)
  }

  @Test func `a file that ends early anywhere is refused`() {
    for count in 8..<Self.whole.count {
      #expect(throws: PNGProblem.cutShort) { try PNGImage(bytes: Array(Self.whole.prefix(count))) }
    }
    #expect(throws: PNGProblem.notPNG) { try PNGImage(bytes: Array(Self.whole.prefix(7))) }
  }

  @Test func `another file type, bytes after the end, and sides that are too large are refused`() {
    #expect(throws: PNGProblem.notPNG) { try PNGImage(bytes: Array("GIF89a".utf8)) }
    #expect(throws: PNGProblem.cutShort) { try PNGImage(bytes: Self.whole + [0]) }
    var wide = Self.whole
    wide[16] = 1
    #expect(throws: PNGProblem.badSides) { try PNGImage(bytes: wide) }
    var flat = Self.whole
    flat[23] = 0
    #expect(throws: PNGProblem.badSides) { try PNGImage(bytes: flat) }
    let large = Self.whole + [UInt8](repeating: 0, count: PNGImage.largestSize)
    #expect(throws: PNGProblem.tooLarge) { try PNGImage(bytes: large) }
  }
}

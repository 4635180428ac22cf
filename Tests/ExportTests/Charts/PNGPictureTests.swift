import Foundation
import ReportModel
import Testing

@testable import Export

/// librsvg is loaded when it is needed, and may be missing.
private let hasRSVG = dlopen("librsvg-2.so.2", RTLD_NOW) != nil

@Suite(.enabled(if: hasRSVG, "librsvg is not installed"))
struct PNGPictureTests {
  private func document(width: Int, _ content: String = "") -> String {
    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)\" height=\"10\">\(content)</svg>"
  }

  @Test(arguments: [0.5, 1, 2, 3.3, 4])
  func `a picture says how many of its pixels make an inch`(scale: Double) throws {
    let bytes = try PNGPicture.bytes(svg: document(width: 20), scale: scale)
    let image = try PNGImage(bytes: bytes)
    #expect(image.width == Int((20 * scale).rounded()))
    let density = try #require(image.density)
    #expect(abs(density.across - 96 * scale) < 0.02 && density.down == density.across)
  }

  @Test func `the density stands before the pixels, once, with the checksum of zlib`() throws {
    let bytes = try PNGPicture.bytes(svg: document(width: 20), scale: 2)
    // 7,559 pixels in a meter; the checksum is that of Python's zlib.crc32.
    let chunk: [UInt8] = [
      0, 0, 0, 9, 0x70, 0x48, 0x59, 0x73, 0, 0, 0x1D, 0x87, 0, 0, 0x1D, 0x87, 1, 0x8F, 0xE5, 0xF1, 0x65,
    ]
    #expect(Array(bytes[33..<54]) == chunk)
  }

  @Test(arguments: ["", "<svg", "<p>no picture</p>", "<svg xmlns=\"http://www.w3.org/2000/svg\"><g></svg>"])
  func `what librsvg does not take is told with its words`(svg: String) {
    let failure = #expect(throws: PNGPicture.Failure.self) { try PNGPicture.bytes(svg: svg, scale: 1) }
    guard case .badSVG(let words) = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
    #expect(words.count > 5)
  }

  @Test(arguments: [(40_000, 1.0), (10_000, 4.0), (2_000_000_000, 4.0)])
  func `a side that cairo does not draw is told`(width: Int, scale: Double) {
    #expect(throws: PNGPicture.Failure.tooLarge) {
      try PNGPicture.bytes(svg: document(width: width), scale: scale)
    }
  }

  @Test func `each failure has words of its own, and a remedy`() {
    let failures: [PNGPicture.Failure] = [
      .noLibrary("x"), .badSVG("x"), .tooLarge, .noMemory, .refused("x"),
    ]
    let lines = failures.flatMap(\.exportFailure.lines)
    #expect(Set(lines).count == failures.count)
    for line in lines { #expect(line.contains("; ") && line.hasPrefix("PNG: ")) }
    #expect(lines.filter { $0.contains("memory") }.count == 1)
  }
}

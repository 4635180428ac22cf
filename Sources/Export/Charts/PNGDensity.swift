/// How many pixels of a picture make an inch, so that a page shows it in the size of the chart.
struct PNGDensity: Equatable {
  /// PNG counts in meters.
  let pixelsPerMeter: Int

  init(pixelsPerInch: Double) { pixelsPerMeter = Int((pixelsPerInch / 0.0254).rounded()) }

  /// Puts the density into a PNG file that says none: a chunk `pHYs` behind the header.
  func added(to png: [UInt8]) -> [UInt8] {
    // The signature, and the chunk IHDR with its 13 bytes, which is always the first.
    let headerEnd = 8 + 12 + 13
    guard png.count > headerEnd else { return png }
    return png[..<headerEnd] + chunk + png[headerEnd...]
  }

  private var chunk: [UInt8] {
    let side = Self.bytes(UInt32(clamping: pixelsPerMeter))
    let content = Array("pHYs".utf8) + side + side + [1]
    return Self.bytes(9) + content + Self.bytes(Self.checksum(content))
  }

  /// The most significant byte first.
  private static func bytes(_ number: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }

  /// The CRC-32 of the PNG specification, appendix D.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum = UInt32.max
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? 0xEDB8_8320 ^ (sum >> 1) : sum >> 1 }
    }
    return ~sum
  }
}

/// Makes PNG files without pixels, chunk by chunk.
enum PNGBytes {
  static func file(width: Int, height: Int, pixelsPerMeter: Int? = nil) -> [UInt8] {
    var bytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    bytes += chunk("IHDR", number(width) + number(height) + [8, 2, 0, 0, 0])
    if let pixelsPerMeter { bytes += chunk("pHYs", number(pixelsPerMeter) + number(pixelsPerMeter) + [1]) }
    return bytes + chunk("IDAT", [0]) + chunk("IEND", [])
  }

  private static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
    number(content.count) + Array(name.utf8) + content + [0, 0, 0, 0]
  }

  private static func number(_ value: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(value >> $0 & 0xFF) }
  }
}

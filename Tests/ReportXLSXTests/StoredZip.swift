/// Packs parts into a zip file without compression, right or wrong on demand.
struct StoredZip {
  var parts: [(name: String, bytes: [UInt8])]
  /// The part whose sum is wrong.
  var badSum: String?

  var bytes: [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for part in parts {
      let sum = Self.crc(part.bytes) ^ (part.name == badSum ? 1 : 0)
      let name = Array(part.name.utf8)
      let size = number(UInt32(part.bytes.count))
      let common =
        half(0) + half(0) + half(0) + half(0x21) + number(sum) + size + size + half(UInt16(name.count))
        + half(0)
      directory +=
        number(0x0201_4B50) + half(20) + half(20) + common + half(0) + half(0) + half(0) + number(0)
      directory += number(UInt32(file.count)) + name
      file += number(0x0403_4B50) + half(20) + common + name + part.bytes
    }
    let count = half(UInt16(parts.count))
    return file + directory + number(0x0605_4B50) + half(0) + half(0) + count + count
      + number(UInt32(directory.count)) + number(UInt32(file.count)) + half(0)
  }

  private func half(_ value: UInt16) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8)] }
  private func number(_ value: UInt32) -> [UInt8] { (0..<4).map { UInt8(value >> ($0 * 8) & 0xFF) } }

  private static func crc(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(UInt32.max) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { rest, _ in rest & 1 == 1 ? rest >> 1 ^ 0xEDB8_8320 : rest >> 1 }
    }
  }
}

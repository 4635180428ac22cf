/// The characters that a font has pictures of: its table `cmap` (OpenType 1.9, "cmap").
///
/// A font comes from outside. What it says is believed within its own bytes alone; of a table that cannot be read nothing
/// is covered.
struct FontCoverage: Sendable {
  /// Sorted, without overlap.
  private let ranges: [ClosedRange<UInt32>]

  /// - Parameter font: a font, or a collection of fonts, of which the first counts.
  init(_ font: [UInt8]) {
    let bytes = BigEndianBytes(font)
    // A collection begins with `ttcf`, its version, the number of its fonts, and their places.
    let start = bytes.long(0) == 0x7474_6366 ? bytes.long(12).map(Int.init) ?? 0 : 0
    ranges = Self.merged(Self.ranges(of: bytes, at: start))
  }

  func has(_ scalar: Unicode.Scalar) -> Bool {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound < scalar.value { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].contains(scalar.value)
  }

  private static func merged(_ ranges: [ClosedRange<UInt32>]) -> [ClosedRange<UInt32>] {
    var merged: [ClosedRange<UInt32>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last, range.lowerBound <= last.upperBound {
        merged[merged.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    return merged
  }

  private static func ranges(of font: BigEndianBytes, at start: Int) -> [ClosedRange<UInt32>] {
    guard let tables = font.short(start + 4),
      let record = (0..<Int(tables)).map({ start + 12 + 16 * $0 }).first(where: {
        font.long($0) == 0x636D_6170
      }),
      let cmap = font.long(record + 8).map(Int.init), let count = font.short(cmap + 2)
    else { return [] }
    var ranges: [ClosedRange<UInt32>] = []
    for index in 0..<Int(count) {
      let encoding = cmap + 4 + 8 * index
      guard let platform = font.short(encoding), let offset = font.long(encoding + 4),
        // Unicode, or Windows with Unicode.
        platform == 0 || (platform == 3 && [1, 10].contains(font.short(encoding + 2)))
      else { continue }
      let table = cmap + Int(offset)
      switch font.short(table) {
      case 4: ranges += segments(font, table)
      case 12: ranges += groups(font, table)
      default: break
      }
    }
    return ranges
  }

  /// Format 4: `segCountX2` at 6, then the ends, a gap of two bytes, the starts, the deltas and the places of glyphs.
  private static func segments(_ font: BigEndianBytes, _ table: Int) -> [ClosedRange<UInt32>] {
    guard let twice = font.short(table + 6).map(Int.init) else { return [] }
    var ranges: [ClosedRange<UInt32>] = []
    for index in 0..<(twice / 2) {
      let place = table + 14 + 2 * index
      guard let end = font.short(place), let start = font.short(place + twice + 2), start <= end,
        let delta = font.short(place + 2 * twice + 2), let offset = font.short(place + 3 * twice + 2)
      else { break }
      // The last segment is of U+FFFF, which is no character.
      guard start < 0xFFFF else { continue }
      for code in start...min(end, 0xFFFE) {
        var glyph = code
        if offset != 0 {
          let entry = place + 3 * twice + 2 + Int(offset) + 2 * Int(code - start)
          guard let found = font.short(entry), found != 0 else { continue }
          glyph = found
        }
        if (glyph + delta) & 0xFFFF != 0 { append(code, to: &ranges) }
      }
    }
    return ranges
  }

  /// Format 12: the number of groups at 12, then for each its start, its end and its first glyph.
  private static func groups(_ font: BigEndianBytes, _ table: Int) -> [ClosedRange<UInt32>] {
    guard let count = font.long(table + 12), count <= 100_000 else { return [] }
    return (0..<Int(count)).compactMap { index in
      let place = table + 16 + 12 * index
      guard let start = font.long(place), let end = font.long(place + 4), let glyph = font.long(place + 8),
        start <= end, end <= 0x10FFFF
      else { return nil }
      // Glyph 0 is the picture of what is missing.
      if glyph > 0 { return start...end }
      return start < end ? start + 1...end : nil
    }
  }

  private static func append(_ code: UInt32, to ranges: inout [ClosedRange<UInt32>]) {
    if let last = ranges.last, last.upperBound + 1 == code {
      ranges[ranges.count - 1] = last.lowerBound...code
    } else {
      ranges.append(code...code)
    }
  }
}

/// Numbers with the most significant byte first; nil outside of the bytes.
private struct BigEndianBytes {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func short(_ place: Int) -> UInt32? {
    guard place >= 0, place + 2 <= bytes.count else { return nil }
    return UInt32(bytes[place]) << 8 | UInt32(bytes[place + 1])
  }

  func long(_ place: Int) -> UInt32? {
    guard let high = short(place), let low = short(place + 2) else { return nil }
    return high << 16 | low
  }
}

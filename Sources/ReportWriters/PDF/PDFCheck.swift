/// Looks whether a PDF is whole: whether its head, its end and the table of its parts are there and fit together.
enum PDFCheck {
  static func isWhole(_ bytes: [UInt8]) -> Bool {
    guard bytes.starts(with: "%PDF-".utf8), let end = startOfTable(bytes) else { return false }
    // The table is one of its own, or a part of the file like others: `12 0 obj`.
    let words = bytes[end...].prefix(24).split(
      whereSeparator: { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    ).map { String(decoding: $0, as: UTF8.self) }
    return words.first == "xref" || (words.count > 2 && Int(words[0]) != nil && words[2].hasPrefix("obj"))
  }

  /// What stands between `startxref` and the end of the file, where that is a place in it.
  private static func startOfTable(_ bytes: [UInt8]) -> Int? {
    let lines = bytes.suffix(64).split(
      whereSeparator: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    ).suffix(3).map { String(decoding: $0, as: UTF8.self) }
    guard lines.count == 3, lines[0].hasSuffix("startxref"), lines[2] == "%%EOF", let place = Int(lines[1]),
      bytes.indices.contains(place)
    else { return nil }
    return place
  }
}

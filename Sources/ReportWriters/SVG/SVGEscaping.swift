/// Words as XML 1.0 can hold them.
enum SVGEscaping {
  private static let markup = CharacterReplacement([
    "&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "\t": " ", "\n": " ", "\r": " ",
  ])

  /// For an element and for an attribute in double quotation marks.
  ///
  /// Characters that XML does not allow become U+FFFD; those that reorder the words around them
  /// (bidirectional controls) do too, since they can make one word look like another. A line break becomes a space.
  static func escaped(_ text: String) -> String { markup.text(text) }
}

/// Puts other characters in the place of some ASCII ones, and U+FFFD in the place of those that no page may hold: control
/// characters, those that reorder words, and those that are none.
///
/// Byte by byte, since a report has thousands of texts, in nearly all of which there is nothing to replace.
struct CharacterReplacement: Sendable {
  /// For each ASCII character what stands in its place; nil for itself.
  private let replacements: [[UInt8]?]
  /// For each byte whether it may begin a character to replace.
  private let isSuspect: [Bool]

  private static let replacement: [UInt8] = Array("\u{FFFD}".utf8)

  /// - Parameter replacements: by ASCII characters; control characters without one become U+FFFD.
  init(_ replacements: [Unicode.Scalar: String]) {
    let ofASCII = (UInt8(0)..<0x80).map { byte -> [UInt8]? in
      replacements[Unicode.Scalar(byte)].map { Array($0.utf8) }
        ?? (byte < 0x20 || byte == 0x7F ? Self.replacement : nil)
    }
    self.replacements = ofASCII
    // U+0080 to U+00BF begin with C2, U+2000 to U+2FFF with E2, U+F000 to U+FFFF with EF.
    isSuspect = (UInt8.min...UInt8.max).map { byte in
      byte < 0x80 ? ofASCII[Int(byte)] != nil : [0xC2, 0xE2, 0xEF].contains(byte)
    }
  }

  func text(_ text: String) -> String {
    var text = text
    return text.withUTF8 { bytes in
      guard let first = bytes.firstIndex(where: { isSuspect[Int($0)] }) else { return nil }
      var result: [UInt8] = []
      result.reserveCapacity(bytes.count + bytes.count / 8 + 16)
      append(bytes, suspectFrom: first, to: &result)
      return String(decoding: result, as: UTF8.self)
    } ?? text
  }

  /// - Parameter bytes: UTF-8.
  func append(_ bytes: UnsafeBufferPointer<UInt8>, to result: inout [UInt8]) {
    append(bytes, suspectFrom: bytes.firstIndex { isSuspect[Int($0)] } ?? bytes.endIndex, to: &result)
  }

  private func append(
    _ bytes: UnsafeBufferPointer<UInt8>, suspectFrom first: Int, to result: inout [UInt8]
  ) {
    var (position, start) = (first, 0)
    while position < bytes.endIndex {
      guard isSuspect[Int(bytes[position])], let (length, words) = replaced(bytes[position...]) else {
        position += 1
        continue
      }
      result += bytes[start..<position]
      result += words
      position += length
      start = position
    }
    result += bytes[start...]
  }

  /// The length of the character that the bytes begin with, and what stands in its place; nil for itself.
  private func replaced(
    _ bytes: Slice<UnsafeBufferPointer<UInt8>>
  ) -> (length: Int, words: [UInt8])? {
    let first = bytes[bytes.startIndex]
    if first < 0x80 { return replacements[Int(first)].map { (1, $0) } }
    let second = bytes.dropFirst().first ?? 0
    let third = bytes.dropFirst(2).first ?? 0
    return switch (first, second, third) {
    // U+0080 to U+009F.
    case (0xC2, 0x80...0x9F, _): (2, Self.replacement)
    // U+202A to U+202E, U+2066 to U+2069, U+FFFE and U+FFFF.
    case (0xE2, 0x80, 0xAA...0xAE), (0xE2, 0x81, 0xA6...0xA9), (0xEF, 0xBF, 0xBE...0xBF):
      (3, Self.replacement)
    default: nil
    }
  }
}

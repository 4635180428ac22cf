/// Text cells as RFC 4180 and spreadsheets want them.
package struct CSVEscaping: Sendable {
  /// Puts an apostrophe before a text that a spreadsheet would run as a formula: one that starts with `=`, `+`,
  /// `-`, `@`, a tab or a carriage return.
  let escapesFormulas: Bool

  package init(escapesFormulas: Bool) { self.escapesFormulas = escapesFormulas }

  /// Appends a text cell, in quotes only where it needs them: around commas, quotes, line breaks, and a space at
  /// either end.
  ///
  /// RFC 4180 has no place for control characters: all but tab, carriage return and line feed become U+FFFD.
  package func append(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { utf8 in
      guard let first = utf8.first, let last = utf8.last else { return }
      let isFormula = escapesFormulas && Self.startsFormula(first)
      let needsQuotes =
        (first == Self.space && !isFormula) || last == Self.space || utf8.contains(where: Self.needsQuotes)
      if needsQuotes { bytes.append(Self.quote) }
      if isFormula { bytes.append(UInt8(ascii: "'")) }
      if utf8.contains(where: Self.needsReplacement) {
        Self.appendReplacing(utf8, to: &bytes)
      } else {
        bytes.append(contentsOf: utf8)
      }
      if needsQuotes { bytes.append(Self.quote) }
    }
  }

  private static let quote = UInt8(ascii: "\"")
  private static let space = UInt8(ascii: " ")

  private static func startsFormula(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D: true
    default: false
    }
  }

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), quote, 0x0A, 0x0D: true
    default: false
    }
  }

  /// True for a quote, and for the first byte of a control character (0xC2 starts letters too).
  private static func needsReplacement(_ byte: UInt8) -> Bool {
    byte == quote || isControl(byte) || byte == 0xC2
  }

  private static func isControl(_ byte: UInt8) -> Bool {
    (byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D) || byte == 0x7F
  }

  private static func appendReplacing(_ utf8: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    var index = utf8.startIndex
    while index < utf8.endIndex {
      let byte = utf8[index]
      if byte == quote {
        bytes.append(quote)
        bytes.append(quote)
      } else if isControl(byte) {
        bytes += "\u{FFFD}".utf8
      } else if byte == 0xC2, (0x80...0x9F).contains(utf8[index + 1]) {
        bytes += "\u{FFFD}".utf8
        index += 1
      } else {
        bytes.append(byte)
      }
      index += 1
    }
  }
}

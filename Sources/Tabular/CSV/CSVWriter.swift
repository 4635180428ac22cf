/// Writes CSV by RFC 4180 in UTF-8: the only code that puts a text into a cell.
///
/// ```swift
/// CSVWriter.exact.table(columns: ["id", "title"], rows: [["a", "one, two"]])  // id,title\na,"one, two"\n
/// ```
package struct CSVWriter: Sendable {
  /// Whether every text is read back as it was; otherwise it is made fit for spreadsheets.
  private let isExact: Bool
  /// Puts an apostrophe before a text that a spreadsheet would run as a formula: one that starts with `=`, `+`,
  /// `-`, `@`, a tab or a carriage return.
  package let escapesFormulas: Bool
  private let lineEnd: [UInt8]

  /// As datasets have it: every text is read back as it was, lines end with a line feed.
  package static let exact = CSVWriter(isExact: true, escapesFormulas: false, lineEnd: [0x0A])

  /// For people with a spreadsheet: control characters become U+FFFD, lines end with CRLF.
  package static func spreadsheet(escapesFormulas: Bool) -> CSVWriter {
    CSVWriter(isExact: false, escapesFormulas: escapesFormulas, lineEnd: [0x0D, 0x0A])
  }

  /// The bytes of a table with its header.
  package func table(columns: [String], rows: [[String]]) -> [UInt8] {
    var bytes: [UInt8] = []
    append(record: columns, to: &bytes)
    for row in rows { append(record: row, to: &bytes) }
    return bytes
  }

  /// Appends a record: texts, and then numbers, which are never changed.
  package func append(record texts: [String], numbers: [Double?] = [], to bytes: inout [UInt8]) {
    // Alone on its line an empty field would be a blank line, which is no record.
    if texts == [""], numbers.isEmpty { bytes += [Self.quote, Self.quote] }
    for (index, text) in texts.enumerated() {
      if index > 0 { bytes.append(Self.comma) }
      append(text, to: &bytes)
    }
    for number in numbers {
      bytes.append(Self.comma)
      if let number { bytes += PlainDecimal.text(number).utf8 }
    }
    endRecord(in: &bytes)
  }

  /// Ends a record of which each cell was appended.
  package func endRecord(in bytes: inout [UInt8]) { bytes += lineEnd }

  /// Separates two cells that are appended one by one.
  package static let comma = UInt8(ascii: ",")

  /// Appends a text cell, in quotes only where it needs them: around commas, quotes and line breaks. For
  /// spreadsheets also around a space at either end; in an exact file before what would be taken for a byte order
  /// mark at its start.
  package func append(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { isExact ? appendExact($0, to: &bytes) : appendForSpreadsheet($0, to: &bytes) }
  }

  private func appendExact(_ utf8: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    let needsQuotes = utf8.contains(where: Self.needsQuotes) || utf8.starts(with: Self.byteOrderMark)
    guard needsQuotes else { return bytes.append(contentsOf: utf8) }
    Self.appendQuoted(utf8, to: &bytes)
  }

  /// A cell in quotation marks, with those in it doubled.
  package static func quoted(_ cell: some Sequence<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    appendQuoted(cell, to: &bytes)
    return bytes
  }

  private static func appendQuoted(_ cell: some Sequence<UInt8>, to bytes: inout [UInt8]) {
    bytes.append(quote)
    for byte in cell {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }

  /// RFC 4180 has no place for control characters: all but tab, carriage return and line feed are replaced.
  private func appendForSpreadsheet(_ utf8: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
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

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
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
    case comma, quote, 0x0A, 0x0D: true
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

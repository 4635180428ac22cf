/// Writes CSV as the datasets of the project have it: RFC 4180, lines that end with a line feed, quotation marks only
/// where a field needs them.
package enum CSVText {
  /// The bytes of a table; whatever the cells hold, they are read back as they are.
  package static func bytes(columns: [String], rows: [[String]]) -> [UInt8] {
    var bytes: [UInt8] = []
    append(columns, to: &bytes)
    for row in rows { append(row, to: &bytes) }
    return bytes
  }

  private static func append(_ cells: [String], to bytes: inout [UInt8]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      // Alone on its line an empty field would be a blank line, which is no record.
      append(cell, isQuoted: needsQuotes(cell) || (cells.count == 1 && cell.isEmpty), to: &bytes)
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  private static func needsQuotes(_ cell: String) -> Bool {
    // At the start of a file the first scalar would be taken for a byte order mark.
    cell.utf8.contains { #","\#n\#r"#.utf8.contains($0) } || cell.unicodeScalars.first == "\u{FEFF}"
  }

  private static func append(_ cell: String, isQuoted: Bool, to bytes: inout [UInt8]) {
    guard isQuoted else {
      bytes.append(contentsOf: cell.utf8)
      return
    }
    let quote = UInt8(ascii: "\"")
    bytes.append(quote)
    for byte in cell.utf8 {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }
}

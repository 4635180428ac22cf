/// The place of a cell on its sheet; row and column count from 0.
struct CellAddress: Hashable, Sendable {
  var row: Int
  var column: Int

  /// As Excel writes it: `C12`.
  var a1: String { Self.letters(column) + String(row + 1) }

  /// The same wherever the formula with it is copied to: `$C$12`.
  var absolute: String { "$\(Self.letters(column))$\(row + 1)" }

  private static func letters(_ column: Int) -> String {
    var rest = column + 1
    var letters = ""
    while rest > 0 {
      rest -= 1
      letters = String(Character(Unicode.Scalar(UInt8(ascii: "A") + UInt8(rest % 26)))) + letters
      rest /= 26
    }
    return letters
  }
}

/// A rectangle of cells, both corners included.
struct CellRange: Hashable, Sendable {
  let first: CellAddress
  let last: CellAddress

  init(_ first: CellAddress, _ last: CellAddress) {
    self.first = first
    self.last = last
  }

  init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    first = CellAddress(row: rows.lowerBound, column: columns.lowerBound)
    last = CellAddress(row: rows.upperBound, column: columns.upperBound)
  }

  var rows: ClosedRange<Int> { first.row...last.row }
  var columns: ClosedRange<Int> { first.column...last.column }
  var isOneCell: Bool { first == last }

  /// As a formula on any sheet writes it: `'What-if data'!$A$3:$A$11`.
  func reference(on sheet: SheetName) -> String {
    let cells = isOneCell ? first.absolute : "\(first.absolute):\(last.absolute)"
    return "\(sheet.quoted)!\(cells)"
  }
}

/// Where a link of a sheet leads: to the web or to a cell of the workbook, nowhere else.
struct SheetLink: Hashable, Sendable {
  /// As libxlsxwriter takes it.
  let address: String

  /// Nil unless the text is an http or https address that a link can hold.
  ///
  /// The library looks for `internal:`, `external:` and `mailto:` anywhere in the address, and would make another
  /// kind of link of one that has such a word.
  init?(web text: String) {
    // Most texts of a report are not addresses.
    guard text.utf8.first.map({ $0 | 0x20 }) == UInt8(ascii: "h") else { return nil }
    let scheme = text.prefix { $0 != ":" }.lowercased()
    guard scheme == "http" || scheme == "https", text.dropFirst(scheme.count).hasPrefix("://"),
      text.count > scheme.count + 3, text.utf16.count <= ExcelLimits.urlLength,
      text.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F && !$0.properties.isWhitespace }),
      WorkbookText.line(text, limit: .max).string == text,
      !text.dropFirst(scheme.count + 3).utf8.contains(UInt8(ascii: ":"))
        || !["internal:", "external:", "mailto:"].contains(where: { text.contains($0) })
    else { return nil }
    address = text
  }

  init(to cell: CellAddress, on sheet: SheetName) {
    address = "internal:\(sheet.quoted)!\(cell.a1)"
  }
}

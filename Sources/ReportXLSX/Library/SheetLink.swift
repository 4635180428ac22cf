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
      !["internal:", "external:", "mailto:"].contains(where: { text.contains($0) })
    else { return nil }
    address = text
  }

  init(to cell: CellAddress, on sheet: SheetName) {
    address = "internal:\(sheet.quoted)!\(cell.a1)"
  }
}

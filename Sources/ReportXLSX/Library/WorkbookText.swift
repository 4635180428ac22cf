/// Text that libxlsxwriter and XML 1.0 can take whole.
///
/// The rule:
/// - a line break of any kind becomes a line feed;
/// - a character that XML 1.0 does not allow (NUL and the other control characters except tab and line feed,
///   U+FFFE, U+FFFF) becomes U+FFFD. The library would write some of them as `_xHHHH_`, pass others on and end
///   the text at NUL;
/// - in cells, a literal `_xHHHH_` gets its underscore as `_x005F_`, since Excel reads `_x0041_` as the letter A;
/// - text beyond the limit ends after the last whole scalar that fits, with `…`. The limit counts UTF-16 units,
///   as Excel does, of the escaped text.
struct WorkbookText: Hashable, Sendable {
  /// Ready for the library; without NUL.
  let string: String

  /// For the places where Excel undoes `_xHHHH_`: cells, headers of tables, page headers and footers.
  static func cell(_ text: String, limit: Int = ExcelLimits.cellTextLength) -> WorkbookText {
    if isSafe(text, limit: limit) { return WorkbookText(string: text) }
    return WorkbookText(string: cut(escapedPieces(allowed(text)), limit: limit))
  }

  /// For a place of one line where Excel undoes `_xHHHH_`.
  static func line(_ text: String, limit: Int) -> WorkbookText {
    if isSafe(text, limit: limit) { return WorkbookText(string: text) }
    let words = allowed(text).map { $0 == "\n" || $0 == "\t" ? " " : $0 }
    return WorkbookText(string: cut(escapedPieces(words), limit: limit))
  }

  /// For the places that are read as they stand: titles of charts, descriptions, document properties.
  static func plain(_ text: String, limit: Int = ExcelLimits.cellTextLength) -> WorkbookText {
    if isSafe(text, limit: limit) { return WorkbookText(string: text) }
    return WorkbookText(string: cut(allowed(text).map { [$0] }, limit: limit))
  }

  /// For the names of a chart and its axes, where the library takes a text that starts with `=` as a formula:
  /// such a text starts with a space.
  static func chartName(_ text: String) -> WorkbookText {
    plain(text.hasPrefix("=") ? " " + text : text, limit: ExcelLimits.formulaStringLength)
  }

  private init(string: String) { self.string = string }

  /// True for most texts, which need no second look: no control character, no `_x`, none of U+2028, U+2029,
  /// U+FFFE and U+FFFF, and short by its bytes.
  private static func isSafe(_ text: String, limit: Int) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      guard bytes.count <= limit else { return false }
      for index in bytes.indices {
        switch bytes[index] {
        case ..<0x20: return false
        case UInt8(ascii: "x") where index > 0 && bytes[index - 1] == UInt8(ascii: "_"): return false
        // The last bytes of E2 80 A8, E2 80 A9, EF BF BE and EF BF BF.
        case 0xA8...0xA9 where index > 1 && bytes[index - 2] == 0xE2 && bytes[index - 1] == 0x80: return false
        case 0xBE...0xBF where index > 1 && bytes[index - 2] == 0xEF && bytes[index - 1] == 0xBF: return false
        default: break
        }
      }
      return true
    }
  }

  private static func allowed(_ text: String) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    result.reserveCapacity(text.utf8.count)
    var previousIsReturn = false
    for scalar in text.unicodeScalars {
      defer { previousIsReturn = scalar == "\r" }
      switch scalar {
      case "\n" where previousIsReturn: break
      case "\r", "\u{2028}", "\u{2029}": result.append("\n")
      case "\t", "\n": result.append(scalar)
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return result
  }

  /// The scalars one by one; the underscore before `xHHHH_` as the seven characters that stand for it.
  private static func escapedPieces(_ scalars: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
    scalars.indices.map { index in
      startsEscape(scalars, at: index) ? Array("_x005F_".unicodeScalars) : [scalars[index]]
    }
  }

  private static func startsEscape(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
    guard scalars[index] == "_", index + 6 < scalars.count, scalars[index + 6] == "_",
      scalars[index + 1] == "x"
    else { return false }
    return scalars[(index + 2)...(index + 5)].allSatisfy { $0.properties.isASCIIHexDigit }
  }

  private static func cut(_ pieces: [[Unicode.Scalar]], limit: Int) -> String {
    func length(_ piece: [Unicode.Scalar]) -> Int { piece.reduce(0) { $0 + ($1.value > 0xFFFF ? 2 : 1) } }
    var text = String.UnicodeScalarView()
    let total = pieces.reduce(0) { $0 + length($1) }
    guard total > limit else {
      for piece in pieces { text.append(contentsOf: piece) }
      return String(text)
    }
    var used = 1
    for piece in pieces {
      used += length(piece)
      if used > limit { break }
      text.append(contentsOf: piece)
    }
    return String(text) + "…"
  }
}

/// What Excel, or libxlsxwriter 1.1.4, takes at most. Beyond these Excel offers to repair the file, and the
/// library cuts or leaves out in silence.
enum ExcelLimits {
  /// UTF-16 units in the name of a sheet.
  static let sheetNameLength = 31
  /// UTF-16 units in a cell.
  static let cellTextLength = 32_767
  /// UTF-16 units in a string inside a formula, and in the names of charts and axes.
  static let formulaStringLength = 255
  /// UTF-16 units in the title over what may be entered in a cell.
  static let inputTitleLength = 32
  /// UTF-16 units in the header of a table's column.
  static let tableHeaderLength = 255
  /// UTF-16 units in a document property.
  static let propertyLength = 255
  /// UTF-16 units in a link's address.
  static let urlLength = 2_079
  static let linksPerSheet = 65_530
  /// UTF-16 units in a page header or footer, its codes included.
  static let headerFooterLength = 255
  /// UTF-8 bytes of a number format. Excel takes 255 characters; the library's field holds 128 bytes with the
  /// final zero and cuts the rest.
  static let numberFormatBytes = 127
  /// Page breaks across a sheet.
  static let pageBreaks = 1_023
  /// In points.
  static let rowHeight = 409.0
  /// In widths of the digit 0.
  static let columnWidth = 255.0
  /// The first and the last year that Excel's calendar counts right from January on.
  static let years = 1901...9999
}

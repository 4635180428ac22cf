/// A page header or footer: a text at the left and one at the right, in Excel's codes.
///
/// Nothing keeps the two apart on paper but their lengths: each is cut with `…` where it would reach the other.
struct PageText: Sendable, Equatable {
  /// Left and right, small; at most 255 UTF-16 units.
  let code: String

  /// The number of the page of how many pages.
  static let pageNumber = "&P / &N"

  // Letters of 8 points on a page 7.5 inches wide, in widths of the digit 0 of 11 points: 103 in all, where the program
  // has the font. Each text is measured in its own size.
  private static let widestName = 30.0
  private static let widestLeft = 56.0
  private static let widestRight = 40.0
  private static let widestLine = 100.0
  private static let mostLines = 2

  /// - Parameters:
  ///   - name: whose the page is; a long one is cut before the date is.
  ///   - right: plain text.
  init(name: String, date: String, right: String) {
    self.init(left: "\(Self.cut(name, Self.widestName)) · \(date)", right: right)
  }

  /// - Parameters:
  ///   - left: plain text; it is cut so that the whole fits.
  ///   - right: plain text of at most a third of the room.
  init(left: String, right: String) {
    let shortRight = Self.escaped(
      Self.cut(right, Self.widestRight), limit: ExcelLimits.headerFooterLength / 3)
    self.init(left: Self.cut(left, Self.widestLeft), rightCode: shortRight)
  }

  /// Plain text at the left, in two lines where it is long, and the number of the page at the right.
  init(leftWithPageNumber left: String) {
    self.init(left: Self.lines(left), rightCode: Self.pageNumber)
  }

  private init(left: String, rightCode: String) {
    // The space ends the number of the font size: a text that starts with a digit would lengthen it.
    let start = "&L&8 "
    let end = rightCode.isEmpty ? "" : "&R&8 \(rightCode)"
    let room = ExcelLimits.headerFooterLength - start.utf16.count - end.utf16.count
    code = start + Self.escaped(left, limit: room) + end
  }

  /// One line, cut between characters with `…` where it is wider.
  private static func cut(_ text: String, _ width: Double) -> String {
    let line = WorkbookText.line(text, limit: ExcelLimits.headerFooterLength).string
    guard TextMeasure.width(line, style: .pageText) > width else { return line }
    var kept = ""
    for character in line {
      guard TextMeasure.width(kept + String(character) + "…", style: .pageText) <= width else { break }
      kept.append(character)
    }
    return kept.trimmingSuffix { $0 == " " } + "…"
  }

  /// As many lines as there may be, broken between words; the last one is cut.
  private static func lines(_ text: String) -> String {
    var lines: [String] = [""]
    for word in WorkbookText.line(text, limit: 2 * ExcelLimits.headerFooterLength).string
      .split(separator: " ")
    {
      let line = lines[lines.count - 1]
      let longer = line.isEmpty ? String(word) : "\(line) \(word)"
      if line.isEmpty || lines.count == mostLines
        || TextMeasure.width(longer, style: .pageText) <= widestLine
      {
        lines[lines.count - 1] = longer
      } else {
        lines.append(String(word))
      }
    }
    return lines.map { cut($0, widestLine) }.joined(separator: "\n")
  }

  /// With each `&` doubled, cut between characters.
  ///
  /// `&G` and `&[Picture]` stand for pictures. The library finds them after a doubled `&` too ("R&&G"), refuses
  /// the text, and then frees it twice: a space goes between.
  private static func escaped(_ text: String, limit: Int) -> String {
    if !text.utf8.contains(UInt8(ascii: "&")), text.utf8.count <= limit { return text }
    let words = text.replacing("&G", with: "& G").replacing("&[", with: "& [")
    var result = ""
    for character in words {
      let piece = character == "&" ? "&&" : String(character)
      guard result.utf16.count + piece.utf16.count <= limit else { break }
      result += piece
    }
    return result
  }
}

extension String {
  fileprivate func trimmingSuffix(_ isCut: (Character) -> Bool) -> String {
    var text = Substring(self)
    while let last = text.last, isCut(last) { text.removeLast() }
    return String(text)
  }
}

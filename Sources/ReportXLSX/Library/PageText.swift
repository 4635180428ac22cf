/// A page header or footer: a text at the left and one at the right, in Excel's codes.
struct PageText: Sendable, Equatable {
  /// Left and right, small; at most 255 UTF-16 units.
  let code: String

  /// The number of the page of how many pages.
  static let pageNumber = "&P / &N"

  /// - Parameters:
  ///   - left: plain text; it is cut so that the whole fits.
  ///   - right: plain text of at most a third of the room.
  init(left: String, right: String) {
    let shortRight = Self.escaped(right, limit: ExcelLimits.headerFooterLength / 3)
    self.init(left: left, rightCode: shortRight)
  }

  /// Plain text at the left, the number of the page at the right.
  init(leftWithPageNumber left: String) {
    self.init(left: left, rightCode: Self.pageNumber)
  }

  private init(left: String, rightCode: String) {
    // The space ends the number of the font size: a text that starts with a digit would lengthen it.
    let start = "&L&8 "
    let end = rightCode.isEmpty ? "" : "&R&8 \(rightCode)"
    let room = ExcelLimits.headerFooterLength - start.utf16.count - end.utf16.count
    code = start + Self.escaped(left, limit: room) + end
  }

  /// One line with each `&` doubled, cut between characters.
  ///
  /// `&G` and `&[Picture]` stand for pictures. The library finds them after a doubled `&` too ("R&&G"), refuses
  /// the text, and then frees it twice: a space goes between.
  private static func escaped(_ text: String, limit: Int) -> String {
    let words = text.replacing("&G", with: "& G").replacing("&[", with: "& [")
    var result = ""
    for character in WorkbookText.line(words, limit: ExcelLimits.headerFooterLength).string {
      let piece = character == "&" ? "&&" : String(character)
      guard result.utf16.count + piece.utf16.count <= limit else { break }
      result += piece
    }
    return result
  }
}

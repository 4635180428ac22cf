/// How a cell looks. Equal styles share one format of the workbook.
struct CellStyle: Hashable, Sendable {
  enum Alignment: Hashable, Sendable { case left, right }
  /// Red, green and blue, a byte each.
  typealias Color = UInt32
  enum Ink: Hashable, Sendable {
    case rgb(Color)
    /// The colors of the branding.
    case primary, accent
  }

  var fontSize = 11.0
  var isBold = false
  var isItalic = false
  var isUnderlined = false
  var fontColor: Ink?
  var fill: Ink?
  var alignment = Alignment.left
  /// Steps of about one character between the text and the side it is aligned to.
  var indent = 0
  var wraps = false
  /// Smaller letters where the text is wider than the cell.
  var shrinks = false
  var bottomBorder: Ink?
  /// True for a cell that can be changed on a protected sheet.
  var isUnlocked = false
  /// At most 127 UTF-8 bytes; nil for Excel's general format.
  var numberFormat: String?

  func with(_ change: (inout CellStyle) -> Void) -> CellStyle {
    var copy = self
    change(&copy)
    return copy
  }
}

extension CellStyle {
  private static let gray = Ink.rgb(0x595959)
  private static let linkColor = Ink.rgb(0x0563C1)
  private static let caveatFill = Ink.rgb(0xFFF4D6)

  static let body = CellStyle(wraps: true)
  static let reportTitle = CellStyle(fontSize: 18, isBold: true, fontColor: .primary, wraps: true)
  static let sectionTitle = CellStyle(
    fontSize: 15, isBold: true, fontColor: .primary, wraps: true, bottomBorder: .accent)
  static let blockTitle = CellStyle(fontSize: 12, isBold: true, fontColor: .primary, wraps: true)
  static let label = CellStyle(fontColor: gray, wraps: true)
  static let smallNote = CellStyle(fontSize: 10, isItalic: true, fontColor: gray, wraps: true)
  static let caveat = CellStyle(fill: caveatFill, wraps: true)
  static let caveatTitle = CellStyle(
    fontSize: 12, isBold: true, fontColor: .primary, fill: caveatFill, wraps: true)
  static let tableHeader = CellStyle(isBold: true, fontColor: .rgb(0xFFFFFF), fill: .primary, wraps: true)
  static let formHeader = CellStyle(isBold: true, wraps: true, bottomBorder: .rgb(0x7F7F7F))
  /// A cell to enter something into.
  static let input = CellStyle(
    fontColor: .rgb(0x1F3864), fill: .rgb(0xFFF0C2), alignment: .right, shrinks: true,
    bottomBorder: .rgb(0x7F7F7F),
    isUnlocked: true)
  /// A cell with what comes out of a formula.
  static let result = CellStyle(alignment: .right, shrinks: true)
  /// Says that the text beside it is about other numbers.
  static let changedNote = CellStyle(isBold: true, fontColor: .rgb(0x9C0006))
  static let formLine = CellStyle(wraps: true, bottomBorder: .rgb(0x7F7F7F))

  /// The fills behind the client's own rows; both leave black text readable in print.
  static let presentFill: Color = 0xDCE9F7
  static let targetFill: Color = 0xFFF0C2

  var asLink: CellStyle {
    with {
      $0.isUnderlined = true
      $0.fontColor = Self.linkColor
    }
  }
}

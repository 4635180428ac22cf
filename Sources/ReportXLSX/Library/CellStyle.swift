import CXlsxWriter
import ReportModel

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
  var topBorder: Ink?
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
  /// A number to see first.
  static let leadFigure = CellStyle(fontSize: 22, isBold: true, fontColor: .primary, shrinks: true)
  /// In points.
  static let leadFigureHeight = 31.0
  /// Before a result, on one line.
  static let resultLabel = CellStyle(fontColor: gray, shrinks: true)
  /// Over results that belong together.
  static let resultTitle = CellStyle(isBold: true, fontColor: .primary)
  /// What stands beside a result for comparison.
  static let present = CellStyle(fontColor: gray, alignment: .right, shrinks: true)
  /// Beside page one: a line each.
  static let panelTitle = CellStyle(
    isBold: true, fontColor: .primary, shrinks: true, bottomBorder: .rgb(0x7F7F7F))
  static let panelText = CellStyle(fontSize: 10, shrinks: true)
  static let subtitle = CellStyle(fontColor: gray, wraps: true)
  /// The cells of the table of all figures: a line each.
  static let figureText = CellStyle()
  static let figureNumber = CellStyle(alignment: .right)
  /// The letters of page headers and footers.
  static let pageText = CellStyle(fontSize: 8)
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

/// One format of the workbook for each style in use. Valid as long as its workbook.
final class FormatCache {
  private let workbook: UnsafeMutablePointer<lxw_workbook>
  private var formats: [CellStyle: UnsafeMutablePointer<lxw_format>] = [:]

  private var last: (style: CellStyle, format: UnsafeMutablePointer<lxw_format>)?
  private let branding: Branding

  init(of workbook: UnsafeMutablePointer<lxw_workbook>, branding: Branding) {
    self.workbook = workbook
    self.branding = branding
  }

  private func rgb(_ ink: CellStyle.Ink) -> CellStyle.Color {
    switch ink {
    case .rgb(let color): color
    case .primary: branding.primaryColor.value
    case .accent: branding.accentColor.value
    }
  }

  private var fills: [CellStyle.Color: UnsafeMutablePointer<lxw_format>] = [:]

  /// A format that only changes the fill, for conditional formats.
  func differentialFormat(fill: CellStyle.Color) throws(WorkbookError) -> UnsafeMutablePointer<lxw_format> {
    if let format = fills[fill] { return format }
    let format = try newFormat()
    // A pattern would hide the color here: in a differential format no pattern means a solid one.
    format_set_bg_color(format, fill)
    fills[fill] = format
    return format
  }

  private var errorFormat: UnsafeMutablePointer<lxw_format>?

  /// A format of letters as white as the paper, for conditional formats.
  func hiddenFormat() throws(WorkbookError) -> UnsafeMutablePointer<lxw_format> {
    if let errorFormat { return errorFormat }
    let format = try newFormat()
    format_set_font_color(format, 0xFFFFFF)
    errorFormat = format
    return format
  }

  /// The format of a style. Cells beside each other mostly share one.
  func format(_ style: CellStyle) throws(WorkbookError) -> UnsafeMutablePointer<lxw_format> {
    if let last, last.style == style { return last.format }
    let format = try kept(style)
    last = (style, format)
    return format
  }

  private func kept(_ style: CellStyle) throws(WorkbookError) -> UnsafeMutablePointer<lxw_format> {
    if let format = formats[style] { return format }
    // format.h: "format_set_num_format": the field holds LXW_FORMAT_FIELD_LEN (128) bytes, and cuts the rest.
    if let pattern = style.numberFormat, pattern.utf8.count > ExcelLimits.numberFormatBytes {
      throw WorkbookError(
        .limit(name: "bytes of a number format", maximum: ExcelLimits.numberFormatBytes),
        operation: "format_set_num_format")
    }
    let format = try newFormat()
    apply(style, to: format)
    formats[style] = format
    return format
  }

  private func newFormat() throws(WorkbookError) -> UnsafeMutablePointer<lxw_format> {
    // workbook.h: "The workbook_add_format() function can be used to create new Format objects"; the workbook
    // frees them. It returns NULL when there is no memory.
    guard let format = workbook_add_format(workbook) else {
      throw WorkbookError(library: LXW_ERROR_MEMORY_MALLOC_FAILED, operation: "workbook_add_format")
    }
    return format
  }

  private func apply(_ style: CellStyle, to format: UnsafeMutablePointer<lxw_format>) {
    format_set_font_size(format, style.fontSize)
    if style.isBold { format_set_bold(format) }
    if style.isItalic { format_set_italic(format) }
    if style.isUnderlined { format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue)) }
    if let color = style.fontColor { format_set_font_color(format, rgb(color)) }
    if let color = style.fill {
      format_set_pattern(format, UInt8(LXW_PATTERN_SOLID.rawValue))
      format_set_bg_color(format, rgb(color))
    }
    let horizontal = style.alignment == .left ? LXW_ALIGN_LEFT : LXW_ALIGN_RIGHT
    format_set_align(format, UInt8(horizontal.rawValue))
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    if style.indent > 0 { format_set_indent(format, UInt8(clamping: style.indent)) }
    if style.wraps { format_set_text_wrap(format) }
    if style.shrinks { format_set_shrink(format) }
    if let color = style.topBorder {
      format_set_top(format, UInt8(LXW_BORDER_THICK.rawValue))
      format_set_top_color(format, rgb(color))
    }
    if let color = style.bottomBorder {
      format_set_bottom(format, UInt8((color == .accent ? LXW_BORDER_MEDIUM : LXW_BORDER_THIN).rawValue))
      format_set_bottom_color(format, rgb(color))
    }
    if style.isUnlocked { format_set_unlocked(format) }
    if let pattern = style.numberFormat { format_set_num_format(format, pattern) }
  }
}

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

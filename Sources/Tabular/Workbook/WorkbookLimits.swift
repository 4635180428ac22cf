/// What a workbook may ask of the memory and the time of the reader, and why it is so much.
package enum WorkbookLimits {
  /// Entries of a zip file; a workbook of some sheets has 20.
  package static let entries = 10_000

  /// Sheets of a workbook.
  package static let sheets = 256

  /// Relationships of a part of a workbook: one for each sheet, and a few.
  package static let relationships = 1_000

  /// XML elements inside one another; those of a workbook have 8.
  package static let depth = 64

  /// XML elements of a sheet that are no row, cell or text: widths of columns, settings of the page.
  package static let otherElements = 100_000

  /// Bytes of all shared strings of a workbook; tables of 400,000 rows have 100 KB of them, titles and codes.
  package static let sharedStringBytes = 32 << 20

  /// Shared strings of a workbook.
  package static let sharedStrings = 2 << 20

  /// Formats of numbers and styles of cells; Excel takes 65,490 styles.
  package static let formats = 65_536

  /// Bytes of a format of numbers; Excel's own limit is 255 characters.
  package static let formatBytes = 1_024

  /// Merged cells that are looked at: those of the rows in which a header is looked for.
  package static let merges = 1_000

  /// Bytes of the texts of a row; Excel's own limit of a cell is 32,767 characters.
  package static let rowBytes = 1 << 20

  /// Bytes of one XML tag, which the parser holds as a whole.
  package static let tagBytes = 1 << 20

  /// Rows and columns of a sheet, by the specification of Excel.
  package static let rows = 1_048_576
  package static let columns = 16_384
}

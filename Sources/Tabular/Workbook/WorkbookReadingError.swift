/// Why a workbook, or a zip file around it, is not read: where in it, and what was found.
public struct WorkbookReadingError: Error, Sendable, Equatable {
  /// What ``WorkbookLimits`` has counts for.
  public enum Counted: String, Sendable {
    case entries
    case sheets
    case relationships
    case rows
    case formats = "formats of cells"
    case otherElements = "XML elements that are no cells"
  }

  public enum Kind: Sendable, Equatable {
    case brokenZip
    case encrypted
    /// Content that unpacks to more than a limit, in bytes.
    case tooLarge(limit: UInt64)
    /// Content that unpacks to more times its size than a limit.
    case tooDense(limit: UInt64)
    /// A workbook of which the parts are not XML (.xlsb).
    case binary
    /// A part that a workbook must have.
    case partMissing
    case malformedXML
    /// A document type, which no workbook has: it can define entities that grow without end.
    case documentType
    /// A cell with a reference or an index of a shared string that leads nowhere.
    case badCell
    /// More shared strings than a limit, or more bytes of them.
    case tooManyStrings
    /// More of something than a limit: of sheets, rows, entries.
    case tooMany(Counted, limit: Int)
    /// XML elements inside one another, more than a limit.
    case tooDeep(limit: Int)
    /// A row, or a tag, of more bytes than a limit.
    case tooLong(limit: Int)
  }

  public var kind: Kind
  /// The name of the sheet; nil when the file as a whole is meant.
  public var sheet: String?
  /// The row of the sheet, from 1.
  public var row: Int?
  /// What stands there; nil when nothing does.
  public var found: String?

  package init(_ kind: Kind, row: Int? = nil, found: String? = nil) {
    self.kind = kind
    self.row = row
    self.found = found
  }
}

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

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

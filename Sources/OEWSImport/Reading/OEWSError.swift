import CareerData
import Tabular

/// Why a file is not read as OEWS tables: where, what was found, what is allowed.
public struct OEWSError: Error, Sendable, Equatable {
  public enum Kind: Sendable, Equatable {
    /// The file cannot be read from the disk.
    case unreadable
    /// A workbook in an archive cannot be unpacked to a temporary file.
    case noScratchFile
    /// A workbook of Excel 97-2003 (.xls), a binary one (.xlsb), or one with a password.
    case oldWorkbook
    /// The file that a spreadsheet program keeps beside a workbook as long as it is open.
    case lockFile
    /// A page of a web site in place of the file.
    case webPage
    /// A zip file or a workbook in it that is damaged, or more than a limit.
    case workbook(WorkbookReadingError.Kind)
    /// More rows of the occupations that are asked for than a limit.
    case tooManyRows(limit: Int)
    case malformedCSV(CSVError.Kind)
    /// No sheet and no file with the columns of an OEWS table.
    case noTable
    case columnMissing
    case columnTwice
    case noWageColumn
    /// The names of the columns and nothing under them.
    case noRows
    case valueMissing
    case notANumber
    /// A value that is not one of a list.
    case notAllowed
    /// A value of another form than the allowed ones show.
    case badForm
    /// Two periods in one file.
    case periodsDiffer
  }

  /// The file as the user gave it; in an archive with the path in it: `oesm24nat.zip/national_M2024_dl.xlsx`.
  public let file: String
  /// The name of the sheet of a workbook; nil for CSV, and when the file as a whole is meant.
  public let sheet: String?
  /// The row of the sheet, or the line of the CSV file, from 1.
  public let row: Int?
  /// The name of the column: `A_MEAN`.
  public let column: String?
  public let kind: Kind
  /// What stands there, at most 60 characters of it; nil when nothing does.
  public let found: String?
  /// What may stand there.
  public let allowed: [String]

  public init(
    file: String, sheet: String? = nil, row: Int? = nil, column: String? = nil, kind: Kind,
    found: String? = nil, allowed: [String] = []
  ) {
    self.file = file
    self.sheet = sheet
    self.row = row
    self.column = column
    self.kind = kind
    self.found = found.map(\.excerpt)
    self.allowed = allowed
  }
}

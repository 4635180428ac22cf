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
    /// Two rows of one occupation in a table that has one of each.
    case codeTwice
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

extension OEWSError: CustomStringConvertible {
  /// `national.xlsx: sheet "national_M2024_dl", row 12, A_MEAN: "n/a" is not a number; …`.
  public var description: String {
    let place = [sheet.map { "sheet \($0.quoted)" }, row.map { "row \($0)" }, column]
    return "\(file.harmless): \(ProblemText.sentence(at: place, finding, remedy: remedy))"
  }

  /// What is wrong, in words.
  public var finding: String {
    switch kind {
    case .unreadable: "the file cannot be read: \(found ?? "unknown")"
    case .noScratchFile: "it cannot be unpacked: \(found ?? "unknown")"
    case .oldWorkbook: "an unsupported workbook (.xls or .xlsb), or one with a password"
    case .lockFile: "the lock file of a spreadsheet program, which holds no table"
    case .webPage: "a web page, not a table: \(quotedFound)"
    case .workbook(let kind): Self.finding(kind, found)
    case .tooManyRows(let limit): "it has more than \(limit) rows of the requested occupations"
    case .malformedCSV(let kind): CSVError(line: row ?? 1, field: nil, kind: kind).finding
    case .noTable:
      found == nil
        ? "it contains no OEWS table" : "it contains no OEWS table; the first row is \(quotedFound)"
    case .columnMissing: "the table has no such column, only \(quotedFound)"
    case .columnTwice: "two columns have this name"
    case .noWageColumn: "the table has no wage column, only \(quotedFound)"
    case .noRows: "the table has a header but no rows"
    case .valueMissing: "no value"
    case .notANumber: "\(quotedFound) is neither a number nor a BLS mark"
    case .notAllowed: "\(quotedFound) is not one of the allowed values"
    case .badForm: "\(quotedFound) does not have the expected form"
    case .codeTwice: "\(quotedFound) has a row already"
    case .periodsDiffer: "it says \(found ?? "nothing"), and \(choices)"
    }
  }

  private static func finding(_ kind: WorkbookReadingError.Kind, _ found: String?) -> String {
    switch kind {
    case .brokenZip: "the zip file is damaged or truncated: \(found ?? "unknown")"
    case .encrypted: "the zip file has a password"
    case .tooLarge(let limit): "it unpacks to more than \(limit >> 20) MiB"
    case .tooDense(let limit): "it unpacks to more than \(limit) times its size"
    case .binary: "an unsupported workbook (.xlsb)"
    case .tooManyStrings: "the workbook has more text than any OEWS table"
    case .tooMany(let counted, let limit): "it has more than \(limit) \(counted.rawValue)"
    case .tooDeep(let limit): "it has XML elements more than \(limit) deep"
    case .tooLong(let limit): "more than \(limit >> 10) KiB of text in one place"
    case .partMissing: "the workbook has no part \(found?.quoted ?? "nothing")"
    case .malformedXML: "the workbook is damaged: \(found ?? "malformed XML")"
    case .documentType: "the workbook contains a document type (DOCTYPE)"
    case .badCell: "the workbook is damaged: \(found?.quoted ?? "nothing") points to no cell or text"
    }
  }

  /// What to do, in words.
  public var remedy: String {
    switch kind {
    case .unreadable: "check that it is a file and that you may read it"
    case .noScratchFile:
      "free space in /tmp, or unpack the zip file and use the .xlsx"
    case .oldWorkbook: "open it, and save it as an .xlsx without a password or as CSV UTF-8"
    case .lockFile: "use the workbook itself, without ~$ or .~lock. before its name"
    case .webPage: "download the table with a browser"
    case .workbook(.brokenZip), .workbook(.malformedXML), .workbook(.badCell), .workbook(.partMissing):
      "download it again"
    case .workbook(.encrypted): "unpack it with the password and use the .xlsx"
    case .workbook, .tooManyRows: Self.asPublished
    case .malformedCSV(let kind): CSVError(line: row ?? 1, field: nil, kind: kind).remedy
    case .noTable: "use a table as BLS publishes it, with the columns \(allowed.joined(separator: ", "))"
    case .columnMissing, .noWageColumn, .noRows: Self.asPublished
    case .columnTwice, .codeTwice: "remove one"
    case .valueMissing: allowed.isEmpty ? "fill it in" : "fill in \(choices)"
    case .notANumber, .notAllowed: "use \(choices)"
    case .badForm: "use the form \(choices)"
    case .periodsDiffer: "use the file as BLS publishes it, under its own name"
    }
  }

  private static let asPublished = "use the file as BLS publishes it"

  private var quotedFound: String { found?.quoted ?? "nothing" }

  private var choices: String { allowed.choices }
}

/// A file, or a sheet of it, for the errors in it.
struct OEWSPlace: Sendable, Equatable {
  let file: String
  var sheet: String?

  func error(
    _ kind: OEWSError.Kind, row: Int? = nil, column: String? = nil, found: String? = nil,
    allowed: [String] = []
  ) -> OEWSError {
    OEWSError(
      file: file, sheet: sheet, row: row, column: column, kind: kind, found: found, allowed: allowed)
  }

  /// The error of a workbook or a zip file at this place.
  func error(_ error: WorkbookReadingError) -> OEWSError {
    let kind: OEWSError.Kind = error.kind == .binary ? .oldWorkbook : .workbook(error.kind)
    return OEWSError(file: file, sheet: error.sheet, row: error.row, kind: kind, found: error.found)
  }

  /// A file in an archive at this place.
  func entry(_ path: String) -> OEWSPlace { OEWSPlace(file: "\(file)/\(path)") }
}

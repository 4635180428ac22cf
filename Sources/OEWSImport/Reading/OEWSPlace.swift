import Tabular

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

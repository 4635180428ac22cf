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

  /// A file in an archive at this place.
  func entry(_ path: String) -> OEWSPlace { OEWSPlace(file: "\(file)/\(path)") }
}

/// Why a row cannot be written into a table of a draft.
public enum DraftError: Error, Sendable, Equatable {
  /// A cell has a meaning and the table no column for it.
  case columnMissing(file: String, column: String)
  /// The package has no such table, and there is no description to make it from.
  case tableMissing(String)
}

extension DraftError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .columnMissing(let file, let column):
      "\(file): \(column): the table has no such column; add it to the schema and to the file"
    case .tableMissing(let name):
      "\(DatasetFiles.packageName): resources: the package has no table \(name); add the resource and its file"
    }
  }
}

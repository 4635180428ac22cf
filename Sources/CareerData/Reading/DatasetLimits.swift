import Tabular

/// What a dataset may ask of the memory and the time of the reader. A dataset with the pay of every area and industry of
/// OEWS for one occupation has some 20,000 rows and 3 MB.
public enum DatasetLimits {
  /// Bytes of one file.
  public static let fileBytes = 64 << 20
  /// Bytes of all files together.
  public static let totalBytes = 256 << 20
  /// Rows of the tables of figures and of words, and of those that Pathbook does not know.
  public static let rows = 50_000
  /// Rows of every other table: what figures are about is far less than figures.
  public static let rowsOfSubjects = 2_000
  /// Cells of a table.
  public static let cells = 2_000_000
  /// Columns of a table.
  public static let columns = 1_000
  /// Bytes of a row, and so of a cell.
  public static let rowBytes = 1 << 20
  /// Rows of a file that are no CSV; after so many it is another kind of file.
  public static let brokenRows = 1_000
  /// Resources of a package.
  public static let resources = 500
  /// Figures of one subject, statistic and basis that are compared with one another; OEWS has one.
  static let figuresOfOneKind = 20
  /// Elements of every other list in a package: fields, keys, allowed values.
  public static let listElements = 1_000

  /// What the file of a table may ask of the reader.
  package static func csv(ofTable name: String) -> CSVLimits {
    CSVLimits(
      rows: rows(ofTable: name), cells: cells, columns: columns, rowBytes: rowBytes, brokenRows: brokenRows)
  }

  /// Rows that a table may have.
  static func rows(ofTable name: String) -> Int {
    CareerDataset.Table(rawValue: name)?.declaration.maximumRows ?? rows
  }
}

/// How a table of the dataset becomes records: its columns, and a record from a row.
protocol TableLayout {
  associatedtype Record
  static var table: CareerDataset.Table { get }
  /// Names the columns and what is asked of them.
  init(_ columns: inout ColumnBinder)
  /// Nil when the row lacks what the record cannot be without; the checks have noted it.
  func record(_ row: Row) -> Record?
}

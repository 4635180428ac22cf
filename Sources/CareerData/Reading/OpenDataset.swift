/// A dataset without a problem, with the tables that its records were read from.
struct OpenDataset {
  let dataset: CareerDataset
  /// In the order of the package.
  let resources: [DataPackage.Resource]
  /// By name.
  let tables: [String: OpenTable]

  /// The file of a table, and the line of it on which a record begins.
  ///
  /// - Parameter index: of the record in its table; every row of a dataset without a problem is a record.
  func place(_ table: CareerDataset.Table, _ index: Int) -> (file: String, row: Int)? {
    guard let open = tables[table.rawValue], index < open.document.rowCount else { return nil }
    return (open.file, open.document.line(ofRow: index))
  }
}

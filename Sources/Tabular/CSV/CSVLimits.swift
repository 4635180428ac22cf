/// What a CSV file that is held in memory as a whole may ask of the reader.
package struct CSVLimits: Sendable, Equatable {
  /// Rows without the header.
  package var rows: Int
  /// Fields of all rows together.
  package var cells: Int
  /// Fields of the header.
  package var columns: Int
  /// Bytes of a row, and so of a field.
  package var rowBytes: Int
  /// Rows with an error; after so many it is another kind of file.
  package var brokenRows: Int

  package init(rows: Int, cells: Int, columns: Int, rowBytes: Int, brokenRows: Int) {
    self.rows = rows
    self.cells = cells
    self.columns = columns
    self.rowBytes = rowBytes
    self.brokenRows = brokenRows
  }
}

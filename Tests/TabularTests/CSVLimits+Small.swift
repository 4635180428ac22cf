import Tabular

extension CSVLimits {
  /// Enough for the tables of tests.
  static let small = CSVLimits(rows: 10, cells: 100, columns: 10, rowBytes: 1 << 14, brokenRows: 10)
}

/// The words that the workbook adds to those of the report.
enum WorkbookWords {
  /// The name of the last sheet, which holds the numbers of the charts.
  static let chartData = "Chart data"
  /// The name of a sheet whose section has none.
  static let sheet = "Sheet"
  /// The header of the column that holds the groups' titles, where the table has no word for it.
  static let basis = "Basis"
  /// The header of a column that has none.
  static let column = "Column"
  /// The header of the low ends of a chart's ranges.
  static let low = "Low"
  /// Says on a chart what its line is.
  static let dashedLine = "dashed line"
  /// The header of a series that only keeps a place in the order of a chart.
  static let empty = "(none)"
  /// The name of the sheet with what the what-if looks up.
  static let whatIfData = "What-if data"
  /// The title of the rows that the what-if's choices stand in.
  static let foundRows = "Rows of the choices"
  static let name = "Name"
  static let row = "Row"
  /// After the name of a way ahead that cannot be calculated.
  static let unknownPath = " (not known: something is missing above)"
}

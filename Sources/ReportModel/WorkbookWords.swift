/// The words that a workbook adds to those of the report.
public struct WorkbookWords: Sendable, Equatable {
  /// The name of the last sheet, which holds the numbers of the charts.
  public let chartData: String
  /// The name of the sheet with what the what-if looks up.
  public let whatIfData: String
  /// The name of a sheet whose section has none.
  public let sheet: String
  /// The header of the column that holds the groups' titles, where the table has no word for it.
  public let basis: String
  /// The header of a column that has none; a number follows.
  public let column: String
  /// The header of the low ends of a chart's ranges.
  public let low: String
  /// Says on a chart what its line is.
  public let dashedLine: String
  /// The header of a series that only keeps a place in the order of a chart.
  public let empty: String
  /// The title of the rows that the what-if's choices stand in, and the headers of that table.
  public let foundRows: String
  public let name: String
  public let row: String
  /// After the name of a way ahead that cannot be calculated.
  public let unknownPath: String

  public init(
    chartData: String, whatIfData: String, sheet: String, basis: String, column: String, low: String,
    dashedLine: String, empty: String, foundRows: String, name: String, row: String, unknownPath: String
  ) {
    self.chartData = chartData
    self.whatIfData = whatIfData
    self.sheet = sheet
    self.basis = basis
    self.column = column
    self.low = low
    self.dashedLine = dashedLine
    self.empty = empty
    self.foundRows = foundRows
    self.name = name
    self.row = row
    self.unknownPath = unknownPath
  }
}

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
  /// Ends the headers of the two columns of a range.
  public let from: String
  public let to: String
  /// The header of how high the points of a chart stand.
  public let height: String
  /// The headers of what the profile says, and of what follows from the inputs.
  public let now: String
  public let whatIf: String
  /// The title over all results of the what-if, with what they rest on.
  public let everyResult: String
  /// The title over the links to the sheets.
  public let contents: String
  /// The name of the sheet of the subjects that have no sheet of their own.
  public let more: String
  /// The name of the sheet with every figure, and what it says of printing it.
  public let allFigures: String
  public let screenOnly: String
  public let figureHeaders: FigureHeaders
  public let figureWords: FigureWords

  public init(
    chartData: String, whatIfData: String, sheet: String, basis: String, column: String, low: String,
    dashedLine: String, empty: String, foundRows: String, name: String, row: String, unknownPath: String,
    from: String, to: String, height: String, now: String, whatIf: String, everyResult: String,
    contents: String, more: String, allFigures: String, screenOnly: String, figureHeaders: FigureHeaders,
    figureWords: FigureWords
  ) {
    self.from = from
    self.to = to
    self.height = height
    self.now = now
    self.whatIf = whatIf
    self.everyResult = everyResult
    self.contents = contents
    self.more = more
    self.allFigures = allFigures
    self.screenOnly = screenOnly
    self.figureHeaders = figureHeaders
    self.figureWords = figureWords
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

/// The headers of the table of all figures.
public struct FigureHeaders: Sendable, Equatable {
  public let subject: String
  public let item: String
  public let measure: String
  public let statistic: String
  public let unit: String
  public let low: String
  public let value: String
  public let high: String
  public let difference: String
  public let percent: String
  public let source: String
  /// Of the numbers of the sources after the first.
  public let otherSources: String
  public let period: String
  public let note: String
  /// Of what the row is in the CSV.
  public let code: String

  public init(
    subject: String, item: String, measure: String, statistic: String, unit: String, low: String,
    value: String, high: String, difference: String, percent: String, source: String, otherSources: String,
    period: String, note: String, code: String
  ) {
    self.subject = subject
    self.item = item
    self.measure = measure
    self.statistic = statistic
    self.unit = unit
    self.low = low
    self.value = value
    self.high = high
    self.difference = difference
    self.percent = percent
    self.source = source
    self.otherSources = otherSources
    self.period = period
    self.note = note
    self.code = code
  }
}

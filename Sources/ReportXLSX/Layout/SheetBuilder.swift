import ReportModel

/// Puts one block under another.
struct SheetBuilder {
  private(set) var layout: SheetLayout
  let columns: SheetColumns
  let contents: CellContents
  /// The next free row.
  private(set) var row = 0

  init(name: SheetName, columns: SheetColumns, contents: CellContents, page: PageSetup) {
    self.columns = columns
    self.contents = contents
    layout = SheetLayout(name: name, columnWidths: columns.widths, page: page)
  }

  mutating func skipRows(_ count: Int = 1) { row += count }

  /// Prints the sheet on one page, unless it is so long that nobody could read it there.
  mutating func shrinkToOnePage() {
    layout.page.isOnePage = PageBreaks(of: layout).pages(ofRows: row) <= Self.mostPagesOnOne
  }

  /// Text of 10 points is printed in 6 then.
  private static let mostPagesOnOne = 1.6

  /// Starts a page where a chart would be cut.
  mutating func breakBeforeCharts() {
    let charts = layout.charts.map { placed in
      placed.address.row...(placed.address.row + Self.rows(of: placed.chart))
    }
    layout.page.breaks = PageBreaks(of: layout).rows(before: charts)
  }

  /// How many rows of the default height, 20 pixels, a chart covers.
  private static func rows(of chart: NativeChart) -> Int { (chart.heightInPixels + 19) / 20 }

  /// Prints the sheet to the page that ends in a row, and no page of what is empty after it.
  ///
  /// - Parameter last: the last row with something in it.
  mutating func printUpToPage(ofRow last: Int) {
    let end = PageBreaks(of: layout).lastRow(onPageOf: last, upTo: max(last, row - 1))
    layout.page.printed = CellRange(rows: 0...end, columns: 0...(layout.columnWidths.count - 1))
  }

  mutating func freezeRowsAbove(_ row: Int) { layout.page.frozenRows = row }

  /// Text across the sheet, in as many rows as its height needs; no text takes no room.
  mutating func addProse(_ text: String, style: CellStyle) {
    guard !text.isEmpty else { return }
    let last = columns.lastProseColumn
    let height = TextMeasure.height(text, in: columns.proseWidth, style: style)
    let rows = Int((height / ExcelLimits.rowHeight).rounded(.up))
    addMerged(text, rows: row...(row + rows - 1), columns: 0...last, style: style)
    for index in 0..<rows { setHeight(ofRow: row + index, height / Double(rows)) }
    row += rows
  }

  mutating func addMerged(_ text: String, rows: ClosedRange<Int>, columns: ClosedRange<Int>, style: CellStyle)
  {
    let range = CellRange(rows: rows, columns: columns)
    layout.merged.append(SheetLayout.Merged(range: range, text: text, style: style))
  }

  mutating func add(_ content: CellContent, column: Int, style: CellStyle) {
    let address = CellAddress(row: row, column: column)
    layout.cells.append(SheetLayout.Cell(address: address, content: content, style: style))
  }

  /// Ends a row; it is as high as the highest of the given texts.
  mutating func endRow(heights: [Double]) {
    setHeight(ofRow: row, heights.reduce(0, max))
    row += 1
  }

  mutating func add(
    _ table: SheetTable, _ formats: [ConditionalFormat], sourceCells: [String: CellAddress]
  ) {
    layout.tables.append(table)
    layout.conditionalFormats += formats
    layout.sourceCells.merge(sourceCells) { first, _ in first }
  }

  /// A logo in a row of its own.
  mutating func addLogo(_ image: PNGImage, alternativeText: String) {
    /// In pixels, 4/3 of a point: wide logos stay low.
    let widest = 320.0
    let height = min(56, widest * Double(image.height) / Double(image.width))
    layout.picture = SheetPicture(
      image: image, cell: CellAddress(row: row, column: 0), height: max(1, Int(height)),
      alternativeText: .plain(alternativeText, limit: ExcelLimits.formulaStringLength))
    endRow(heights: [height * 0.75 + 6])
  }

  /// A chart on rows of its own.
  mutating func addChart(_ chart: NativeChart) {
    var chart = chart
    chart.widthInPixels = min(960, max(640, columns.proseWidthInPixels))
    layout.charts.append(SheetLayout.PlacedChart(address: CellAddress(row: row, column: 0), chart: chart))
    row += Self.rows(of: chart)
  }

  mutating func add(_ chart: NativeLineChart, at cell: CellAddress) {
    layout.lineCharts.append(SheetLayout.PlacedLineChart(address: cell, chart: chart))
  }

  /// Gives a cell a name that formulas of every sheet can use.
  mutating func define(_ name: String, _ cell: CellAddress) { layout.definedNames.append((name, cell)) }

  /// A cell to enter something into.
  mutating func add(_ rule: InputRule, named name: String) {
    layout.inputRules.append(rule)
    define(name, rule.cells.first)
  }

  /// The height of a content that wraps in some columns.
  func height(_ content: CellContent, columns range: ClosedRange<Int>, style: CellStyle) -> Double {
    guard !content.needsItsWidth else { return TextMeasure.lineHeight }
    return TextMeasure.height(content.shown, in: columns.width(range), style: style)
  }

  private mutating func setHeight(ofRow row: Int, _ points: Double) {
    guard points > TextMeasure.lineHeight else { return }
    layout.rowHeights.append((row, min(points, ExcelLimits.rowHeight)))
  }
}

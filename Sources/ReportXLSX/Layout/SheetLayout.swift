import ReportModel

/// All that stands on a sheet and where, before anything is written.
struct SheetLayout {
  struct Cell {
    let address: CellAddress
    let content: CellContent
    let style: CellStyle
  }

  struct Merged {
    let range: CellRange
    let text: String
    let style: CellStyle
  }

  struct PlacedChart {
    let address: CellAddress
    let chart: SheetChart
  }

  struct PlacedLineChart {
    let address: CellAddress
    let chart: NativeLineChart
  }

  let name: SheetName
  /// True for what other sheets need and nobody reads.
  var isHidden = false
  let columnWidths: [Double]
  var cells: [Cell] = []
  var merged: [Merged] = []
  var tables: [SheetTable] = []
  var conditionalFormats: [ConditionalFormat] = []
  var picture: SheetPicture?
  var charts: [PlacedChart] = []
  var lineCharts: [PlacedLineChart] = []
  var inputRules: [InputRule] = []
  /// Names of cells that formulas of every sheet can use.
  var definedNames: [(name: String, cell: CellAddress)] = []
  /// In points, for the rows that are not of the default height.
  var rowHeights: [(row: Int, points: Double)] = []
  /// The rows of the table of sources by the ids of the sources.
  var sourceCells: [String: CellAddress] = [:]
  var page: PageSetup
}

extension SheetLayout {
  /// Gives a sheet of data a title, which stays in view and is repeated in print.
  ///
  /// - Returns: the next free row.
  mutating func addTitle(_ title: String) -> Int {
    let style = CellStyle.sectionTitle.with { $0.wraps = false }
    cells.append(Cell(address: CellAddress(row: 0, column: 0), content: .text(title), style: style))
    page.frozenRows = 1
    return 2
  }

  /// Writes the sheet.
  ///
  /// - Parameter links: where the numbers of the sources lead.
  func write(to sheet: inout Worksheet, links: [String: SheetLink]) throws(WorkbookError) {
    for (column, width) in columnWidths.enumerated() {
      try sheet.setWidth(ofColumn: column, min(width, ExcelLimits.columnWidth))
    }
    for (row, points) in rowHeights { try sheet.setHeight(ofRow: row, points: points) }
    for table in tables { try sheet.addTable(table) }
    for prose in merged { try sheet.writeMerged(.cell(prose.text), in: prose.range, style: prose.style) }
    for cell in cells { try write(cell, to: &sheet, links: links) }
    if let picture { try sheet.insert(picture) }
    for format in conditionalFormats { try sheet.add(format) }
    for placed in charts {
      switch placed.chart {
      case .bars(let chart): try sheet.insert(chart, at: placed.address)
      case .bands(let chart): try sheet.insert(chart, at: placed.address)
      }
    }
    for placed in lineCharts { try sheet.insert(placed.chart, at: placed.address) }
    for rule in inputRules { try sheet.add(rule) }
    for (name, cell) in definedNames { try sheet.define(name, cell) }
    try sheet.setPage(page)
    if isHidden { sheet.hide() }
  }

  private func write(
    _ cell: Cell, to sheet: inout Worksheet, links: [String: SheetLink]
  ) throws(WorkbookError) {
    func formatted(_ format: String) -> CellStyle { cell.style.with { $0.numberFormat = format } }
    switch cell.content {
    case .blank: try sheet.writeBlank(at: cell.address, style: cell.style)
    case .text(let text): try sheet.write(.cell(text), at: cell.address, style: cell.style)
    case .number(let number, let format, _):
      try sheet.write(number, at: cell.address, style: formatted(format))
    case .date(let date, let format, _):
      try sheet.write(
        year: date.year, month: date.month, day: date.day, at: cell.address, style: formatted(format))
    case .link(let link, let text):
      // Past the limit of links the text stays, and is still the address.
      guard sheet.linkCount < ExcelLimits.linksPerSheet else {
        return try sheet.write(.cell(text), at: cell.address, style: cell.style)
      }
      try sheet.writeLink(link, text: .cell(text), at: cell.address, style: cell.style.asLink)
    case .formula(let formula, let value, let format):
      let style = cell.style.with { $0.numberFormat = format }
      try sheet.write(formula: formula, value: value, at: cell.address, style: style)
    case .source(let id, let number):
      let style = formatted("\"[\"0\"]\"")
      if let link = links[id], sheet.linkCount < ExcelLimits.linksPerSheet {
        try sheet.writeLink(link, text: .cell("[\(number)]"), at: cell.address, style: style.asLink)
        try sheet.write(Double(number), at: cell.address, style: style.asLink)
      } else {
        try sheet.write(Double(number), at: cell.address, style: style)
      }
    }
  }
}

/// Where a sheet breaks into pages so that no chart is cut in two.
///
/// The printed heights are an estimate, since every program measures text in its own way; a break before a chart
/// does no harm where the estimate is wrong.
struct PageBreaks {
  // Letter with the margins of every sheet, in points. A4 is narrower and longer.
  private static let shortSide = (8.5 - 1) * 72
  private static let longSide = (11 - 1) * 72.0
  private static let shortHeight = (8.5 - 1.6) * 72
  private static let longHeight = (11 - 1.6) * 72

  private let heights: [Int: Double]
  /// What a page holds of the sheet, in the sheet's own points.
  private let capacity: Double
  private let repeated: Double
  /// Of the page, in points.
  private let side: Double
  /// In the sheet's points: no less than the page.
  private let printedWidth: Double

  init(of sheet: SheetLayout) {
    heights = Dictionary(sheet.rowHeights.map { ($0.row, $0.points) }) { $1 }
    let isLandscape = sheet.page.isLandscape
    // Excel draws a column 7 pixels for each digit and 5 more; a pixel is 3/4 of a point.
    let printed = sheet.page.printed.map { sheet.columnWidths[$0.columns] } ?? sheet.columnWidths[...]
    let width = printed.reduce(0) { $0 + ($1 * 7 + 5) * 0.75 }
    side = isLandscape ? Self.longSide : Self.shortSide
    printedWidth = max(width, side)
    capacity = (isLandscape ? Self.shortHeight : Self.longHeight) * printedWidth / side
    repeated = (0..<sheet.page.frozenRows).reduce(0) { sum, row in
      sum + (sheet.rowHeights.last { $0.row == row }?.points ?? TextMeasure.lineHeight)
    }
  }

  /// The rows that start a page, of the rows that charts start in.
  ///
  /// - Parameter charts: the rows of each chart with its source, from the top.
  func rows(before charts: [ClosedRange<Int>]) -> [Int] {
    var breaks: [Int] = []
    var pageStart = 0.0
    var room = capacity
    var top = 0.0
    var row = 0
    for chart in charts {
      while row < chart.lowerBound {
        top += height(row)
        row += 1
      }
      let bottom = chart.reduce(top) { $0 + height($1) }
      while top - pageStart >= room {
        pageStart += room
        room = capacity - repeated
      }
      guard bottom - pageStart > room, bottom - top <= capacity - repeated, top > pageStart else { continue }
      breaks.append(chart.lowerBound)
      pageStart = top
      room = capacity - repeated
    }
    return breaks
  }

  /// Where a second page starts, of the rows that may start one, and how many empty columns of the default width have
  /// to be printed at the right, so that both pages shrink to what they hold.
  ///
  /// - Parameter end: the row after the last.
  func twoPages(startingAt rows: [Int], end: Int) -> (row: Int, emptyColumns: Int)? {
    func points(_ rows: Range<Int>) -> Double { rows.reduce(0) { $0 + height($1) } }
    let longer = rows.filter { 0 < $0 && $0 < end }
      .map { (row: $0, points: max(points(0..<$0), points($0..<end))) }
    guard let best = longer.min(by: { $0.points < $1.points }) else { return nil }
    // What programs measure differs a little from what is estimated.
    let missing = printedWidth * (best.points * 1.03 / capacity - 1)
    return (best.row, missing > 0 ? Int((missing / Self.defaultColumn).rounded(.up)) : 0)
  }

  /// In points.
  private static let defaultColumn = 48.0

  /// How large the first rows are printed on one page: 1 for their own size.
  func scale(ofRows count: Int) -> Double {
    side / printedWidth * min(1, 1 / max(pages(ofRows: count), 0.01))
  }

  /// How many pages the first rows fill without breaks.
  func pages(ofRows count: Int) -> Double { (0..<count).reduce(0) { $0 + height($1) } / capacity }

  private func height(_ row: Int) -> Double { heights[row] ?? TextMeasure.lineHeight }
}

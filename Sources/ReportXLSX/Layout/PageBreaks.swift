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

  init(of sheet: SheetLayout) {
    heights = Dictionary(sheet.rowHeights.map { ($0.row, $0.points) }) { $1 }
    let isLandscape = sheet.page.isLandscape
    // Excel draws a column 7 pixels for each digit and 5 more; a pixel is 3/4 of a point.
    let width = sheet.columnWidths.reduce(0) { $0 + ($1 * 7 + 5) * 0.75 }
    let scale = min(1, (isLandscape ? Self.longSide : Self.shortSide) / max(width, 1))
    capacity = (isLandscape ? Self.shortHeight : Self.longHeight) / scale
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

  /// How many pages the first rows fill without breaks.
  func pages(ofRows count: Int) -> Double { (0..<count).reduce(0) { $0 + height($1) } / capacity }

  /// The last row that surely stands on the page of a row: a tenth of the page is left for programs that measure more.
  ///
  /// - Parameter end: the last row of the sheet.
  func lastRow(onPageOf row: Int, upTo end: Int) -> Int {
    var filled = (0...row).reduce(0) { $0 + height($1) }.truncatingRemainder(dividingBy: capacity)
    var last = row
    while last < end, filled + height(last + 1) <= (capacity - repeated) * 0.9 {
      filled += height(last + 1)
      last += 1
    }
    return last
  }

  private func height(_ row: Int) -> Double { heights[row] ?? TextMeasure.lineHeight }
}

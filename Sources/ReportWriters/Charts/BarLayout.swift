import ReportModel

/// Bars and floating ranges: a row for each point, with its label at the left and its value at the right.
///
/// Where labels and values leave too little room for bars, they stand over the bar.
struct BarLayout: GroupLayout {
  private struct BarRow {
    let point: ChartPoint
    let label: [String]
    let value: [String]
    let group: Int

    var isStrong: Bool { point.emphasis != .none }
  }

  var page: ChartPage
  private let rows: [[BarRow]]
  private let columns: Columns
  let scale: ValueScale
  /// More room for each row than it needs.
  private let extra: Double

  private static let barHeight = 16.0

  /// How the width is shared out.
  private struct Columns {
    static let leastBars = 90.0
    let label: Double
    let value: Double
    let isStacked: Bool

    init(_ points: [ChartPoint], _ page: ChartPage) {
      func widest(_ texts: [String]) -> Double {
        texts.map { TextWidth.of($0, size: ChartPage.labelSize, isBold: true) }.max() ?? 0
      }
      let label = min(widest(points.map(\.markedLabel)), page.width * 0.4)
      let value = widest(points.map { BarLayout.value($0, page) }) + 6
      isStacked = page.width - label - 8 - value < Self.leastBars
      self.label = isStacked ? page.width : label
      self.value = value
    }
  }

  init(_ page: ChartPage, extraHeight: Double) {
    self.page = page
    let points = page.chart.groups.flatMap(\.points)
    let columns = Columns(points, page)
    self.columns = columns
    func lines(_ text: String, in room: Double) -> [String] {
      TextWidth.lines(text, in: room, size: ChartPage.labelSize, isBold: true)
    }
    rows = page.chart.groups.enumerated().map { index, group in
      group.points.map { point in
        BarRow(
          point: point, label: lines(point.markedLabel, in: columns.label),
          value: lines(Self.value(point, page), in: columns.isStacked ? page.width : columns.value),
          group: index)
      }
    }
    let amounts =
      points.flatMap { [$0.low?.amount, $0.high.amount].compactMap { $0 } }
      + (page.chart.reference.map { [$0.quantity.amount] } ?? [])
    let start = columns.isStacked ? page.left : page.left + columns.label + 8
    let end = columns.isStacked ? page.right : page.right - columns.value
    scale = ValueScale(amounts, from: start, to: end, ticks: page.tickCount(amounts, in: end - start))
    extra = points.isEmpty ? 0 : min(24, max(0, extraHeight) / Double(points.count))
  }

  private static func value(_ point: ChartPoint, _ page: ChartPage) -> String {
    guard let low = point.low else { return page.words(point.high) }
    return page.formatter.text(.range(low: low, high: point.high, isOpen: false))
  }

  mutating func draw(_ group: ChartGroup, _ index: Int) {
    page.y += 4
    for row in rows[index] { columns.isStacked ? drawStacked(row) : draw(row) }
    page.y += 4
  }

  private mutating func draw(_ row: BarRow) {
    let lines = Double(row.label.count) * ChartPage.lineHeight
    let height = max(lines, Self.barHeight) + 6 + extra
    let middle = page.y + height / 2
    let first = middle - Double(row.label.count - 1) * ChartPage.lineHeight / 2 + 4
    for (index, line) in row.label.enumerated() {
      let place = ChartDrawing.Point(
        x: page.left + columns.label, y: first + Double(index) * ChartPage.lineHeight)
      page.add(line, .end, at: place, isBold: row.isStrong)
    }
    let end = addBar(row, middle: middle)
    // Beside the whole column of bars where the bar ends left of zero.
    for value in row.value {
      page.add(value, at: .init(x: max(end, scale.place(0)) + 6, y: middle + 4), isBold: row.isStrong)
    }
    page.y += height
  }

  private mutating func drawStacked(_ row: BarRow) {
    let words = (row.label.isEmpty ? row.value : [row.label.joined(separator: " ") + ":"] + row.value)
    page.addLines(words.joined(separator: " "), size: ChartPage.labelSize, isBold: row.isStrong)
    page.y += 3
    _ = addBar(row, middle: page.y + Self.barHeight / 2)
    page.y += Self.barHeight + 6 + extra
  }

  /// - Returns: where the bar ends.
  private mutating func addBar(_ row: BarRow, middle: Double) -> Double {
    let ends = [scale.place(row.point.low?.amount ?? 0), scale.place(row.point.high.amount)].sorted()
    let box = ChartDrawing.Box(
      x: ends[0], y: middle - Self.barHeight / 2, width: max(ends[1] - ends[0], 0.5), height: Self.barHeight)
    page.add(.bar(box, row.isStrong ? .strong(row.group) : .group(row.group)))
    return ends[1]
  }
}

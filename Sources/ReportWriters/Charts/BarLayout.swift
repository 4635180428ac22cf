import ReportModel

/// Bars and floating ranges: a row for each point, with its label at the left and its value at the right.
///
/// Where labels and values leave too little room for bars, they stand over the bar.
struct BarLayout {
  private struct BarRow {
    let point: ChartPoint
    let label: [String]
    let value: [String]

    var isStrong: Bool { point.emphasis != .none }
    var color: ChartColor { ChartColor(point.emphasis) }
  }

  private var page: ChartPage
  private let rows: [[BarRow]]
  private let columns: Columns
  private let scale: ValueScale
  /// More room for each row than it needs.
  private let extra: Double

  private static let barHeight = 16.0
  /// How far an open range goes on beyond its end, and how much of that is the arrow.
  private static let openEnd = (length: 26.0, arrow: 10.0)

  /// How the width is shared out.
  private struct Columns {
    static let leastBars = 90.0
    /// Nil where labels stand over the bars, because they have no room beside them, or more than two lines.
    let label: Double?
    /// Nil where values stand over the bars too.
    let value: Double?

    init(_ points: [ChartPoint], _ page: ChartPage) {
      func widest(_ texts: [String]) -> Double {
        texts.map { TextWidth.of($0, size: ChartPage.labelSize, isBold: true) }.max() ?? 0
      }
      let label = min(widest(points.map(\.markedLabel)), page.width * 0.4)
      let value = widest(points.map { BarLayout.value($0, page) }) + 6
      let isHigh = points.contains {
        TextWidth.lines($0.markedLabel, in: label, size: ChartPage.labelSize, isBold: true).count > 2
      }
      let hasRoom = page.width - label - 8 - value >= Self.leastBars
      self.label = isHigh || !hasRoom ? nil : label
      self.value = page.width - value >= Self.leastBars ? value : nil
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
    rows = page.chart.groups.map { group in
      group.points.map { point in
        BarRow(
          point: point, label: lines(point.markedLabel, in: columns.label ?? page.width),
          value: lines(Self.value(point, page), in: columns.value ?? page.width))
      }
    }
    let amounts =
      points.flatMap { [$0.low?.amount, $0.high.amount].compactMap { $0 } }
      + (page.chart.reference.map { [$0.quantity.amount] } ?? [])
    // A dot on an end of the axis has half of it beyond.
    let margin = page.chart.kind == .ranges ? 6.0 : 0
    let start = page.left + (columns.label.map { $0 + 8 } ?? 0) + margin
    let end =
      page.right - margin - (points.contains(where: \.isOpen) ? Self.openEnd.length : 0)
    let spacing = page.tickSpacing(amounts)
    func scale(to end: Double) -> ValueScale {
      page.chart.kind == .bars
        ? ValueScale(fromZero: amounts, from: start, to: end, spacing: spacing)
        : ValueScale(around: amounts, from: start, to: end, spacing: spacing)
    }
    let whole = scale(to: end)
    // As far to the right as each value fits behind its bar.
    let ends = points.map { point -> Double in
      guard columns.value != nil else { return end }
      let barEnd = whole.place(page.chart.kind == .bars ? max(0, point.high.amount) : point.high.amount)
      let words = TextWidth.of(Self.value(point, page), size: ChartPage.labelSize, isBold: true)
      let behind = words + 12 + (point.isOpen ? Self.openEnd.length : 0)
      return start + (page.right - behind - start) * (end - start) / max(barEnd - start, 1)
    }
    self.scale = scale(to: min(end, ends.min() ?? end))
    extra = points.isEmpty ? 0 : min(24, max(0, extraHeight) / Double(points.count))
  }

  private static func value(_ point: ChartPoint, _ page: ChartPage) -> String {
    let words = page.formatter.text(point.value)
    return point.statistic.isEmpty ? words : "\(words) (\(point.statistic))"
  }

  /// The whole chart: its title, the client's pay, the groups that have points, the axis and the source.
  mutating func draw() -> ChartPage {
    page.addTitle()
    let words = page.y
    page.addRoomForReference()
    let top = page.y
    for (group, rows) in zip(page.chart.groups, rows) where !group.points.isEmpty {
      page.addLines(group.title, size: ChartPage.labelSize, color: .muted)
      page.y += 4
      for row in rows { draw(row) }
      page.y += 4
    }
    page.addReference(scale, from: words)
    page.addAxis(scale, from: top)
    page.addFoot()
    return page
  }

  private mutating func draw(_ row: BarRow) {
    addWordsAbove(row)
    let beside = [columns.label == nil ? 0 : row.label.count, columns.value == nil ? 0 : row.value.count]
    let height = max(Double(beside.max() ?? 0) * ChartPage.lineHeight, Self.barHeight) + 6 + extra
    let middle = page.y + height / 2
    if let width = columns.label {
      for (index, line) in row.label.enumerated() {
        let place = ChartDrawing.Point(x: page.left + width, y: baseline(index, of: row.label.count, middle))
        page.add(line, .end, at: place, isBold: row.isStrong)
      }
    }
    let end = addBar(row, middle: middle)
    if columns.value != nil {
      for (index, value) in row.value.enumerated() {
        let width = TextWidth.of(value, size: ChartPage.labelSize, isBold: row.isStrong)
        let place = ChartDrawing.Point(
          x: besideReference(end + 6, width), y: baseline(index, of: row.value.count, middle))
        page.add(value, at: place, isBold: row.isStrong)
      }
    }
    page.y += columns.label == nil ? height + 3 : height
  }

  /// The label, and the value where there is no room for it either.
  private mutating func addWordsAbove(_ row: BarRow) {
    guard columns.label == nil else { return }
    let value = columns.value == nil ? row.value : []
    let label = row.label.joined(separator: " ")
    let words = (label.isEmpty || value.isEmpty ? [label] : [label + ":"]) + value
    page.addLines(words.joined(separator: " "), size: ChartPage.labelSize, isBold: row.isStrong)
    page.y += 1
  }

  /// Where a line of several stands that are centered on a bar.
  private func baseline(_ index: Int, of count: Int, _ middle: Double) -> Double {
    middle + (Double(index) - Double(count - 1) / 2) * ChartPage.lineHeight + 4
  }

  /// Where words start that would lie on the line of the client's pay: behind it, where the chart has the room.
  private func besideReference(_ start: Double, _ width: Double) -> Double {
    guard let reference = page.chart.reference else { return start }
    let line = scale.place(reference.quantity.amount)
    guard start < line + 5, start + width > line - 5, line + 6 + width <= page.right else { return start }
    return line + 6
  }

  /// - Returns: where the bar ends, or zero of bars that end left of it.
  private mutating func addBar(_ row: BarRow, middle: Double) -> Double {
    let high = scale.place(row.point.high.amount)
    guard row.point.low != nil || page.chart.kind == .bars else {
      page.add(.marker(.circle, at: .init(x: high, y: middle), row.color))
      return high + 5
    }
    let zero = scale.place(0)
    let ends = [row.point.low.map { scale.place($0.amount) } ?? zero, high].sorted()
    var box = ChartDrawing.Box(
      x: ends[0], y: middle - Self.barHeight / 2, width: max(ends[1] - ends[0], 0.5), height: Self.barHeight)
    guard row.point.isOpen else {
      page.add(.bar(box, row.color))
      return page.chart.kind == .bars ? max(ends[1], zero) : ends[1]
    }
    box.width = ends[1] - ends[0] + Self.openEnd.length
    page.add(.band(box, start: .square, end: .arrow(Self.openEnd.arrow), row.color, edge: nil))
    return box.right
  }
}

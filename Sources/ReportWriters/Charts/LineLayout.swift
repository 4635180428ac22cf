import ReportModel

/// A line for each group over the labels of its points; what each line is stands above, so that no words meet a line.
struct LineLayout {
  private var page: ChartPage
  private let plotHeight: Double

  private static let height = 240.0

  init(_ page: ChartPage, extraHeight: Double) {
    self.page = page
    plotHeight = Self.height + max(0, extraHeight)
  }

  mutating func draw() -> ChartPage {
    page.addTitle()
    for index in page.chart.groups.indices { addKey(index) }
    page.y += 6
    let amounts = page.chart.groups.flatMap(\.points).map(\.high.amount)
    let top = page.y
    let scale = ValueScale(amounts, from: top + plotHeight, to: top + 8, ticks: 7)
    let start = addValueAxis(scale)
    page.y = top + plotHeight
    let end = page.right - 14
    for (index, group) in page.chart.groups.enumerated() { draw(group, index, scale, from: start, to: end) }
    addPlaces(from: start, to: end)
    page.addFoot(axis: "\(page.chart.valueAxis); \(page.chart.categoryAxis)")
    return page
  }

  private static func style(_ index: Int) -> (ChartColor, ChartDrawing.Dash, ChartDrawing.Marker) {
    let dashes: [ChartDrawing.Dash] = [.dashes, .solid, .longDashes, .dots]
    let markers = ChartDrawing.Marker.allCases
    return (
      index == 0 ? .ink : .group(index - 1), dashes[index % dashes.count], markers[index % markers.count]
    )
  }

  /// A piece of the line with its name.
  private mutating func addKey(_ index: Int) {
    let (color, dash, marker) = Self.style(index)
    let name = page.chart.groups[index].title
    let lines = TextWidth.lines(name, in: page.width - 44, size: ChartPage.labelSize)
    let middle = page.y + ChartPage.lineHeight / 2
    page.add(
      .line([.init(x: page.left, y: middle), .init(x: page.left + 34, y: middle)], color, width: 2.5, dash))
    page.add(.marker(marker, at: .init(x: page.left + 17, y: middle), color))
    for line in lines {
      page.y += ChartPage.lineHeight
      page.add(line, at: .init(x: page.left + 42, y: page.y - 4))
    }
    page.y += 2
  }

  /// - Returns: where the lines start.
  private mutating func addValueAxis(_ scale: ValueScale) -> Double {
    let words = scale.ticks.map(page.tick)
    let widest = words.map { TextWidth.of($0, size: ChartPage.smallSize) }.max() ?? 0
    let start = page.left + widest + 10
    for (value, text) in zip(scale.ticks, words) {
      let y = scale.place(value)
      page.add(.line([.init(x: start - 4, y: y), .init(x: page.right, y: y)], .gridline, width: 1, .solid))
      page.add(text, .end, at: .init(x: start - 8, y: y + 4), size: ChartPage.smallSize, color: .muted)
    }
    return start + 8
  }

  private mutating func draw(
    _ group: ChartGroup, _ index: Int, _ scale: ValueScale, from start: Double, to end: Double
  ) {
    let (color, dash, marker) = Self.style(index)
    let step = group.points.count > 1 ? (end - start) / Double(group.points.count - 1) : 0
    let places = group.points.enumerated().map { place, point in
      ChartDrawing.Point(x: start + Double(place) * step, y: scale.place(point.high.amount))
    }
    page.add(.line(places, color, width: 2.5, dash))
    // Markers that touch would hide the line.
    let every = max(1, Int((16 / max(step, 1)).rounded(.up)))
    for (place, point) in places.enumerated() where place % every == 0 || place == places.count - 1 {
      page.add(.marker(marker, at: point, color))
    }
  }

  /// The labels of the points, as many as do not touch; those of a line are short, such as years.
  private mutating func addPlaces(from start: Double, to end: Double) {
    let labels = page.chart.groups.first?.points.map(\.label) ?? []
    let step = labels.count > 1 ? (end - start) / Double(labels.count - 1) : 0
    let widest = labels.map { TextWidth.of($0, size: ChartPage.smallSize) }.max() ?? 0
    let every = max(1, Int(((min(widest, page.width / 4) + 10) / max(step, 1)).rounded(.up)))
    var lastEnd = -Double.infinity
    for (place, label) in labels.enumerated() where place % every == 0 {
      let words = TextWidth.cut(label, to: page.width / 4, size: ChartPage.smallSize)
      let half = TextWidth.of(words, size: ChartPage.smallSize) / 2
      let middle = min(max(start + Double(place) * step, page.left + half), page.right - half)
      guard middle - half >= lastEnd + 6 else { continue }
      lastEnd = middle + half
      page.add(
        words, .middle, at: .init(x: middle, y: page.y + 18), size: ChartPage.smallSize, color: .muted)
    }
    page.y += 26
  }
}

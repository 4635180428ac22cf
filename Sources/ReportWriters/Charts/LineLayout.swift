import ReportModel

/// A line for each group over the labels of its points; what each line is stands above, so that no words meet a line.
struct LineLayout {
  private var page: ChartPage
  private let plotHeight: Double
  private let labels: [String]

  private static let height = 240.0
  private static let edgeWidth = 1.0

  init(_ page: ChartPage, extraHeight: Double) {
    self.page = page
    plotHeight = Self.height + max(0, extraHeight)
    let groups = page.chart.groups
    let count = groups.map { $0.start + $0.points.count }.max() ?? 0
    labels = (0..<count).map { place in
      groups.lazy.compactMap { group in
        group.points.indices.contains(place - group.start) ? group.points[place - group.start].label : nil
      }.first ?? ""
    }
  }

  mutating func draw() -> ChartPage {
    page.addTitle()
    for index in page.chart.groups.indices { addKey(index) }
    page.y += 6
    let amounts = page.chart.groups.flatMap(\.points).flatMap { [$0.low, $0.high].compactMap { $0?.amount } }
    let top = page.y
    let scale = ValueScale(fromZero: amounts, from: top + plotHeight, to: top + 8, spacing: 36)
    let start = addValueAxis(scale)
    page.y = top + plotHeight
    let end = page.right - 14
    // The client's own way and the aim lie over the others.
    let order = page.chart.groups.indices.sorted { first, second in
      let isOther = [first, second].map { page.chart.groups[$0].emphasis == .none }
      return isOther[0] == isOther[1] ? first < second : isOther[0]
    }
    // All bands lie under all lines.
    for index in order { drawBand(index, scale, from: start, to: end) }
    for index in order { draw(index, scale, from: start, to: end) }
    addPlaces(from: start, to: end)
    page.addLines(
      "\(page.chart.valueAxis); \(page.chart.categoryAxis)", size: ChartPage.labelSize, color: .muted)
    page.addFoot()
    return page
  }

  /// No two of a chart's first lines look alike without color.
  private func style(_ index: Int) -> (
    color: ChartColor, dash: ChartDrawing.Dash, marker: ChartDrawing.Marker
  ) {
    switch page.chart.groups[index].emphasis {
    case .present: return (.client, .solid, .circle)
    case .target: return (.aim, .solid, .diamond)
    case .none:
      let place = page.chart.groups[..<index].count { $0.emphasis == .none }
      let dashes: [ChartDrawing.Dash] = [.dashes, .longDashes, .dots]
      let markers: [ChartDrawing.Marker] = [.square, .triangle, .circle, .diamond]
      return (.rest, dashes[place % dashes.count], markers[place % markers.count])
    }
  }

  /// A piece of the line with its name; the name alone of what is not drawn.
  private mutating func addKey(_ index: Int) {
    let group = page.chart.groups[index]
    let name = group.note.isEmpty ? group.title : "\(group.title): \(group.note)"
    guard !name.isEmpty else { return }
    let lines = TextWidth.lines(name, in: page.width - 44, size: ChartPage.labelSize)
    let middle = page.y + ChartPage.lineHeight / 2
    if !group.points.isEmpty {
      let (color, dash, marker) = style(index)
      if group.hasBand {
        let ends = [page.left, page.left + 34]
        let high = ends.map { ChartDrawing.Point(x: $0, y: page.y) }
        page.add(.area(low: ends.map { .init(x: $0, y: middle) }, high: high, color))
        if !group.points.contains(where: \.isOpen) {
          page.add(.line(high, color, width: Self.edgeWidth, dash))
        }
      }
      page.add(
        .line([.init(x: page.left, y: middle), .init(x: page.left + 34, y: middle)], color, width: 2.5, dash))
      page.add(.marker(marker, at: .init(x: page.left + 17, y: middle), color))
    }
    for line in lines {
      page.y += ChartPage.lineHeight
      page.add(line, at: .init(x: page.left + 42, y: page.y - 4), color: group.points.isEmpty ? .muted : .ink)
    }
    page.y += 2
  }

  /// - Returns: where the lines start.
  private mutating func addValueAxis(_ scale: ValueScale) -> Double {
    let words = scale.ticks.map(page.tick)
    let widest = words.map { TextWidth.of($0, size: ChartPage.labelSize) }.max() ?? 0
    let start = page.left + widest + 10
    for (value, text) in zip(scale.ticks, words) {
      let y = scale.place(value)
      page.add(.line([.init(x: start - 4, y: y), .init(x: page.right, y: y)], .gridline, width: 1, .solid))
      page.add(text, .end, at: .init(x: start - 8, y: y + 4), color: .muted)
    }
    return start + 8
  }

  /// How far two places are apart.
  private func step(from start: Double, to end: Double) -> Double {
    labels.count > 1 ? (end - start) / Double(labels.count - 1) : 0
  }

  /// From the line, which is that of the low ends, to the high ends; an edge there in the dashes of the line tells bands
  /// apart without colors. Where the source says "or more", the band has no edge: it goes on.
  private mutating func drawBand(_ index: Int, _ scale: ValueScale, from start: Double, to end: Double) {
    let group = page.chart.groups[index]
    guard group.hasBand else { return }
    let (color, dash, _) = style(index)
    let step = step(from: start, to: end)
    func places(_ amount: (ChartPoint) -> Double) -> [ChartDrawing.Point] {
      group.points.enumerated().map { place, point in
        .init(x: start + Double(group.start + place) * step, y: scale.place(amount(point)))
      }
    }
    let high = places(\.high.amount)
    page.add(.area(low: places { ($0.low ?? $0.high).amount }, high: high, color))
    if !group.points.contains(where: \.isOpen) { page.add(.line(high, color, width: Self.edgeWidth, dash)) }
  }

  private mutating func draw(_ index: Int, _ scale: ValueScale, from start: Double, to end: Double) {
    let group = page.chart.groups[index]
    let (color, dash, marker) = style(index)
    let step = step(from: start, to: end)
    let places = group.points.enumerated().map { place, point in
      ChartDrawing.Point(
        x: start + Double(group.start + place) * step, y: scale.place((point.low ?? point.high).amount))
    }
    if places.count > 1 { page.add(.line(places, color, width: 2.5, dash)) }
    // Markers that touch would hide the line.
    let every = max(1, Int((16 / max(step, 1)).rounded(.up)))
    for (place, point) in places.enumerated() where place % every == 0 || place == places.count - 1 {
      page.add(.marker(marker, at: point, color))
    }
  }

  /// The labels of the points, as many as do not touch; those of a line are short, such as years.
  private mutating func addPlaces(from start: Double, to end: Double) {
    let step = step(from: start, to: end)
    let widest = labels.map { TextWidth.of($0, size: ChartPage.labelSize) }.max() ?? 0
    let every = max(1, Int(((min(widest, page.width / 4) + 10) / max(step, 1)).rounded(.up)))
    var lastEnd = -Double.infinity
    for (place, label) in labels.enumerated() where place % every == 0 && !label.isEmpty {
      let words = TextWidth.cut(label, to: page.width / 4, size: ChartPage.labelSize)
      let half = TextWidth.of(words, size: ChartPage.labelSize) / 2
      let middle = min(max(start + Double(place) * step, page.left + half), page.right - half)
      guard middle - half >= lastEnd + 6 else { continue }
      lastEnd = middle + half
      page.add(words, .middle, at: .init(x: middle, y: page.y + 20), color: .muted)
    }
    page.y += 28
  }
}

extension ChartGroup {
  fileprivate var hasBand: Bool { points.count > 1 && points.contains { $0.low != nil } }
}

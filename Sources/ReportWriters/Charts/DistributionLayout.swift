import ReportModel

/// A strip for each place, from its lowest published percentile to its highest, with the client's pay across them.
struct DistributionLayout: GroupLayout {
  var page: ChartPage
  let scale: ValueScale

  private static let stripHeight = 22.0

  init(_ page: ChartPage) {
    self.page = page
    let amounts =
      page.chart.groups.flatMap(\.points).map(\.high.amount)
      + (page.chart.reference.map { [$0.quantity.amount] } ?? [])
    let (start, end) = (page.left + 4, page.right - 4)
    scale = ValueScale(
      amounts, from: start, to: end, ticks: page.tickCount(amounts, in: end - start))
  }

  mutating func draw(_ group: ChartGroup, _ index: Int) {
    page.y += 5
    drawStrips(group.points, index)
    page.y += 10
  }

  private mutating func drawStrips(_ points: [ChartPoint], _ group: Int) {
    let places = points.map { scale.place($0.high.amount) }
    let top = page.y
    strip(from: places[0], to: places[places.count - 1], .group(group))
    // The middle half, where its ends are published.
    if points.count == 5 { strip(from: places[1], to: places[3], .strong(group)) }
    if let reference = page.chart.reference {
      let at = ChartDrawing.Point(x: scale.place(reference.quantity.amount), y: top + Self.stripHeight / 2)
      page.add(.marker(.diamond, at: at, .reference))
    }
    page.y += Self.stripHeight
    label(points, places)
  }

  private mutating func strip(from: Double, to: Double, _ color: ChartColor) {
    let box = ChartDrawing.Box(
      x: from, y: page.y, width: max(to - from, 1), height: Self.stripHeight)
    page.add(.bar(box, color))
  }

  /// Each percentile under its place, on the first line where it touches no other.
  private mutating func label(_ points: [ChartPoint], _ places: [Double]) {
    let top = page.y
    var ends: [Double] = []
    for (point, place) in zip(points, places) {
      page.add(.line([.init(x: place, y: top), .init(x: place, y: top + 3)], .ink, width: 1.5, .solid))
      let words = "\(point.shortLabel): \(page.words(point.high))"
      for part in TextWidth.lines(words, in: page.width, size: ChartPage.smallSize) {
        let width = TextWidth.of(part, size: ChartPage.smallSize)
        let start = min(max(place - width / 2, page.left), max(page.right - width, page.left))
        let line = ends.firstIndex { $0 + 8 <= start } ?? ends.count
        if line == ends.count { ends.append(0) }
        ends[line] = start + width
        let y = top + 14 + Double(line) * ChartPage.lineHeight
        page.add(part, at: .init(x: start, y: y), size: ChartPage.smallSize)
      }
    }
    page.y = top + 8 + Double(ends.count) * ChartPage.lineHeight
  }
}

import ReportModel

/// A band for each place, from its lowest published percentile to its highest, its middle half darker and its median a
/// line; the client's pay points at it from above.
struct DistributionLayout {
  private var page: ChartPage
  private let scale: ValueScale
  private let groups: [ChartGroup]
  /// Of the column of titles beside the bands; zero where they stand above them.
  private let titleWidth: Double
  private let bandHeight: Double

  /// From so many bands on they are lower, and their titles stand beside them where the page is wide enough.
  private static let manyBands = 4
  private static let widePage = 480.0
  /// The marker of the client's pay, above a band.
  private static let pointerHeight = 14.0
  /// Between words of one line, and between a line and words.
  private static let gap = 8.0

  init(_ page: ChartPage) {
    self.page = page
    let points = page.chart.groups.flatMap(\.points)
    groups = page.chart.groups.filter { !$0.points.isEmpty }
    bandHeight = groups.count < Self.manyBands ? 26 : 16
    titleWidth =
      groups.count < Self.manyBands || page.width < Self.widePage
      ? 0
      : min(
        groups.map { TextWidth.of($0.title, size: ChartPage.labelSize, isBold: true) }.max() ?? 0,
        page.width * 0.36)
    let amounts =
      points.map(\.high.amount) + (page.chart.reference.map { [$0.quantity.amount] } ?? [])
    // The edge of a band, and half a marker, have their room.
    let left = page.left + (titleWidth > 0 ? titleWidth + 2 * Self.gap : 0)
    let (start, end) = (left + 6, page.right - (points.contains(where: \.isOpen) ? 24 : 6))
    scale = ValueScale(around: amounts, from: start, to: end, spacing: page.tickSpacing(amounts))
  }

  mutating func draw() -> ChartPage {
    page.addTitle()
    let top = page.y
    for (index, group) in groups.enumerated() {
      // The title of the chart names the only place.
      if groups.count > 1, titleWidth == 0 {
        page.addLines(group.title, size: ChartPage.labelSize, isBold: true)
      }
      addPointer(withWords: index == 0)
      let bottom = titleWidth == 0 ? page.y : addTitleBeside(group)
      addBand(group)
      page.y = max(page.y, bottom) + (groups.count < Self.manyBands ? 12 : 0)
    }
    if groups.count > 1 { page.addAxis(scale, from: top) } else { page.addValueAxisName() }
    page.addFoot()
    return page
  }

  /// - Returns: where the title ends.
  private mutating func addTitleBeside(_ group: ChartGroup) -> Double {
    let lines = TextWidth.lines(group.title, in: titleWidth, size: ChartPage.labelSize, isBold: true)
    var y = page.y - (lines.count > 1 ? 4 : 0)
    for line in lines {
      y += ChartPage.lineHeight
      page.add(line, at: .init(x: page.left, y: y - 3), isBold: true)
    }
    return y
  }

  // MARK: - The client

  private mutating func addPointer(withWords hasWords: Bool) {
    guard let reference = page.chart.reference else {
      page.y += 6
      return
    }
    let x = scale.place(reference.quantity.amount)
    if groups.count < Self.manyBands { page.y += 4 }
    if hasWords {
      let words = page.referenceWords(reference.shortLabel)
      for line in TextWidth.lines(words, in: page.width, size: ChartPage.labelSize, isBold: true) {
        page.y += ChartPage.lineHeight
        let width = TextWidth.of(line, size: ChartPage.labelSize, isBold: true)
        let middle = clamped(x - width / 2, width) + width / 2
        page.add(line, .middle, at: .init(x: middle, y: page.y - 4), isBold: true, color: .client)
      }
    }
    page.y += Self.pointerHeight
    page.add(.marker(.pointer, at: .init(x: x, y: page.y - 6), .client))
  }

  /// Where words of a width start that are to start at a place, inside the page.
  private func clamped(_ start: Double, _ width: Double) -> Double {
    let left = page.left + (titleWidth > 0 ? titleWidth + Self.gap : 0)
    return min(max(start, left), max(page.right - width, left))
  }

  // MARK: - The band

  private mutating func addBand(_ group: ChartGroup) {
    let points = group.points
    func place(_ percentile: Double) -> Double? {
      points.first { $0.percentile == percentile && !$0.isOpen }.map { scale.place($0.high.amount) }
    }
    let top = page.y
    let isOpen = points.contains(where: \.isOpen)
    let start = scale.place(points[0].high.amount)
    let end = isOpen ? page.right - 1 : scale.place(points[points.count - 1].high.amount)
    let band = box(start, end)
    let (low, middle, high) = (place(25), place(50), place(75))
    /// Corners that stay clear of the middle half.
    func corner(_ room: Double) -> ChartDrawing.End {
      .round(min(bandHeight / 2, max(0, room), band.width / 2))
    }
    let arrow = ChartDrawing.End.arrow(min(bandHeight / 2, band.width))
    page.add(
      .band(
        band, start: points[0].percentile == 10 ? corner((low ?? end) - start) : .square,
        end: isOpen
          ? arrow : points[points.count - 1].percentile == 90 ? corner(end - (high ?? start)) : .square,
        .band, edge: .edge))
    if let low, let high {
      page.add(.band(box(low, high), start: .square, end: .square, .middle, edge: .edge))
    }
    if let middle {
      let bottom = top + bandHeight + 4
      page.add(.line([.init(x: middle, y: top), .init(x: middle, y: bottom)], .ink, width: 3, .solid))
    }
    let hasMiddleWords = low.flatMap { low in
      high.map { addMiddleWords(group.middleWords, from: low, median: middle, to: $0) }
    }
    page.y = top + bandHeight + 4
    addWords(points, from: start, to: end)
    if hasMiddleWords == false { addMiddleKey(group.middleWords) }
  }

  private func box(_ start: Double, _ end: Double) -> ChartDrawing.Box {
    ChartDrawing.Box(x: start, y: page.y, width: max(end - start, 1), height: bandHeight)
  }

  /// On the wider side of the median.
  ///
  /// - Returns: false where they do not fit.
  private mutating func addMiddleWords(_ words: String, from low: Double, median: Double?, to high: Double)
    -> Bool
  {
    let sides = median.map { [(low, $0 - 2), ($0 + 2, high)] } ?? [(low, high)]
    guard let side = sides.max(by: { $0.1 - $0.0 < $1.1 - $1.0 }),
      TextWidth.of(words, size: ChartPage.labelSize) + 2 * Self.gap <= side.1 - side.0
    else { return false }
    if !words.isEmpty {
      page.add(words, .middle, at: .init(x: (side.0 + side.1) / 2, y: page.y + bandHeight / 2 + 4))
    }
    return true
  }

  /// What the darker part is, below a band that has no room for it.
  private mutating func addMiddleKey(_ words: String) {
    guard !words.isEmpty else { return }
    page.y += 4
    let swatch = ChartDrawing.Box(x: page.left + 1, y: page.y + 2, width: 20, height: 12)
    page.add(.band(swatch, start: .square, end: .square, .middle, edge: .edge))
    for line in TextWidth.lines(words, in: page.width - 28, size: ChartPage.labelSize) {
      page.y += ChartPage.lineHeight
      page.add(line, at: .init(x: page.left + 28, y: page.y - 4))
    }
    page.y += 4
  }

  // MARK: - The words below

  /// What stands at a point: its lines, and where they start.
  private struct Caption {
    let anchor: ChartDrawing.Anchor
    let lines: [(text: String, start: Double, width: Double)]
  }

  /// The words at the median first, straight below it; those at the ends beside them, or below where they do not fit.
  private mutating func addWords(_ points: [ChartPoint], from start: Double, to end: Double) {
    let told = points.indices.filter { !points[$0].words.isEmpty }
    // A single point is no end of anything.
    let isEnd: (Int) -> Bool = { index in
      points[index].isOpen || points.count > 1 && (index == 0 || index == points.count - 1)
    }
    var rows: [[ClosedRange<Double>]] = []
    for index in told.filter({ !isEnd($0) }) {
      let x = scale.place(points[index].high.amount)
      add(caption(points[index], at: x, .middle, in: page.width), in: &rows, from: 0)
    }
    let ends = told.filter(isEnd)
    let captions = ends.map { index in
      let isFirst = index == 0 && !points[0].isOpen
      // Two of them share the width.
      return caption(
        points[index], at: isFirst ? start : end, isFirst ? .start : .end,
        in: ends.count > 1 ? (page.width - Self.gap) / 2 : page.width)
    }
    // Both ends on the same line, whether or not one of them would fit higher.
    let row = captions.map { firstRow(of: $0, in: rows, from: 0) }.max() ?? 0
    if row > 0 { page.y += 4 }
    for caption in captions { add(caption, in: &rows, from: row) }
    page.y += Double(rows.count) * ChartPage.lineHeight + 4
  }

  private func caption(
    _ point: ChartPoint, at x: Double, _ anchor: ChartDrawing.Anchor, in room: Double
  ) -> Caption {
    let texts = point.words.flatMap {
      TextWidth.lines(page.formatter.text($0), in: room, size: ChartPage.labelSize)
    }
    return Caption(
      anchor: anchor,
      lines: texts.map { text in
        let width = TextWidth.of(text, size: ChartPage.labelSize)
        return (text, clamped(x - width * anchor.share, width), width)
      })
  }

  /// The first row from which on all lines of a caption are clear of the words that stand there.
  private func firstRow(of caption: Caption, in rows: [[ClosedRange<Double>]], from first: Int) -> Int {
    var row = first
    while row < rows.count {
      let isFree = caption.lines.enumerated().allSatisfy { index, line in
        guard row + index < rows.count else { return true }
        return rows[row + index].allSatisfy {
          line.start >= $0.upperBound + Self.gap || line.start + line.width + Self.gap <= $0.lowerBound
        }
      }
      if isFree { break }
      row += 1
    }
    return row
  }

  private mutating func add(_ caption: Caption, in rows: inout [[ClosedRange<Double>]], from first: Int) {
    let row = firstRow(of: caption, in: rows, from: first)
    for (index, line) in caption.lines.enumerated() {
      while rows.count <= row + index { rows.append([]) }
      rows[row + index].append(line.start...(line.start + line.width))
      let y = page.y + Double(row + index + 1) * ChartPage.lineHeight
      page.add(
        line.text, caption.anchor, at: .init(x: line.start + line.width * caption.anchor.share, y: y))
    }
  }
}

extension ChartDrawing.Anchor {
  /// Which share of the words lies before it.
  fileprivate var share: Double {
    switch self {
    case .start: 0
    case .middle: 0.5
    case .end: 1
    }
  }
}

import ReportModel

/// Puts the parts of a chart under one another: the title, what a layout draws, the source.
struct ChartPage {
  static let margin = 12.0
  static let titleSize = 15.0
  /// Of all words but the title: none is smaller.
  static let labelSize = 12.0
  /// The height of a line of ``labelSize``.
  static let lineHeight = 16.0

  let chart: Chart
  let formatter: ValueFormatter
  var drawing: ChartDrawing
  /// The next free place.
  var y = margin

  var left: Double { Self.margin }
  var right: Double { drawing.width - Self.margin }
  var width: Double { right - left }

  init(_ chart: Chart, width: Double, formatter: ValueFormatter) {
    self.chart = chart
    self.formatter = formatter
    drawing = ChartDrawing(width: width, height: 0)
  }

  mutating func addTitle() {
    addLines(formatter.text(chart.title), size: Self.titleSize, isBold: true)
    y += 6
  }

  /// Where the values are published.
  mutating func addFoot() {
    addLines(formatter.text(chart.source), size: Self.labelSize, color: .muted)
    y += Self.margin - 4
  }

  /// Words across the chart, in as many lines as they need.
  mutating func addLines(_ text: String, size: Double, isBold: Bool = false, color: ChartColor = .ink) {
    for line in TextWidth.lines(text, in: width, size: size, isBold: isBold) {
      y += size * 1.35
      add(line, at: .init(x: left, y: y - size * 0.35), size: size, isBold: isBold, color: color)
    }
  }

  mutating func add(
    _ text: String, _ anchor: ChartDrawing.Anchor = .start, at place: ChartDrawing.Point,
    size: Double = Self.labelSize, isBold: Bool = false, color: ChartColor = .ink
  ) {
    drawing.labels.append(
      ChartDrawing.Label(text: text, anchor: anchor, at: place, size: size, isBold: isBold, color: color))
  }

  mutating func add(_ shape: ChartDrawing.Shape) { drawing.shapes.append(shape) }

  func words(_ quantity: Quantity) -> String { formatter.text(quantity) }

  /// A round value of the axis in the unit of the chart.
  func tick(_ amount: Double) -> String {
    formatter.text(Quantity(amount, chart.unit, .statedByClient))
  }
}

extension ChartPage {
  /// The values along the bottom, with a thin line for each through all that is drawn above, and what they count: beside
  /// them where there is room, else below.
  mutating func addAxis(_ scale: ValueScale, from top: Double) {
    let bottom = y
    var firstStart = right
    var lastEnd = -Double.infinity
    for value in scale.ticks {
      let x = scale.place(value)
      drawing.shapes.insert(
        .line([.init(x: x, y: top), .init(x: x, y: bottom)], .gridline, width: 1, .solid), at: 0)
      let words = tick(value)
      let half = TextWidth.of(words, size: Self.labelSize) / 2
      let middle = min(max(x, left + half), right - half)
      // Words that would touch those before them are left out; the line tells the place.
      guard middle - half >= lastEnd + 8 else { continue }
      firstStart = min(firstStart, middle - half)
      lastEnd = middle + half
      add(words, .middle, at: .init(x: middle, y: bottom + Self.labelSize + 4), color: .muted)
    }
    let name = chart.valueAxis
    let room = TextWidth.of(name, size: Self.labelSize) + 12
    let places: [(anchor: ChartDrawing.Anchor, x: Double, isFree: Bool)] = [
      (.start, left, left + room <= firstStart), (.end, right, lastEnd <= right - room),
    ]
    y += Self.labelSize + 10
    if let place = places.first(where: \.isFree) {
      add(name, place.anchor, at: .init(x: place.x, y: bottom + Self.labelSize + 4), color: .muted)
    } else {
      addValueAxisName()
    }
  }

  /// What the values count.
  mutating func addValueAxisName() { addLines(chart.valueAxis, size: Self.labelSize, color: .muted) }

  /// How far round values along the bottom are to be apart, so that their words do not touch.
  func tickSpacing(_ values: [Double]) -> Double {
    // Round values can be longer words than the values themselves.
    let most = values.map(\.magnitude).max() ?? 0
    let widest = [most, most * 2, -most].map { TextWidth.of(tick($0), size: Self.labelSize) }.max() ?? 0
    return widest + 10
  }

  /// Room for the words of the client's pay, above what is drawn.
  mutating func addRoomForReference() { y += Double(referenceLines.count) * Self.lineHeight + 6 }

  /// The client's pay: a dashed line down to here, with its words above it.
  ///
  /// - Parameter top: where the room for its words starts.
  mutating func addReference(_ scale: ValueScale, from top: Double) {
    guard let reference = chart.reference else { return }
    let x = scale.place(reference.quantity.amount)
    let lines = referenceLines
    let start = top + Double(lines.count) * Self.lineHeight
    // Paper under it keeps it apart from the bars that it crosses.
    for (color, width, dash) in [(ChartColor.paper, 5.0, ChartDrawing.Dash.solid), (.client, 2, .dashes)] {
      add(.line([.init(x: x, y: start + 2), .init(x: x, y: y)], color, width: width, dash))
    }
    for (index, line) in lines.enumerated() {
      let half = TextWidth.of(line, size: Self.labelSize, isBold: true) / 2
      let middle = min(max(x, left + half), max(right - half, left + half))
      let place = ChartDrawing.Point(x: middle, y: top + Double(index + 1) * Self.lineHeight - 4)
      add(line, .middle, at: place, isBold: true, color: .client)
    }
  }

  private var referenceLines: [String] {
    guard let reference = chart.reference else { return [] }
    return TextWidth.lines(
      referenceWords(reference.label), in: width, size: Self.labelSize, isBold: true)
  }

  /// The client's pay after a label for it.
  func referenceWords(_ label: String) -> String {
    guard let reference = chart.reference else { return "" }
    return "\(label): \(words(reference.quantity))"
  }
}

extension ChartPoint {
  /// The client's own are marked with a sign too, so that no color is needed to find them.
  var markedLabel: String {
    switch emphasis {
    case .none: label
    case .present: "● \(label)"
    case .target: "▶ \(label)"
    }
  }
}

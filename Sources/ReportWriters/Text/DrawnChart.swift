import ReportModel

/// A chart as horizontal bars: label, bar, value.
///
/// Where labels and values leave no room for bars, each point is a line of words.
struct DrawnChart {
  private struct Bar {
    let label: String
    let value: String
    let low: Double
    let high: Double
    let mark: Character
    /// In place of the last mark: an arrow where the source says "or more".
    var end: Character?
  }

  private let page: TextPage
  private let chart: Chart
  private let reference: Bar?
  private let groups: [(title: String, bars: [Bar])]

  private static let narrowestBars = 12
  private static let widestLabel = 28

  init(_ chart: Chart, on page: TextPage) {
    self.page = page
    self.chart = chart
    reference = chart.reference.map {
      Bar(
        label: page.words($0.label), value: page.words(.quantity($0.quantity)), low: 0,
        high: $0.quantity.amount, mark: "░")
    }
    groups = chart.groups.map { group in
      let bars = group.points.map { point in
        // A single amount among ranges is a dot.
        let isDot = chart.kind == .ranges && point.low == nil
        let mark: Character = point.emphasis == .none ? "█" : "▓"
        let value = page.words(point.value)
        return Bar(
          label: page.words(point.label),
          value: point.statistic.isEmpty ? value : "\(value) (\(page.words(point.statistic)))",
          low: isDot ? point.high.amount : point.low?.amount ?? 0, high: point.high.amount,
          mark: isDot ? "●" : mark, end: point.isOpen ? "→" : nil)
      }
      return (page.words(group.title), bars)
    }
  }

  var lines: [String] {
    let bars = (reference.map { [$0] } ?? []) + groups.flatMap(\.bars)
    let scale = Scale(bars, pageWidth: page.width)
    var lines = page.lines(chart.title)
    lines += axes(scale)
    if let reference { lines += self.lines(reference, scale) }
    for (index, group) in groups.enumerated() {
      let title = page.lines(group.title)
      lines += title.isEmpty || index == 0 ? title : [""] + title
      lines += group.bars.flatMap { self.lines($0, scale) }
    }
    let source = page.lines(chart.source)
    return lines + (source.isEmpty ? [] : [""] + source)
  }

  /// What the labels and the bars are, each above its own.
  private func axes(_ scale: Scale) -> [String] {
    let category = page.words(chart.categoryAxis)
    let value = page.words(chart.valueAxis)
    guard scale.barWidth >= Self.narrowestBars else { return page.lines(category) + page.lines(value) }
    let valueWidth = page.width - scale.labelWidth - 2
    return TextCell.row([
      TextCell(wrapping: category, width: scale.labelWidth), TextCell(wrapping: value, width: valueWidth),
    ])
  }

  private func lines(_ bar: Bar, _ scale: Scale) -> [String] {
    guard scale.barWidth >= Self.narrowestBars else {
      return page.lines(bar.label.isEmpty ? bar.value : bar.label + ": " + bar.value, first: "", rest: "  ")
    }
    return TextCell.row([
      TextCell(wrapping: bar.label, width: scale.labelWidth),
      TextCell(lines: [drawing(bar, scale)], width: scale.barWidth),
      TextCell(lines: [bar.value], width: scale.valueWidth, isRight: true),
    ])
  }

  /// At least one mark for what is not zero, so that it is seen.
  private func drawing(_ bar: Bar, _ scale: Scale) -> String {
    if bar.low == 0, bar.high == 0, bar.end == nil { return "" }
    let start = min(scale.column(of: min(bar.low, bar.high)), scale.barWidth - 1)
    let end = max(scale.column(of: max(bar.low, bar.high)), start + 1)
    let marks = String(repeating: bar.mark, count: end - start)
    return String(repeating: " ", count: start) + (bar.end.map { marks.dropLast() + String($0) } ?? marks)
  }

  /// One scale for all bars of a chart, so that they compare; it holds zero.
  private struct Scale {
    let labelWidth: Int
    let valueWidth: Int
    let barWidth: Int
    private let lowest: Double
    private let highest: Double

    init(_ bars: [Bar], pageWidth: Int) {
      labelWidth = min(bars.reduce(1) { max($0, DisplayWidth.of($1.label)) }, DrawnChart.widestLabel)
      valueWidth = bars.reduce(0) { max($0, DisplayWidth.of($1.value)) }
      barWidth = pageWidth - labelWidth - valueWidth - 4
      lowest = bars.reduce(0) { min($0, $1.low, $1.high) }
      highest = bars.reduce(0) { max($0, $1.low, $1.high) }
    }

    /// Where an amount stands, 0 to ``barWidth``.
    func column(of amount: Double) -> Int {
      guard highest > lowest else { return 0 }
      // Halves, so that the two ends of the largest numbers do not overflow.
      let share = (amount / 2 - lowest / 2) / (highest / 2 - lowest / 2)
      return Int((share * Double(barWidth)).rounded())
    }
  }
}

import ReportModel

/// The rows of a chart of bands on the sheet of charts' numbers: a label, an amount, and how high it stands.
///
/// No two lines lie on each other, since programs do not agree on which is on top: a band is drawn part by part, with a
/// gap for its median.
struct BandBlock {
  struct DataPoint {
    let label: String
    let amount: Double
    let height: Double
    /// The name of the what-if that has the amount; nil for one that stays.
    var liveName: String?
  }

  private(set) var rows: [DataPoint] = []
  private(set) var series: [NativeBandChart.Series] = []
  /// The row of the client's pay, counted from the first.
  private(set) var clientRow: Int?
  let axis: ClosedRange<Double>
  /// Heights count from 0 to here.
  let top: Double
  private let firstRow: Int
  private let formatter: ValueFormatter

  /// Of the plot for a height of 1, in pixels.
  static let pixelsPerHeight = 60
  /// From the middle of a band, in heights.
  private static let halfBand = 0.29
  private static let toWords = 0.28
  private static let toLowerWords = 0.74
  private static let toClient = 0.4
  private static let toTitle = 0.8
  /// Room for three lines of the lower words: where labels wrap, as in LibreOffice, Spanish takes them.
  private static let below = 1.5
  private static let above = 1.2
  /// In points.
  private static let bandWidth = 22.0
  private static let medianWidth = 3.0
  /// How wide the plot is, about, in points.
  static let plotWidth = 480.0

  /// - Parameter firstRow: of the sheet, for the first of the rows.
  init(_ chart: Chart, firstRow: Int, liveNames: Set<String>, formatter: ValueFormatter) {
    self.firstRow = firstRow
    self.formatter = formatter
    let groups = chart.groups.filter { !$0.points.isEmpty }
    axis = Self.axis(
      around: groups.flatMap(\.points).map(\.high.amount)
        + (chart.reference.map { [$0.quantity.amount] } ?? []))
    top = Double(groups.count) * (Self.below + Self.above)
    for (index, group) in groups.enumerated() {
      let middle = Double(groups.count - 1 - index) * (Self.below + Self.above) + Self.below
      addBand(group, at: middle)
      addWords(group, at: middle)
      if groups.count > 1 {
        add(
          group.title, [(group.title, axis.lowerBound, middle + Self.toTitle)], .nothing,
          .words([group.title], .right, isBold: true))
      }
      guard let reference = chart.reference else { continue }
      if index == 0 { clientRow = rows.count }
      add(
        Self.words(of: reference, formatter),
        [(reference.label, reference.quantity.amount, middle + Self.toClient)], .marker(ChartPalette.client),
        index == 0 ? .nameAbove : .none)
      rows[rows.count - 1].liveName = reference.name.flatMap { liveNames.contains($0) ? $0 : nil }
    }
  }

  /// `you: $46,000`
  static func words(of reference: ChartReference, _ formatter: ValueFormatter) -> String {
    "\(reference.shortLabel): \(formatter.text(.quantity(reference.quantity)))"
  }

  // MARK: - The band

  private mutating func addBand(_ group: ChartGroup, at middle: Double) {
    let known = group.points.filter { !$0.isOpen }
    let isOpen = known.count < group.points.count
    guard let first = group.points.first else { return }
    let start = first.high.amount
    let end = isOpen ? axis.upperBound : group.points.last?.high.amount ?? start
    func amount(_ percentile: Double) -> Double? {
      known.first { $0.percentile == percentile }?.high.amount
    }
    let (low, median, high) = (amount(25), amount(50), amount(75))
    /// The place of the median's line.
    let gap = (axis.upperBound - axis.lowerBound) * Self.medianWidth / 2 / Self.plotWidth
    var cuts = [start]
    if let low, low > start { cuts.append(low) }
    if let high, high < end { cuts.append(high) }
    cuts.append(end)
    for (from, to) in zip(cuts, cuts.dropFirst()) {
      let isMiddle = low.map { from >= $0 } ?? false && high.map { to <= $0 } ?? false
      let color = isMiddle ? ChartPalette.middle : ChartPalette.band
      if let median, from < median, median < to {
        addLine(group.title, from, median - gap, at: middle, color)
        addLine(group.title, median + gap, to, at: middle, color)
      } else {
        addLine(group.title, from, to, at: middle, color)
      }
    }
    let heights = [middle - Self.halfBand, middle + Self.halfBand]
    for place in isOpen ? [start] : [start, end] {
      add(
        group.title, heights.map { (group.title, place, $0) }, .line(ChartPalette.edge, width: 1.5))
    }
    if let median, let point = known.first(where: { $0.percentile == 50 }) {
      add(
        point.label, heights.map { (point.label, median, $0) },
        .line(ChartPalette.ink, width: Self.medianWidth))
    }
    addMiddleWords(group, from: low, median: median, to: high, at: middle)
  }

  private mutating func addLine(
    _ name: String, _ from: Double, _ to: Double, at middle: Double, _ color: CellStyle.Color
  ) {
    add(name, [(name, from, middle), (name, to, middle)], .line(color, width: Self.bandWidth))
  }

  // MARK: - Words

  /// On the wider side of the median, where they fit.
  private mutating func addMiddleWords(
    _ group: ChartGroup, from low: Double?, median: Double?, to high: Double?, at middle: Double
  ) {
    guard let low, let high, !group.middleWords.isEmpty else { return }
    let sides = median.map { [(low, $0), ($0, high)] } ?? [(low, high)]
    guard let side = sides.max(by: { $0.1 - $0.0 < $1.1 - $1.0 }),
      width(group.middleWords) < side.1 - side.0
    else { return }
    add(
      group.middleWords, [(group.middleWords, (side.0 + side.1) / 2, middle)], .nothing,
      .words([group.middleWords], .center, isBold: false))
  }

  /// Those of the median stand lower where they would touch those of an end.
  private mutating func addWords(_ group: ChartGroup, at middle: Double) {
    let told = group.points.filter { !$0.words.isEmpty }
    guard !told.isEmpty else { return }
    let texts = told.map { $0.words.map(formatter.text).joined(separator: "\n") }
    func ends(_ index: Int) -> (Double, Double) {
      let half = width(texts[index]) / 2
      return (told[index].high.amount - half, told[index].high.amount + half)
    }
    let points = told.indices.map { index in
      let touches = told.indices.contains { other in
        other != index && ends(other).0 < ends(index).1 && ends(index).0 < ends(other).1
      }
      let isLower = touches && told[index].percentile == 50
      return (
        label: told[index].label, amount: told[index].high.amount,
        height: middle - (isLower ? Self.toLowerWords : Self.toWords)
      )
    }
    add(group.title, points, .nothing, .words(texts, .below, isBold: false))
  }

  /// Of words of 9 points, as an amount of the axis.
  private func width(_ text: String) -> Double {
    let points = TextMeasure.width(text, style: CellStyle(fontSize: 9)) * 5.25 + 8
    return points / Self.plotWidth * (axis.upperBound - axis.lowerBound)
  }

  // MARK: - Rows

  private mutating func add(
    _ name: String, _ points: [(label: String, amount: Double, height: Double)],
    _ look: NativeBandChart.Look, _ labels: NativeBandChart.Labels = .none
  ) {
    let first = firstRow + rows.count
    rows += points.map { DataPoint(label: $0.label, amount: $0.amount, height: $0.height) }
    series.append(
      NativeBandChart.Series(
        name: .chartName(name), rows: first...(first + points.count - 1), amounts: points.map(\.amount),
        heights: points.map(\.height), look: look, labels: labels))
  }

  /// The client's series takes its name from a cell.
  mutating func nameClient(by cell: CellAddress, _ text: String) {
    guard let index = series.firstIndex(where: { $0.labels == .nameAbove }) else { return }
    series[index].nameCell = cell
    series[index].name = .chartName(text)
  }

  /// Round ends with room for words beside the outermost amounts.
  private static func axis(around amounts: [Double]) -> ClosedRange<Double> {
    let (low, high) = (amounts.min() ?? 0, amounts.max() ?? 1)
    let span = max(high - low, high.magnitude / 10, 1)
    let step = ChartScale.roundStep(atLeast: span / 7)
    let start = ((low - span * 0.1) / step).rounded(.down) * step
    return (low >= 0 ? max(0, start) : start)...(((high + span * 0.1) / step).rounded(.up) * step)
  }
}

extension ChartDataSheet {
  mutating func addBands(_ chart: Chart) {
    let words = contents.formatter
    addText(words.text(chart.title), column: 0, style: .blockTitle)
    row += 1
    for (column, header) in [chart.categoryAxis, chart.valueAxis, contents.words.height].enumerated() {
      addText(header, column: column, style: .formHeader)
    }
    row += 1
    var block = BandBlock(chart, firstRow: row, liveNames: contents.liveNames, formatter: words)
    let format = formats.labelFormat(chart.unit)
    for (index, line) in block.rows.enumerated() {
      addText(line.label, column: 0, style: .body.with { $0.wraps = false })
      add(content(line.amount, format, liveName: line.liveName), column: NativeBandChart.amountColumn)
      add(.number(line.height, format: "0.00", shown: ""), column: NativeBandChart.heightColumn)
      if index == block.clientRow, let reference = chart.reference {
        let name = BandBlock.words(of: reference, words)
        addClientName(name, reference, format, liveName: line.liveName)
        block.nameClient(by: CellAddress(row: row, column: Self.nameColumn), name)
      }
      row += 1
    }
    row += 2
    charts[chart.id] = .bands(
      NativeBandChart(
        dataSheet: layout.name, title: .chartName(words.text(chart.title)),
        alternativeText: .plain(words.text(chart.alternativeText)), valueAxis: .chartName(chart.valueAxis),
        valueFormat: formats.axisFormat(chart.unit), axis: block.axis, top: block.top, series: block.series,
        plotHeightInPixels: Int(block.top * Double(BandBlock.pixelsPerHeight))))
  }

  private static let nameColumn = 3

  /// The words of the report, until the pay is another.
  private mutating func addClientName(
    _ text: String, _ reference: ChartReference, _ format: String, liveName: String?
  ) {
    guard let name = liveName else { return add(.text(text), column: Self.nameColumn) }
    let same = "ABS(\(name)-\(FormulaText.number(reference.quantity.amount)))<0.005"
    let label = FormulaText.literal("\(reference.shortLabel): ")
    let other = "\(label)&TEXT(\(name),\(FormulaText.literal(format)))"
    add(
      .formula(
        "IF(ISNUMBER(\(name)),IF(\(same),\(FormulaText.literal(text)),\(other)),\"\")", value: .text(text),
        format: nil), column: Self.nameColumn)
  }
}

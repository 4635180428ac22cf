import ReportModel

/// The last sheet of the workbook: the numbers of each chart, in blocks with headers, and the charts that draw
/// them.
struct ChartDataSheet {
  var layout: SheetLayout
  /// By the ids of the charts of the report.
  var charts: [String: SheetChart] = [:]
  let contents: CellContents
  let formats: NumberFormats
  /// The next free row.
  var row = 0

  init(_ charts: [Chart], name: SheetName, report: Report, contents: CellContents) {
    self.contents = contents
    formats = NumberFormats(style: report.style)
    let page = PageSetup(report, contents)
    let widest = charts.map { 2 + $0.groups.count + 2 }.reduce(2, max)
    layout = SheetLayout(
      name: name, isHidden: true, columnWidths: [40] + [Double](repeating: 20, count: widest), page: page)
    row = layout.addTitle(name.text)
    for chart in charts {
      if chart.kind == .distribution { addBands(chart) } else { add(chart.withoutOpenBars) }
    }
  }

  /// A column of a block, and the series that draws it.
  private struct DataColumn {
    let header: String
    let fill: NativeChart.Fill
    let isInLegend: Bool
    let cellFormat: String
    /// For each row; nil leaves the cell empty and draws no bar.
    var numbers: [Double?]
    var emphasis: [Emphasis] = []
    var labels = NativeChart.Labels.none
    var line: WorkbookText?
    /// The name of the what-if that has the number of every row; nil for numbers that stay.
    var liveName: String?
  }

  private mutating func add(_ chart: Chart) {
    var labels = chart.groups.flatMap(\.points).map(Self.label)
    guard !labels.isEmpty else { return }
    // A line through one point has no direction.
    if chart.reference != nil, labels.count == 1 { labels.append("") }
    let columns = dataColumns(chart, rows: labels.count)
    addText(contents.formatter.text(chart.title), column: 0, style: .blockTitle)
    row += 1
    let header = row
    addText(chart.categoryAxis, column: 0, style: .formHeader)
    for (index, column) in columns.enumerated() {
      addText(column.header, column: index + 1, style: .formHeader.with { $0.alignment = .right })
    }
    layout.rowHeights.append((row, headerHeight(columns)))
    row += 1
    for index in labels.indices { addRow(index, label: labels[index], columns) }
    charts[chart.id] = .bars(
      native(chart, columns, labels: labels, rows: (header + 1)...(header + labels.count)))
    row += 2
  }

  /// The client's own bars are marked beside their names too, so that no color or outline is needed to find them.
  private static func label(_ point: ChartPoint) -> String {
    switch point.emphasis {
    case .none: point.label
    case .present: "● " + point.label
    case .target: "▶ " + point.label
    }
  }

  /// The first and the last series have no name in the legend. LibreOffice counts the hidden names from the other
  /// end when the categories are reversed, so what is hidden is the same from both.
  private func dataColumns(_ chart: Chart, rows: Int) -> [DataColumn] {
    let groups = groupColumns(chart, rows: rows)
    if let reference = chart.reference {
      let last = chart.kind == .ranges ? lowColumn(chart, rows: rows) : emptyColumn(chart, rows: rows)
      return [referenceColumn(reference, chart, rows: rows)] + groups + [last]
    }
    return chart.kind == .ranges
      ? [emptyColumn(chart, rows: rows)] + groups + [lowColumn(chart, rows: rows)] : groups
  }

  private func headerHeight(_ columns: [DataColumn]) -> Double {
    columns.map { TextMeasure.height($0.header, in: 20, style: .formHeader) }.reduce(16, max)
  }

  private func column(_ header: String, _ chart: Chart, _ fill: NativeChart.Fill, _ numbers: [Double?])
    -> DataColumn
  {
    DataColumn(
      header: header, fill: fill, isInLegend: false, cellFormat: formats.labelFormat(chart.unit),
      numbers: numbers)
  }

  private func emptyColumn(_ chart: Chart, rows: Int) -> DataColumn {
    column(contents.words.empty, chart, .none, [Double?](repeating: 0, count: rows))
  }

  /// White bars up to the low ends, over the bars up to the high ones: what is left to see is the range. Stacked
  /// bars would float too, but Excel draws no line across them.
  private func lowColumn(_ chart: Chart, rows: Int) -> DataColumn {
    // A single amount among ranges is a place without a length; its label says it.
    let lows = chart.groups.flatMap(\.points).map { NumberFormats.number($0.low ?? $0.high) }
    return column(contents.words.low, chart, .solid(ChartPalette.background), Self.padded(lows, rows))
  }

  private static func padded(_ numbers: [Double?], _ rows: Int) -> [Double?] {
    numbers + [Double?](repeating: nil, count: rows - numbers.count)
  }

  private func groupColumns(_ chart: Chart, rows: Int) -> [DataColumn] {
    var start = 0
    return chart.groups.enumerated().map { index, group in
      let places = start..<(start + group.points.count)
      var column = DataColumn(
        header: group.title.isEmpty ? chart.valueAxis : group.title, fill: ChartPalette.fill(ofGroup: index),
        isInLegend: !group.points.isEmpty, cellFormat: formats.labelFormat(chart.unit),
        numbers: [Double?](repeating: nil, count: rows), emphasis: [Emphasis](repeating: .none, count: rows))
      for (place, point) in zip(places, group.points) {
        column.numbers[place] = NumberFormats.number(point.high)
        column.emphasis[place] = point.emphasis
      }
      column.labels =
        chart.kind != .ranges
        ? .values(format: formats.labelFormat(chart.unit)) : .texts(rangeLabels(group, places, rows: rows))
      start = places.upperBound
      return column
    }
  }

  private func rangeLabels(_ group: ChartGroup, _ places: Range<Int>, rows: Int) -> [WorkbookText] {
    var labels = [WorkbookText](repeating: .chartName(""), count: rows)
    for (place, point) in zip(places, group.points) {
      let words = contents.formatter.text(point.value)
      labels[place] = .chartName(point.statistic.isEmpty ? words : "\(words) (\(point.statistic))")
    }
    return labels
  }

  /// Bars that are not seen, with a line through their ends.
  private func referenceColumn(_ reference: ChartReference, _ chart: Chart, rows: Int) -> DataColumn {
    let number = NumberFormats.number(reference.quantity)
    var column = column(reference.label, chart, .none, [Double?](repeating: number, count: rows))
    column.liveName = reference.name.flatMap { contents.liveNames.contains($0) ? $0 : nil }
    column.line = .chartName("\(reference.label): \(contents.formatter.text(.quantity(reference.quantity)))")
    return column
  }

  private mutating func addRow(_ index: Int, label: String, _ columns: [DataColumn]) {
    addText(label, column: 0, style: .body)
    for (place, column) in columns.enumerated() {
      guard let number = column.numbers[index] else { continue }
      add(content(number, column.cellFormat, liveName: column.liveName), column: place + 1)
    }
    let height = TextMeasure.height(label, in: 40)
    if height > TextMeasure.lineHeight { layout.rowHeights.append((row, min(height, ExcelLimits.rowHeight))) }
    row += 1
  }

  /// - Parameter liveName: the name of the what-if that has the number; nil for a number that stays.
  func content(_ number: Double, _ format: String, liveName: String?) -> CellContent {
    liveName.map { name in
      .formula("IF(ISNUMBER(\(name)),\(name),NA())", value: .number(number), format: format)
    } ?? .number(number, format: format, shown: "")
  }

  mutating func add(_ content: CellContent, column: Int) {
    layout.cells.append(
      SheetLayout.Cell(
        address: CellAddress(row: row, column: column), content: content, style: CellStyle(alignment: .right))
    )
  }

  mutating func addText(_ text: String, column: Int, style: CellStyle) {
    let address = CellAddress(row: row, column: column)
    let placed = column == 0 && style == .blockTitle ? style.with { $0.wraps = false } : style
    layout.cells.append(SheetLayout.Cell(address: address, content: .text(text), style: placed))
  }

  /// With what the line is: LibreOffice leaves lines without bars out of the legend.
  private func valueAxis(_ chart: Chart) -> String {
    guard let reference = chart.reference else { return chart.valueAxis }
    let amount = contents.formatter.text(.quantity(reference.quantity))
    return "\(chart.valueAxis); \(contents.words.dashedLine): \(reference.label), \(amount)"
  }

  private func native(
    _ chart: Chart, _ columns: [DataColumn], labels: [String], rows: ClosedRange<Int>
  ) -> NativeChart {
    let header = rows.lowerBound - 1
    let series = columns.enumerated().map { index, column in
      NativeChart.Series(
        name: CellAddress(row: header, column: index + 1),
        values: CellRange(rows: rows, columns: (index + 1)...(index + 1)), fill: column.fill,
        emphasis: column.emphasis, labels: column.labels, line: column.line, isInLegend: column.isInLegend)
    }
    let formatter = contents.formatter
    let ends = chart.groups.flatMap(\.points).map(\.high) + (chart.reference.map { [$0.quantity] } ?? [])
    let numbers = ends.map(NumberFormats.number)
    return NativeChart(
      dataSheet: layout.name, hasGridlines: chart.kind != .ranges,
      title: .chartName(formatter.text(chart.title)),
      alternativeText: .plain(formatter.text(chart.alternativeText)),
      categoryAxis: .chartName(chart.categoryAxis), valueAxis: .chartName(valueAxis(chart)),
      valueFormat: formats.axisFormat(chart.unit), startsAtZero: numbers.allSatisfy { $0 >= 0 },
      axisMaximum: chart.kind == .ranges ? ChartScale.maximum(above: numbers.reduce(0, max) * 1.3) : nil,
      categories: CellRange(rows: rows, columns: 0...0),
      hasLegend: chart.reference != nil || chart.groups.filter { !$0.points.isEmpty }.count > 1,
      series: series,
      heightInPixels: ChartScale.heightInPixels(
        labels: labels, longest: columns.map(\.labels.longest).max() ?? 0,
        legendEntries: chart.groups.count + (chart.reference == nil ? 0 : 1)))
  }
}

extension Chart {
  /// A bar up to "this or more" would claim more than is known.
  fileprivate var withoutOpenBars: Chart {
    var chart = self
    for index in chart.groups.indices { chart.groups[index].points.removeAll { $0.isOpen && $0.low == nil } }
    return chart
  }
}

extension NativeChart.Labels {
  /// The letters of the longest text.
  fileprivate var longest: Int {
    switch self {
    case .none, .values: 0
    case .texts(let texts): texts.map(\.string.count).max() ?? 0
    }
  }
}

import ReportModel

/// The last sheet of the workbook: the numbers of each chart, in blocks with headers, and the charts that draw
/// them.
struct ChartDataSheet {
  private(set) var layout: SheetLayout
  /// By the ids of the charts of the report.
  private(set) var charts: [String: NativeChart] = [:]
  private let contents: CellContents
  private let formats: NumberFormats
  private var row = 0

  init(_ charts: [Chart], name: SheetName, report: Report, contents: CellContents) {
    self.contents = contents
    formats = NumberFormats(style: report.style)
    let page = PageSetup(
      header: PageText(left: report.title, right: name.text),
      footer: PageText(leftWithPageNumber: contents.formatter.text(report.footer)))
    let widest = charts.map { 2 + $0.groups.count + 2 }.reduce(2, max)
    layout = SheetLayout(name: name, columnWidths: [40] + [Double](repeating: 20, count: widest), page: page)
    for chart in charts { add(chart) }
  }

  /// A column of a block, and the series that draws it.
  private struct DataColumn {
    let header: String
    let fill: NativeChart.Fill
    let isInLegend: Bool
    let cellFormat: String
    /// For each row; nil leaves the cell empty and draws no bar.
    var numbers: [Double?]
    var outlined: [Bool] = []
    var labels = NativeChart.Labels.none
  }

  private mutating func add(_ chart: Chart) {
    let points = chart.groups.flatMap(\.points)
    guard !points.isEmpty else { return }
    let offset = chart.reference == nil ? 0 : 1
    let labels = (chart.reference.map { [$0.label] } ?? []) + points.map(\.label)
    var columns = chart.kind == .ranges ? [lowColumn(chart)] : []
    columns += groupColumns(chart, offset: offset)
    if let reference = chart.reference { columns.append(referenceColumn(reference, chart)) }
    if chart.kind == .ranges { columns.append(labelColumn(chart)) }
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
    charts[chart.id] = native(chart, columns, labels: labels, rows: (header + 1)...(header + labels.count))
    row += 2
  }

  private func headerHeight(_ columns: [DataColumn]) -> Double {
    columns.map { TextMeasure.height($0.header, in: 20, style: .formHeader) }.reduce(16, max)
  }

  private func lowColumn(_ chart: Chart) -> DataColumn {
    let lows = chart.groups.flatMap(\.points).map { NumberFormats.number($0.low ?? Self.zero(like: $0.high)) }
    return DataColumn(
      header: WorkbookWords.low, fill: .none, isInLegend: false, cellFormat: formats.labelFormat(chart.unit),
      numbers: (chart.reference == nil ? [] : [nil]) + lows)
  }

  private static func zero(like quantity: Quantity) -> Quantity {
    Quantity(0, quantity.unit, quantity.provenance)
  }

  private func groupColumns(_ chart: Chart, offset: Int) -> [DataColumn] {
    let count = offset + chart.groups.reduce(0) { $0 + $1.points.count }
    var start = offset
    return chart.groups.enumerated().map { index, group in
      var column = DataColumn(
        header: group.title.isEmpty ? chart.valueAxis : group.title, fill: ChartPalette.fill(ofGroup: index),
        isInLegend: !group.points.isEmpty, cellFormat: formats.labelFormat(chart.unit),
        numbers: [Double?](repeating: nil, count: count),
        outlined: [Bool](repeating: false, count: count))
      for (place, point) in group.points.enumerated() {
        let low = chart.kind == .ranges ? point.low?.amount ?? 0 : 0
        // A stacked bar stands on the low end: its own length is the rest.
        let length = Quantity(point.high.amount - low, chart.unit, point.high.provenance)
        column.numbers[start + place] = NumberFormats.number(length)
        column.outlined[start + place] = point.emphasis != .none
      }
      if chart.kind == .bars { column.labels = .values(format: formats.labelFormat(chart.unit)) }
      start += group.points.count
      return column
    }
  }

  private func referenceColumn(_ reference: ChartReference, _ chart: Chart) -> DataColumn {
    let count = chart.groups.reduce(0) { $0 + $1.points.count }
    return DataColumn(
      header: reference.label, fill: .solid(ChartPalette.reference), isInLegend: true,
      cellFormat: formats.labelFormat(chart.unit),
      numbers: [NumberFormats.number(reference.quantity)] + [Double?](repeating: nil, count: count),
      labels: chart.kind == .bars ? .values(format: formats.labelFormat(chart.unit)) : .none)
  }

  /// Without a name in the legend, as the low ends are: the first and the last series. LibreOffice counts the
  /// hidden names from the other end when the categories are reversed, so what is hidden is the same from both.
  ///
  /// Bars of no length at the ends of the stacked ones: Excel sets no label after a stacked bar.
  private func labelColumn(_ chart: Chart) -> DataColumn {
    let points = chart.groups.flatMap(\.points)
    let texts = points.map { point in
      let value =
        point.low.map { Value.range(low: $0, high: point.high, isOpen: false) } ?? .quantity(point.high)
      return contents.formatter.text(value)
    }
    let all = (chart.reference.map { [contents.formatter.text($0.quantity)] } ?? []) + texts
    return DataColumn(
      header: WorkbookWords.labelPlace, fill: .none, isInLegend: false, cellFormat: "0",
      numbers: all.map { _ in 0 },
      labels: .texts(all.map(WorkbookText.chartName)))
  }

  private mutating func addRow(_ index: Int, label: String, _ columns: [DataColumn]) {
    addText(label, column: 0, style: .body)
    for (place, column) in columns.enumerated() {
      guard let number = column.numbers[index] else { continue }
      layout.cells.append(
        SheetLayout.Cell(
          address: CellAddress(row: row, column: place + 1),
          content: .number(number, format: column.cellFormat, shown: ""), style: CellStyle(alignment: .right))
      )
    }
    let height = TextMeasure.height(label, in: 40)
    if height > TextMeasure.lineHeight { layout.rowHeights.append((row, min(height, ExcelLimits.rowHeight))) }
    row += 1
  }

  private mutating func addText(_ text: String, column: Int, style: CellStyle) {
    let address = CellAddress(row: row, column: column)
    let placed = column == 0 && style == .blockTitle ? style.with { $0.wraps = false } : style
    layout.cells.append(SheetLayout.Cell(address: address, content: .text(text), style: placed))
  }

  private func native(
    _ chart: Chart, _ columns: [DataColumn], labels: [String], rows: ClosedRange<Int>
  ) -> NativeChart {
    let header = rows.lowerBound - 1
    let series = columns.enumerated().map { index, column in
      NativeChart.Series(
        name: CellAddress(row: header, column: index + 1),
        values: CellRange(rows: rows, columns: (index + 1)...(index + 1)), fill: column.fill,
        outlined: column.outlined, labels: column.labels, isInLegend: column.isInLegend)
    }
    let formatter = contents.formatter
    let isStacked = chart.kind == .ranges
    let ends = chart.groups.flatMap(\.points).map(\.high) + (chart.reference.map { [$0.quantity] } ?? [])
    let numbers = ends.map(NumberFormats.number)
    return NativeChart(
      dataSheet: layout.name, isStacked: isStacked, title: .chartName(formatter.text(chart.title)),
      alternativeText: .plain(formatter.text(chart.alternativeText)),
      categoryAxis: .chartName(chart.categoryAxis), valueAxis: .chartName(chart.valueAxis),
      valueFormat: formats.axisFormat(chart.unit), startsAtZero: numbers.allSatisfy { $0 >= 0 },
      axisMaximum: isStacked ? ChartScale.maximum(above: numbers.reduce(0, max) * 1.3) : nil,
      categories: CellRange(rows: rows, columns: 0...0),
      hasLegend: chart.groups.filter { !$0.points.isEmpty }.count > 1, series: series,
      heightInPixels: ChartScale.heightInPixels(labels: labels, legendEntries: chart.groups.count))
  }
}

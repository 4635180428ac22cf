import CXlsxWriter
import ReportModel

extension Worksheet {
  /// Puts a chart on the sheet, its upper left corner at the cell. The cells of its numbers may be written later.
  mutating func insert(_ chart: NativeChart, at cell: CellAddress) throws(WorkbookError) {
    // workbook.h: "The workbook_add_chart() function creates a new chart object that can be added to a
    // worksheet"; the workbook frees it.
    guard let native = workbook_add_chart(workbook, UInt8(LXW_CHART_BAR.rawValue)) else {
      throw WorkbookError(
        library: LXW_ERROR_MEMORY_MALLOC_FAILED, operation: "workbook_add_chart", sheet: name, cell: cell)
    }
    for series in chart.series { try add(series, of: chart, to: native, at: cell) }
    setTitles(of: chart, on: native)
    setAxes(of: chart, on: native)
    try setLegend(of: chart, on: native, at: cell)
    chart_set_series_gap(native, 45)
    chart_set_series_overlap(native, 100)
    try place(
      native, at: cell, width: chart.widthInPixels, height: chart.heightInPixels,
      alternativeText: chart.alternativeText)
  }

  /// - Parameters:
  ///   - width: in pixels.
  ///   - height: in pixels.
  func place(
    _ native: UnsafeMutablePointer<lxw_chart>, at cell: CellAddress, width: Int, height: Int,
    alternativeText: WorkbookText
  ) throws(WorkbookError) {
    let arena = CStringArena()
    var options = lxw_chart_options()
    options.object_position = UInt8(LXW_OBJECT_MOVE_DONT_SIZE.rawValue)
    // chart.h: the default chart is 480 x 288 pixels; scales multiply it.
    options.x_scale = Double(width) / 480
    options.y_scale = Double(height) / 288
    options.description = arena.copy(alternativeText)
    // worksheet.h: "A chart can only be inserted into a worksheet once." The library copies the description.
    let code = withExtendedLifetime(arena) {
      worksheet_insert_chart_opt(pointer, row(cell), column(cell), native, &options)
    }
    try WorkbookError.check(code, "worksheet_insert_chart_opt", sheet: name, cell: cell)
  }

  private func add(
    _ series: NativeChart.Series, of chart: NativeChart, to native: UnsafeMutablePointer<lxw_chart>,
    at cell: CellAddress
  ) throws(WorkbookError) {
    let sheetName = chart.dataSheet.text
    // chart.h: "the categories and values can be set … later using chart_series_set_categories() and
    // chart_series_set_values()", which quote the name of the sheet themselves.
    guard let added = chart_add_series(native, nil, nil) else {
      throw WorkbookError(
        library: LXW_ERROR_MEMORY_MALLOC_FAILED, operation: "chart_add_series", sheet: name, cell: cell)
    }
    let (categories, values) = (chart.categories, series.values)
    chart_series_set_categories(
      added, sheetName, row(categories.first), column(categories.first), row(categories.last),
      column(categories.last))
    chart_series_set_values(
      added, sheetName, row(values.first), column(values.first), row(values.last), column(values.last))
    chart_series_set_name_range(added, sheetName, row(series.name), column(series.name))
    setFill(series.fill, of: added)
    try setEmphasis(of: series, on: added, at: cell)
    try setLabels(series.labels, on: added, at: cell)
    if let name = series.line { addLine(named: name, to: added) }
  }

  private func setFill(_ fill: NativeChart.Fill, of series: UnsafeMutablePointer<lxw_chart_series>) {
    var noLine = lxw_chart_line()
    noLine.none = 1
    chart_series_set_line(series, &noLine)
    // chart.h: the functions copy the struct that they are given.
    switch fill {
    case .none:
      var none = lxw_chart_fill()
      none.none = 1
      chart_series_set_fill(series, &none)
    case .solid(let color):
      var solid = lxw_chart_fill()
      solid.color = color
      chart_series_set_fill(series, &solid)
    case .hatched(let color):
      var pattern = lxw_chart_pattern()
      pattern.fg_color = color
      pattern.bg_color = 0xFFFFFF
      pattern.type = UInt8(LXW_CHART_PATTERN_WIDE_UPWARD_DIAGONAL.rawValue)
      chart_series_set_pattern(series, &pattern)
    }
  }

  private func setEmphasis(
    of series: NativeChart.Series, on native: UnsafeMutablePointer<lxw_chart_series>, at cell: CellAddress
  ) throws(WorkbookError) {
    guard series.emphasis.contains(where: { $0 != .none }), case .solid(let color) = series.fill else {
      return
    }
    let fill = UnsafeMutablePointer<lxw_chart_fill>.allocate(capacity: 1)
    fill.initialize(to: lxw_chart_fill())
    defer { fill.deallocate() }
    fill.pointee.color = ChartPalette.darker(color)
    var points = series.emphasis.map { emphasis in
      emphasis == .none ? lxw_chart_point() : lxw_chart_point(line: nil, fill: fill, pattern: nil)
    }
    // chart.h: "points: An NULL terminated array of lxw_chart_point pointers"; they are copied.
    let code = withNullTerminated(&points) { chart_series_set_points(native, $0) }
    try WorkbookError.check(code, "chart_series_set_points", sheet: name, cell: cell)
  }

  /// A straight line through bars of one length: Excel and LibreOffice draw trend lines over bars, while this
  /// library cannot combine bars with lines.
  private func addLine(named name: WorkbookText, to series: UnsafeMutablePointer<lxw_chart_series>) {
    chart_series_set_trendline(series, UInt8(LXW_CHART_TRENDLINE_TYPE_LINEAR.rawValue), 0)
    // Half a bar beyond the first and the last.
    chart_series_set_trendline_forecast(series, 0.5, 0.5)
    chart_series_set_trendline_name(series, name.string)
    var line = lxw_chart_line()
    line.color = ChartPalette.reference
    line.width = 2.25
    line.dash_type = UInt8(LXW_CHART_LINE_DASH_DASH.rawValue)
    chart_series_set_trendline_line(series, &line)
  }

  private func setLabels(
    _ labels: NativeChart.Labels, on series: UnsafeMutablePointer<lxw_chart_series>,
    at cell: CellAddress
  ) throws(WorkbookError) {
    let position = LXW_CHART_LABEL_POSITION_OUTSIDE_END
    switch labels {
    case .none: return
    case .values(let format):
      chart_series_set_labels(series)
      chart_series_set_labels_position(series, UInt8(position.rawValue))
      chart_series_set_labels_num_format(series, format)
    case .texts(let texts):
      chart_series_set_labels(series)
      chart_series_set_labels_position(series, UInt8(position.rawValue))
      let arena = CStringArena()
      var custom = texts.map { text in
        var label = lxw_chart_data_label()
        if text.string.isEmpty { label.hide = 1 } else { label.value = arena.copy(text) }
        return label
      }
      // chart.h: "data_labels: An NULL terminated array of lxw_chart_data_label pointers"; they are copied.
      let code = withExtendedLifetime(arena) {
        withNullTerminated(&custom) { chart_series_set_labels_custom(series, $0) }
      }
      try WorkbookError.check(code, "chart_series_set_labels_custom", sheet: name, cell: cell)
    }
  }
}

/// Passes pointers to the elements, and a null after them, as the library takes lists.
private func withNullTerminated<Element, Result>(
  _ elements: inout [Element], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<Element>?>?) -> Result
) -> Result {
  elements.withUnsafeMutableBufferPointer { buffer in
    var pointers = buffer.indices.map { index in buffer.baseAddress.map { $0 + index } } + [nil]
    return pointers.withUnsafeMutableBufferPointer { body($0.baseAddress) }
  }
}

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
    // chart.h: "chart_show_hidden_data(): Display data on charts from hidden rows or columns"; the sheet of the
    // numbers is hidden, which some programs count as that.
    chart_show_hidden_data(native)
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
    case .hatched(let color, let hatching):
      var pattern = lxw_chart_pattern()
      pattern.fg_color = color
      pattern.bg_color = 0xFFFFFF
      let lines =
        hatching == .upward
        ? LXW_CHART_PATTERN_WIDE_UPWARD_DIAGONAL : LXW_CHART_PATTERN_WIDE_DOWNWARD_DIAGONAL
      pattern.type = UInt8(lines.rawValue)
      chart_series_set_pattern(series, &pattern)
    }
  }

  private func setEmphasis(
    of series: NativeChart.Series, on native: UnsafeMutablePointer<lxw_chart_series>, at cell: CellAddress
  ) throws(WorkbookError) {
    guard series.emphasis.contains(where: { $0 != .none }) else { return }
    let fills = UnsafeMutablePointer<lxw_chart_fill>.allocate(capacity: series.emphasis.count)
    fills.initialize(repeating: lxw_chart_fill(), count: series.emphasis.count)
    defer { fills.deallocate() }
    var points = series.emphasis.enumerated().map { index, emphasis in
      guard let color = ChartPalette.color(emphasis) else { return lxw_chart_point() }
      fills[index].color = color
      return lxw_chart_point(line: nil, fill: fills + index, pattern: nil)
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
    line.color = ChartPalette.client
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
      try setCustomLabels(texts, on: series, at: cell)
    }
  }

  /// - Parameter texts: one for each point; an empty one hides the label.
  func setCustomLabels(
    _ texts: [WorkbookText], on series: UnsafeMutablePointer<lxw_chart_series>, at cell: CellAddress
  ) throws(WorkbookError) {
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

/// Passes pointers to the elements, and a null after them, as the library takes lists.
private func withNullTerminated<Element, Result>(
  _ elements: inout [Element], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<Element>?>?) -> Result
) -> Result {
  elements.withUnsafeMutableBufferPointer { buffer in
    var pointers = buffer.indices.map { index in buffer.baseAddress.map { $0 + index } } + [nil]
    return pointers.withUnsafeMutableBufferPointer { body($0.baseAddress) }
  }
}

extension Worksheet {
  func setTitles(of chart: NativeChart, on native: UnsafeMutablePointer<lxw_chart>) {
    // chart.h: "chart_title_set_name(): … The name parameter can also be a formula such as =Sheet1!$A$1"; texts
    // that start with = come with a space before it (WorkbookText.chartName). The library copies them.
    chart_title_set_name(native, chart.title.string)
    var titleFont = font(size: 12, isBold: true)
    chart_title_set_name_font(native, &titleFont)
  }

  func setAxes(of chart: NativeChart, on native: UnsafeMutablePointer<lxw_chart>) {
    var nameFont = font(size: 9, isBold: false)
    var numberFont = font(size: 9, isBold: false)
    // In a bar chart the library's y_axis is the upright one, and has the categories.
    if let categories = native.pointee.y_axis {
      if !chart.categoryAxis.string.isEmpty {
        chart_axis_set_name(categories, chart.categoryAxis.string)
        nameFont.rotation = -90
        chart_axis_set_name_font(categories, &nameFont)
        nameFont.rotation = 0
      }
      chart_axis_set_num_font(categories, &numberFont)
      // The first category on top, and the value axis still at the bottom.
      chart_axis_set_reverse(categories)
      chart_axis_set_crossing_max(categories)
      // chart.h: "chart_axis_set_interval_unit(): Set the axis category interval"; every category has its name.
      chart_axis_set_interval_unit(categories, 1)
    }
    if let values = native.pointee.x_axis {
      if !chart.valueAxis.string.isEmpty {
        chart_axis_set_name(values, chart.valueAxis.string)
        chart_axis_set_name_font(values, &nameFont)
      }
      chart_axis_set_num_font(values, &numberFont)
      chart_axis_set_num_format(values, chart.valueFormat)
      // Left alone, Excel starts the axis above zero when the bars are about as long as each other.
      if chart.startsAtZero { chart_axis_set_min(values, 0) }
      if let maximum = chart.axisMaximum { chart_axis_set_max(values, maximum) }
      if chart.hasGridlines {
        setGridlines(of: values)
      } else {
        chart_axis_major_gridlines_set_visible(values, 0)
      }
    }
  }

  /// Light lines; the library shows the lines of an axis whose look is set.
  func setGridlines(of axis: UnsafeMutablePointer<lxw_chart_axis>) {
    var gridline = lxw_chart_line()
    gridline.color = ChartPalette.gridline
    gridline.width = 0.75
    chart_axis_major_gridlines_set_visible(axis, 1)
    chart_axis_major_gridlines_set_line(axis, &gridline)
  }

  func setLegend(
    of chart: NativeChart, on native: UnsafeMutablePointer<lxw_chart>, at cell: CellAddress
  ) throws(WorkbookError) {
    guard chart.hasLegend else {
      chart_legend_set_position(native, UInt8(LXW_CHART_LEGEND_NONE.rawValue))
      return
    }
    chart_legend_set_position(native, UInt8(LXW_CHART_LEGEND_BOTTOM.rawValue))
    var hidden = chart.series.indices.filter { !chart.series[$0].isInLegend }.map { Int16(clamping: $0) }
    guard !hidden.isEmpty else { return }
    hidden.append(-1)
    // chart.h: "The array should be terminated with -1."
    try WorkbookError.check(
      chart_legend_delete_series(native, &hidden), "chart_legend_delete_series", sheet: name, cell: cell)
  }

  func font(size: Double, isBold: Bool) -> lxw_chart_font {
    var font = lxw_chart_font()
    font.size = size
    // chart.h: LXW_TRUE turns bold on; LXW_EXPLICIT_FALSE (2) turns it off where it is on by default.
    font.bold = isBold ? 1 : 2
    return font
  }
}

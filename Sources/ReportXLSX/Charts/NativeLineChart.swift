import CXlsxWriter
import ReportModel

/// A chart of lines over numbers, ready for the library.
///
/// Its cells hold formulas, for which libxlsxwriter 1.1.4 would note zeros in the chart: the values come with it.
struct NativeLineChart: Sendable, Equatable {
  struct Series: Sendable, Equatable {
    /// The cell that holds the name, and the name.
    let name: CellAddress
    let nameText: String
    let values: CellRange
    let numbers: [Double]
    /// Whether it is the client's present way, or the one aimed at.
    let emphasis: Emphasis
    /// Which color, dash and marker it has; both ends of a range have the same.
    let pathNumber: Int
    /// Whether it is the high end of a range, a thin line above that of the low end.
    var isHighEnd = false
  }

  let dataSheet: SheetName
  let title: WorkbookText
  let alternativeText: WorkbookText
  let horizontalAxis: WorkbookText
  let verticalAxis: WorkbookText
  let verticalFormat: String
  /// The places of the points of every series.
  let places: CellRange
  let placeNumbers: [Double]
  let series: [Series]
  var widthInPixels = 720
  var heightInPixels = 320
}

extension Worksheet {
  /// Puts a chart of lines on the sheet, its upper left corner at the cell.
  mutating func insert(_ chart: NativeLineChart, at cell: CellAddress) throws(WorkbookError) {
    // workbook.h: "The workbook_add_chart() function creates a new chart object that can be added to a
    // worksheet"; the workbook frees it.
    guard let native = workbook_add_chart(workbook, UInt8(LXW_CHART_SCATTER_STRAIGHT_WITH_MARKERS.rawValue))
    else {
      throw noMemory("workbook_add_chart", cell)
    }
    for series in chart.series { try add(series, of: chart, to: native, at: cell) }
    try setFrame(of: chart, on: native, at: cell)
    try place(
      native, at: cell, width: chart.widthInPixels, height: chart.heightInPixels,
      alternativeText: chart.alternativeText)
  }

  private func add(
    _ series: NativeLineChart.Series, of chart: NativeLineChart,
    to native: UnsafeMutablePointer<lxw_chart>, at cell: CellAddress
  ) throws(WorkbookError) {
    guard let added = chart_add_series(native, nil, nil) else { throw noMemory("chart_add_series", cell) }
    let sheetName = chart.dataSheet.text
    let (places, values) = (chart.places, series.values)
    chart_series_set_categories(
      added, sheetName, row(places.first), column(places.first), row(places.last), column(places.last))
    chart_series_set_values(
      added, sheetName, row(values.first), column(values.first), row(values.last), column(values.last))
    chart_series_set_name_range(added, sheetName, row(series.name), column(series.name))
    // chart.h, lxw_series_range: with ignore_cache the library writes what the cache holds.
    let isFull =
      pathbook_cache_numbers(
        added.pointee.categories, chart.placeNumbers, UInt16(clamping: chart.placeNumbers.count))
      && pathbook_cache_numbers(added.pointee.values, series.numbers, UInt16(clamping: series.numbers.count))
      && pathbook_cache_text(added.pointee.title.range, WorkbookText.chartName(series.nameText).string)
    guard isFull else { throw noMemory("chart data cache", cell) }
    var line = lxw_chart_line()
    let color = ChartPalette.color(series.emphasis) ?? ChartPalette.line(series.pathNumber)
    line.color = color
    line.width = series.isHighEnd ? 0.75 : 2.25
    line.dash_type = ChartPalette.dash(series.pathNumber)
    chart_series_set_line(added, &line)
    guard !series.isHighEnd else {
      chart_series_set_marker_type(added, UInt8(LXW_CHART_MARKER_NONE.rawValue))
      return
    }
    chart_series_set_marker_type(added, ChartPalette.marker(series.pathNumber))
    chart_series_set_marker_size(added, 6)
    var fill = lxw_chart_fill()
    fill.color = color
    chart_series_set_marker_fill(added, &fill)
    var border = lxw_chart_line()
    border.color = color
    chart_series_set_marker_line(added, &border)
  }

  private func setFrame(
    of chart: NativeLineChart, on native: UnsafeMutablePointer<lxw_chart>, at cell: CellAddress
  ) throws(WorkbookError) {
    chart_title_set_name(native, chart.title.string)
    var titleFont = font(size: 12, isBold: true)
    chart_title_set_name_font(native, &titleFont)
    chart_legend_set_position(native, UInt8(LXW_CHART_LEGEND_BOTTOM.rawValue))
    // chart.h: "The array should be terminated with -1." A high end is known by the line under it.
    var unnamed = chart.series.indices.filter { chart.series[$0].isHighEnd }.map(Int16.init) + [-1]
    guard unnamed.count == 1 || chart_legend_delete_series(native, &unnamed) == LXW_NO_ERROR else {
      throw noMemory("chart_legend_delete_series", cell)
    }
    var plain = font(size: 9, isBold: false)
    if let axis = native.pointee.x_axis {
      chart_axis_set_name(axis, chart.horizontalAxis.string)
      chart_axis_set_name_font(axis, &plain)
      chart_axis_set_num_font(axis, &plain)
      chart_axis_set_num_format(axis, "0")
      chart_axis_set_min(axis, 0)
      chart_axis_major_gridlines_set_visible(axis, 0)
    }
    if let axis = native.pointee.y_axis {
      chart_axis_set_name(axis, chart.verticalAxis.string)
      plain.rotation = -90
      chart_axis_set_name_font(axis, &plain)
      plain.rotation = 0
      chart_axis_set_num_font(axis, &plain)
      chart_axis_set_num_format(axis, chart.verticalFormat)
      setGridlines(of: axis)
    }
  }

  func noMemory(_ operation: String, _ cell: CellAddress) -> WorkbookError {
    WorkbookError(library: LXW_ERROR_MEMORY_MALLOC_FAILED, operation: operation, sheet: name, cell: cell)
  }
}

extension ChartPalette {
  /// Of ways that are neither the client's own nor the aim.
  private static let lines: [CellStyle.Color] = [0x858C96, 0x5B626C, ink]

  static func line(_ index: Int) -> CellStyle.Color { lines[index % lines.count] }

  /// Lines that differ in print without colors.
  static func dash(_ index: Int) -> UInt8 {
    let dashes = [
      LXW_CHART_LINE_DASH_DASH, LXW_CHART_LINE_DASH_SOLID, LXW_CHART_LINE_DASH_LONG_DASH,
      LXW_CHART_LINE_DASH_ROUND_DOT, LXW_CHART_LINE_DASH_SOLID,
    ]
    return UInt8(dashes[index % dashes.count].rawValue)
  }

  static func marker(_ index: Int) -> UInt8 {
    let markers = [
      LXW_CHART_MARKER_DIAMOND, LXW_CHART_MARKER_CIRCLE, LXW_CHART_MARKER_SQUARE, LXW_CHART_MARKER_TRIANGLE,
      LXW_CHART_MARKER_DIAMOND,
    ]
    return UInt8(markers[index % markers.count].rawValue)
  }
}

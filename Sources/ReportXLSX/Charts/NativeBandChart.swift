import CXlsxWriter
import ReportModel

/// A chart of a sheet.
enum SheetChart: Sendable, Equatable {
  case bars(NativeChart)
  case bands(NativeBandChart)

  var heightInPixels: Int {
    switch self {
    case .bars(let chart): chart.heightInPixels
    case .bands(let chart): chart.heightInPixels
    }
  }

  func with(widthInPixels width: Int) -> SheetChart {
    switch self {
    case .bars(var chart):
      chart.widthInPixels = width
      return .bars(chart)
    case .bands(var chart):
      chart.widthInPixels = width
      return .bands(chart)
    }
  }
}

/// The wages of places as bands over one axis, ready for the library: a chart of points whose thick lines are the bands.
///
/// Stacked bars would be bands too, but nothing that Excel lets stand among them marks one amount: neither the median nor
/// the client's pay.
struct NativeBandChart: Sendable, Equatable {
  enum Look: Sendable, Equatable {
    /// In points.
    case line(CellStyle.Color, width: Double)
    case marker(CellStyle.Color)
    /// Only its labels are seen.
    case nothing
  }

  enum Labels: Sendable, Equatable {
    enum Place: Sendable, Equatable { case below, right, center }

    case none
    /// A text for each point.
    case words([String], Place, isBold: Bool)
    /// The name of the series, over its only point.
    case nameAbove
  }

  struct Series: Sendable, Equatable {
    var name: WorkbookText
    /// Nil for a name that stays.
    var nameCell: CellAddress?
    /// Rows of the sheet with the data: the amounts, and beside them the heights.
    let rows: ClosedRange<Int>
    let amounts: [Double]
    let heights: [Double]
    let look: Look
    var labels = Labels.none
  }

  let dataSheet: SheetName
  let title: WorkbookText
  let alternativeText: WorkbookText
  let valueAxis: WorkbookText
  let valueFormat: String
  let axis: ClosedRange<Double>
  /// Heights count from 0 to here.
  let top: Double
  /// The first is drawn first.
  let series: [Series]
  /// About: this library leaves the plot's place to the program that shows it.
  let plotHeightInPixels: Int
  var widthInPixels = 720
  /// With the title, the axis and its name.
  var heightInPixels: Int { plotHeightInPixels + 100 }

  /// The columns of the sheet with the data.
  static let amountColumn = 1
  static let heightColumn = 2
}

extension Worksheet {
  /// Puts a chart of bands on the sheet, its upper left corner at the cell.
  mutating func insert(_ chart: NativeBandChart, at cell: CellAddress) throws(WorkbookError) {
    // workbook.h: "The workbook_add_chart() function creates a new chart object that can be added to a
    // worksheet"; the workbook frees it.
    guard let native = workbook_add_chart(workbook, UInt8(LXW_CHART_SCATTER_STRAIGHT_WITH_MARKERS.rawValue))
    else { throw noMemory("workbook_add_chart", cell) }
    for series in chart.series { try add(series, of: chart, to: native, at: cell) }
    setFrame(of: chart, on: native)
    try place(
      native, at: cell, width: chart.widthInPixels, height: chart.heightInPixels,
      alternativeText: chart.alternativeText)
  }

  private func add(
    _ series: NativeBandChart.Series, of chart: NativeBandChart,
    to native: UnsafeMutablePointer<lxw_chart>, at cell: CellAddress
  ) throws(WorkbookError) {
    guard let added = chart_add_series(native, nil, nil) else { throw noMemory("chart_add_series", cell) }
    let sheetName = chart.dataSheet.text
    func range(_ column: Int) -> CellRange { CellRange(rows: series.rows, columns: column...column) }
    let (amounts, heights) = (
      range(NativeBandChart.amountColumn), range(NativeBandChart.heightColumn)
    )
    chart_series_set_categories(
      added, sheetName, row(amounts.first), column(amounts.first), row(amounts.last), column(amounts.last))
    chart_series_set_values(
      added, sheetName, row(heights.first), column(heights.first), row(heights.last), column(heights.last))
    var isFull =
      pathbook_cache_numbers(
        added.pointee.categories, series.amounts, UInt16(clamping: series.amounts.count))
      && pathbook_cache_numbers(added.pointee.values, series.heights, UInt16(clamping: series.heights.count))
    if let name = series.nameCell {
      chart_series_set_name_range(added, sheetName, row(name), column(name))
      isFull = isFull && pathbook_cache_text(added.pointee.title.range, series.name.string)
    } else {
      chart_series_set_name(added, series.name.string)
    }
    guard isFull else { throw noMemory("chart data cache", cell) }
    setLook(series.look, of: added)
    try setLabels(series.labels, on: added, at: cell)
  }

  private func setLook(_ look: NativeBandChart.Look, of series: UnsafeMutablePointer<lxw_chart_series>) {
    var line = lxw_chart_line()
    line.none = 1
    // chart.h: the functions copy the struct that they are given.
    switch look {
    case .line(let color, let width):
      line = lxw_chart_line()
      line.color = color
      line.width = Float(width)
      chart_series_set_line(series, &line)
      chart_series_set_marker_type(series, UInt8(LXW_CHART_MARKER_NONE.rawValue))
    case .marker(let color):
      chart_series_set_line(series, &line)
      chart_series_set_marker_type(series, UInt8(LXW_CHART_MARKER_DIAMOND.rawValue))
      chart_series_set_marker_size(series, 11)
      var fill = lxw_chart_fill()
      fill.color = color
      chart_series_set_marker_fill(series, &fill)
      var border = lxw_chart_line()
      border.color = color
      chart_series_set_marker_line(series, &border)
    case .nothing:
      chart_series_set_line(series, &line)
      chart_series_set_marker_type(series, UInt8(LXW_CHART_MARKER_NONE.rawValue))
    }
  }

  private func setLabels(
    _ labels: NativeBandChart.Labels, on series: UnsafeMutablePointer<lxw_chart_series>, at cell: CellAddress
  ) throws(WorkbookError) {
    switch labels {
    case .none: return
    case .nameAbove:
      chart_series_set_labels(series)
      // chart.h: "chart_series_set_labels_options(): … show_name, show_category, show_value". The library writes
      // nothing for what is off, which LibreOffice takes for on: a value that is shown shows nothing.
      chart_series_set_labels_options(series, 1, 0, 0)
      chart_series_set_labels_num_format(series, ";;;")
      chart_series_set_labels_separator(series, UInt8(LXW_CHART_LABEL_SEPARATOR_SPACE.rawValue))
      chart_series_set_labels_position(series, UInt8(LXW_CHART_LABEL_POSITION_ABOVE.rawValue))
      var bold = font(size: 9, isBold: true)
      bold.color = ChartPalette.client
      chart_series_set_labels_font(series, &bold)
    case .words(let texts, let place, let isBold):
      let position =
        switch place {
        case .below: LXW_CHART_LABEL_POSITION_BELOW
        case .right: LXW_CHART_LABEL_POSITION_RIGHT
        case .center: LXW_CHART_LABEL_POSITION_CENTER
        }
      chart_series_set_labels(series)
      chart_series_set_labels_position(series, UInt8(position.rawValue))
      var letters = font(size: 9, isBold: isBold)
      chart_series_set_labels_font(series, &letters)
      try setCustomLabels(texts.map { WorkbookText.chartName($0) }, on: series, at: cell)
    }
  }

  private func setFrame(of chart: NativeBandChart, on native: UnsafeMutablePointer<lxw_chart>) {
    chart_title_set_name(native, chart.title.string)
    var titleFont = font(size: 12, isBold: true)
    chart_title_set_name_font(native, &titleFont)
    chart_legend_set_position(native, UInt8(LXW_CHART_LEGEND_NONE.rawValue))
    var plain = font(size: 9, isBold: false)
    if let axis = native.pointee.x_axis {
      chart_axis_set_name(axis, chart.valueAxis.string)
      chart_axis_set_name_font(axis, &plain)
      chart_axis_set_num_font(axis, &plain)
      chart_axis_set_num_format(axis, chart.valueFormat)
      chart_axis_set_min(axis, chart.axis.lowerBound)
      chart_axis_set_max(axis, chart.axis.upperBound)
      chart_axis_major_gridlines_set_visible(axis, 0)
    }
    if let axis = native.pointee.y_axis {
      chart_axis_set_min(axis, 0)
      chart_axis_set_max(axis, chart.top)
      chart_axis_major_gridlines_set_visible(axis, 0)
      // chart.h: "chart_axis_off(): … Turn off/hide an axis".
      chart_axis_off(axis)
    }
  }
}

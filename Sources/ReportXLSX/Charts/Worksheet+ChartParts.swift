import CXlsxWriter

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

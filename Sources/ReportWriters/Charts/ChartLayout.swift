import ReportModel

/// Draws a chart of any kind: one code for every format that shows it.
enum ChartLayout {
  static func drawing(_ chart: Chart, _ options: ChartOptions, _ formatter: ValueFormatter) -> ChartDrawing {
    let needed = draw(chart, options, formatter, extraHeight: 0)
    guard let height = options.height, height > needed.height else { return needed }
    var drawing = draw(chart, options, formatter, extraHeight: height - needed.height)
    drawing.height = max(height, drawing.height)
    return drawing
  }

  private static func draw(
    _ chart: Chart, _ options: ChartOptions, _ formatter: ValueFormatter, extraHeight: Double
  ) -> ChartDrawing {
    let page = ChartPage(chart, width: options.width, formatter: formatter)
    var finished: ChartPage
    switch chart.kind {
    case .bars, .ranges:
      var layout = BarLayout(page, extraHeight: extraHeight)
      finished = layout.draw()
    case .distribution:
      var layout = DistributionLayout(page)
      finished = layout.draw()
    case .lines:
      var layout = LineLayout(page, extraHeight: extraHeight)
      finished = layout.draw()
    }
    finished.drawing.height = finished.y.rounded(.up)
    return finished.drawing.withLinesBehindWords
  }
}

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
    return finished.drawing.withWordsClear
  }
}

extension ChartDrawing {
  /// Where the line of the client's pay runs behind words, the paper covers it.
  fileprivate var withWordsClear: ChartDrawing {
    var drawing = self
    for case .line(let points, .reference, _, _) in shapes {
      guard let top = points.first, let bottom = points.last else { continue }
      let line = Box(x: top.x - 1, y: top.y, width: 2, height: bottom.y - top.y)
      for label in labels where label.box.overlaps(line) {
        let box = label.box
        let covered = Box(x: max(box.x, top.x - 4), y: box.y, width: 8, height: box.height)
        drawing.shapes.append(
          .bar(
            Box(
              x: covered.x, y: covered.y, width: min(covered.right, box.right) - covered.x, height: box.height
            ),
            .paper))
      }
    }
    return drawing
  }
}

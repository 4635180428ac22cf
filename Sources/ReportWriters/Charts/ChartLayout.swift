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

/// A chart as shapes and words with their places, before any format is written. In pixels, from the upper left.
struct ChartDrawing: Equatable {
  struct Point: Equatable {
    var x: Double
    var y: Double
  }

  struct Box: Equatable {
    var x: Double
    var y: Double
    var width: Double
    var height: Double

    var right: Double { x + width }
    var bottom: Double { y + height }

    /// True when the insides have a point in common.
    func overlaps(_ other: Box) -> Bool {
      x < other.right && other.x < right && y < other.bottom && other.y < bottom
    }
  }

  enum Anchor: String { case start, middle, end }

  /// One line of words.
  struct Label: Equatable {
    let text: String
    let anchor: Anchor
    /// The place of the anchor on the line that the letters stand on.
    let at: Point
    let size: Double
    var isBold = false
    var color = ChartColor.ink

    /// Where the words stand, on the wide side.
    var box: Box {
      let width = TextWidth.of(text, size: size, isBold: isBold)
      let left =
        switch anchor {
        case .start: at.x
        case .middle: at.x - width / 2
        case .end: at.x - width
        }
      return Box(x: left, y: at.y - size * 0.8, width: width, height: size)
    }
  }

  enum Dash: String {
    case solid = ""
    case dashes = "7 4"
    case longDashes = "12 5"
    case dots = "2 4"
  }

  enum Marker: CaseIterable { case circle, square, diamond, triangle }

  enum Shape: Equatable {
    case bar(Box, ChartColor)
    case line([Point], ChartColor, width: Double, Dash)
    case marker(Marker, at: Point, ChartColor)
  }

  var width: Double
  var height: Double
  var shapes: [Shape] = []
  var labels: [Label] = []
}

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

  enum Marker: CaseIterable {
    case circle, square, diamond, triangle
    /// Points down, at what is below it.
    case pointer
  }

  /// How a band ends.
  enum End: Equatable {
    /// With corners of this radius.
    case round(Double)
    case square
    /// With a point of this length: it goes on.
    case arrow(Double)
  }

  enum Shape: Equatable {
    case bar(Box, ChartColor)
    case band(Box, start: End, end: End, ChartColor, edge: ChartColor?)
    /// Between two lines from left to right: filled so thinly that what lies under it can be seen.
    case area(low: [Point], high: [Point], ChartColor)
    case line([Point], ChartColor, width: Double, Dash)
    case marker(Marker, at: Point, ChartColor)
  }

  var width: Double
  var height: Double
  var shapes: [Shape] = []
  var labels: [Label] = []
}

extension ChartDrawing {
  /// Upright lines stand behind words: where there are any, they are not drawn.
  var withLinesBehindWords: ChartDrawing {
    var drawing = self
    let words = labels.map(\.box)
    drawing.shapes = shapes.flatMap { shape -> [Shape] in
      guard case .line(let points, let color, let width, let dash) = shape, points.count == 2,
        points[0].x == points[1].x
      else { return [shape] }
      return Self.free(points[0], points[1].y, width: width, of: words).map { piece in
        .line(
          [Point(x: points[0].x, y: piece.top), Point(x: points[0].x, y: piece.bottom)], color, width: width,
          dash)
      }
    }
    return drawing
  }

  private static let clearance = 3.0

  /// The pieces of an upright line that meet no words; those too short to see are left out.
  private static func free(_ top: Point, _ bottom: Double, width: Double, of words: [Box]) -> [(
    top: Double, bottom: Double
  )] {
    let line = Box(
      x: top.x - width / 2 - clearance, y: top.y, width: width + 2 * clearance, height: bottom - top.y)
    var pieces: [(top: Double, bottom: Double)] = []
    var y = top.y
    for box in words.filter(line.overlaps).sorted(by: { $0.y < $1.y }) {
      pieces.append((y, box.y - clearance))
      y = max(y, box.bottom + clearance)
    }
    return (pieces + [(y, bottom)]).filter { $0.bottom - $0.top > 1 }
  }
}

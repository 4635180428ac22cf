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

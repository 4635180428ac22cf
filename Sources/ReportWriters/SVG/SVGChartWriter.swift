import ReportModel

/// Writes charts as SVG: real text, a title and a description for readers who cannot see them, and no script.
///
/// A file has plain attributes and no style sheet: to many programs a rule with a variable is a color that they do not
/// know, and they paint black. A chart inside a page takes its colors from ``styleSheet`` (`--pathbook-ink`), which
/// follows the reader's screen. The classes (`f-ink`, `s-ink`) are there for the rules of other pages too.
///
/// ```swift
/// let svg = SVGChartWriter(options: ChartOptions(width: 640, theme: .dark)).svg(chart, of: report)
/// ```
public struct SVGChartWriter: Sendable {
  private let options: ChartOptions

  public init(options: ChartOptions = ChartOptions()) { self.options = options }

  /// The elements of a page for one chart: wide, and narrow for a telephone. ``styleSheet`` shows one of them, so that
  /// a reader who listens hears one; without it the wide one is shown.
  static func pair(_ chart: Chart, of report: Report) -> String {
    let wide = SVGChartWriter(options: ChartOptions()).svg(chart, of: report)
    let narrow = SVGChartWriter(options: ChartOptions(width: ChartOptions.ofTelephone))
      .svg(
        chart, of: report, idPrefix: "\(chart.id)-narrow", attributes: " display=\"none\"", suffix: " narrow")
    return wide + narrow
  }

  /// One document, or one element of a page; its ids start with that of the chart.
  public func svg(_ chart: Chart, of report: Report) -> String {
    svg(chart, of: report, idPrefix: chart.id, attributes: "", suffix: "")
  }

  /// - Parameter suffix: of the class.
  private func svg(
    _ chart: Chart, of report: Report, idPrefix: String, attributes: String, suffix: String
  ) -> String {
    let formatter = ValueFormatter(for: report)
    let drawing = ChartLayout.drawing(chart, options, formatter)
    let (title, description) = ("\(idPrefix)-title", "\(idPrefix)-description")
    var lines = [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"pathbook-chart\(suffix)\"\(attributes) role=\"img\" "
        + "width=\"\(number(drawing.width))\" height=\"\(number(drawing.height))\" "
        + "viewBox=\"0 0 \(number(drawing.width)) \(number(drawing.height))\" "
        + "lang=\"\(SVGEscaping.escaped(report.language))\" font-family=\"\(Self.fonts)\" "
        + "aria-labelledby=\"\(SVGEscaping.escaped(title)) \(SVGEscaping.escaped(description))\">",
      "<title id=\"\(SVGEscaping.escaped(title))\">\(SVGEscaping.escaped(formatter.text(chart.title)))</title>",
      "<desc id=\"\(SVGEscaping.escaped(description))\">"
        + "\(SVGEscaping.escaped(formatter.text(chart.alternativeText)))</desc>",
    ]
    if options.theme != .print {
      let paper = paint(.paper)
      lines.append(
        "<rect width=\"\(number(drawing.width))\" height=\"\(number(drawing.height))\" \(paper)/>")
    }
    lines += drawing.shapes.map(element)
    lines += drawing.labels.map(element)
    return (lines + ["</svg>", ""]).joined(separator: "\n")
  }

  /// The first is what the set-up installs, and what widths are estimated for.
  static let fonts = "DejaVu Sans, Verdana, Segoe UI, sans-serif"

  /// The rules of charts inside a page: light, and dark where the reader's screen is.
  static let styleSheet =
    rules(.light) + "@media screen and (prefers-color-scheme:dark){\(rules(.dark))}"
    + "@media screen and (max-width:49rem){.pathbook-chart{display:none}.pathbook-chart.narrow{display:inline}}"

  /// A page around the chart sets variables without the theme's names; the chart's own are the fallback. Before each
  /// stands the color itself, for programs that do not know variables.
  private static func rules(_ theme: ChartTheme) -> String {
    let rules = ChartColor.allCases.map { color in
      let (name, hex) = (color.name, theme.color(color).hex)
      return [("f", "fill"), ("s", "stroke")].map { letter, property in
        ".pathbook-chart .\(letter)-\(name){\(property):\(hex);\(property):var(--pathbook-\(name),\(hex))}"
      }.joined()
    }
    return rules.joined()
  }

  private func paint(_ color: ChartColor, edge: ChartColor? = nil) -> String {
    "class=\"f-\(color.name)\(edge.map { " s-\($0.name)" } ?? "")\" fill=\"\(options.theme.color(color).hex)\""
  }

  private func element(_ shape: ChartDrawing.Shape) -> String {
    switch shape {
    case .bar(let box, let color):
      return "<rect x=\"\(number(box.x))\" y=\"\(number(box.y))\" width=\"\(number(box.width))\" "
        + "height=\"\(number(box.height))\" \(paint(color))/>"
    case .band(let box, let start, let end, let color, let edge):
      let stroke = edge.map { " stroke=\"\(options.theme.color($0).hex)\"" } ?? ""
      return "<path d=\"\(path(box, start, end))\" \(paint(color, edge: edge))\(stroke)/>"
    case .area(let low, let high, let color):
      return "<path d=\"M\(places(high + low.reversed()))z\" fill-opacity=\"0.2\" \(paint(color))/>"
    case .line(let points, let color, let width, let dash):
      let dashes = dash == .solid ? "" : " stroke-dasharray=\"\(dash.rawValue)\""
      return "<polyline points=\"\(places(points))\" class=\"s-\(color.name)\" fill=\"none\" "
        + "stroke=\"\(options.theme.color(color).hex)\" stroke-width=\"\(number(width))\"\(dashes)/>"
    case .marker(let marker, let at, let color):
      return "<path d=\"\(path(marker, at))\" \(paint(color))/>"
    }
  }

  private func places(_ points: [ChartDrawing.Point]) -> String {
    points.map { "\(number($0.x)),\(number($0.y))" }.joined(separator: " ")
  }

  private func path(_ marker: ChartDrawing.Marker, _ at: ChartDrawing.Point) -> String {
    let (x, y) = (number(at.x), number(at.y))
    return switch marker {
    case .circle: "M\(x) \(y)m-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z"
    case .square: "M\(x) \(y)m-4-4h8v8h-8z"
    case .diamond: "M\(x) \(y)m0-6l6 6l-6 6l-6-6z"
    case .triangle: "M\(x) \(y)m0-5l5 9h-10z"
    case .pointer: "M\(x) \(y)m-6-5h12l-6 10z"
    }
  }

  private func path(_ box: ChartDrawing.Box, _ start: ChartDrawing.End, _ end: ChartDrawing.End) -> String {
    let (left, top, right, bottom) = (number(box.x), number(box.y), number(box.right), number(box.bottom))
    let middle = number(box.y + box.height / 2)
    func corner(_ radius: Double, _ x: Double, _ y: Double) -> String {
      "A\(number(radius)) \(number(radius)) 0 0 1 \(number(x)) \(number(y))"
    }
    let first =
      switch start {
      case .square: "M\(left) \(bottom)V\(top)"
      case .round(let radius):
        "M\(number(box.x + radius)) \(bottom)\(corner(radius, box.x, box.bottom - radius))"
          + "V\(number(box.y + radius))\(corner(radius, box.x + radius, box.y))"
      case .arrow(let length):
        "M\(number(box.x + length)) \(bottom)L\(left) \(middle)L\(number(box.x + length)) \(top)"
      }
    let last =
      switch end {
      case .square: "H\(right)V\(bottom)"
      case .round(let radius):
        "H\(number(box.right - radius))\(corner(radius, box.right, box.y + radius))"
          + "V\(number(box.bottom - radius))\(corner(radius, box.right - radius, box.bottom))"
      case .arrow(let length):
        "H\(number(box.right - length))L\(right) \(middle)L\(number(box.right - length)) \(bottom)"
      }
    return first + last + "z"
  }

  private func element(_ label: ChartDrawing.Label) -> String {
    let anchor = label.anchor == .start ? "" : " text-anchor=\"\(label.anchor.rawValue)\""
    let weight = label.isBold ? " font-weight=\"bold\"" : ""
    return "<text x=\"\(number(label.at.x))\" y=\"\(number(label.at.y))\" font-size=\"\(number(label.size))\""
      + "\(anchor)\(weight) \(paint(label.color))>\(SVGEscaping.escaped(label.text))</text>"
  }

  /// With one digit after the point at most.
  private func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    let digit = tenths.magnitude % 10
    return "\(sign)\(tenths.magnitude / 10)" + (digit == 0 ? "" : ".\(digit)")
  }
}

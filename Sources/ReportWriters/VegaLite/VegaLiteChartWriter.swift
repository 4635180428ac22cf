import ReportModel
import Tabular

/// Writes charts as Vega-Lite v5 specifications with their data inside, for notebooks and pages that draw their own.
///
/// ```swift
/// let bytes = VegaLiteChartWriter().bytes(chart, of: report)
/// ```
public struct VegaLiteChartWriter: Sendable {
  private static let schema = "https://vega.github.io/schema/vega-lite/v5.json"

  private let options: ChartOptions

  public init(options: ChartOptions = ChartOptions()) { self.options = options }

  /// One JSON document in UTF-8.
  public func bytes(_ chart: Chart, of report: Report) -> [UInt8] {
    let formatter = ValueFormatter(for: report)
    var members: [(name: String, value: JSONText)] = [
      ("$schema", .string(Self.schema)),
      ("title", title(chart, formatter)),
      ("description", .string(formatter.text(chart.alternativeText))),
      ("width", .number(options.width)),
      ("background", .string(options.theme.color(.paper).hex)),
      ("data", ["values": .array(values(chart, formatter))]),
      ("layer", .array(chart.kind == .lines ? lines(chart) : bars(chart) + reference(chart, formatter))),
      ("config", config),
    ]
    if let height = options.height { members.append(("height", .number(height))) }
    return JSONText.object(members).bytes
  }

  private func title(_ chart: Chart, _ formatter: ValueFormatter) -> JSONText {
    [
      "text": .string(formatter.text(chart.title)), "subtitle": .string(formatter.text(chart.source)),
      "anchor": "start",
    ]
  }

  /// A row for each point. Its key holds the number of its group, so that equal labels of two groups stay apart.
  private func values(_ chart: Chart, _ formatter: ValueFormatter) -> [JSONText] {
    chart.groups.enumerated().flatMap { index, group in
      group.points.map { point in
        let shown =
          point.low.map { Value.range(low: $0, high: point.high, isOpen: false) } ?? .quantity(point.high)
        return [
          "key": .string("\(index)|\(point.markedLabel)"), "label": .string(point.label),
          "group": .string(group.title), "low": .number(point.low?.amount ?? 0),
          "high": .number(point.high.amount), "shown": .string(formatter.text(shown)),
          "emphasis": .string(point.emphasis.rawValue),
        ]
      }
    }
  }

  private func bars(_ chart: Chart) -> [JSONText] {
    // The labels say what they are; a title would lie over long ones.
    let row: JSONText = [
      "field": "key", "type": "nominal", "sort": .null, "title": .null,
      "axis": ["labelExpr": "slice(datum.label, indexof(datum.label, '|') + 1)", "labelLimit": .number(360)],
    ]
    let bar: JSONText = [
      "mark": ["type": "bar", "height": .number(16)],
      "encoding": [
        "y": row,
        "x": [
          "field": "low", "type": "quantitative", "title": .string(chart.valueAxis),
        ], "x2": ["field": "high"], "color": color,
        "tooltip": [["field": "label", "type": "nominal"], ["field": "shown", "type": "nominal"]],
      ],
    ]
    let words: JSONText = [
      "mark": ["type": "text", "align": "left", "dx": .number(5)],
      "encoding": [
        "y": row, "x": ["field": "high", "type": "quantitative"],
        "text": ["field": "shown", "type": "nominal"],
      ],
    ]
    return [bar, words]
  }

  private func reference(_ chart: Chart, _ formatter: ValueFormatter) -> [JSONText] {
    guard let reference = chart.reference else { return [] }
    let data: JSONText = [
      "values": [
        [
          "pay": .number(reference.quantity.amount),
          "shown": .string("\(reference.label): \(formatter.text(reference.quantity))"),
        ]
      ]
    ]
    let place: JSONText = ["field": "pay", "type": "quantitative"]
    return [
      [
        "data": data, "mark": ["type": "rule", "strokeDash": [.number(7), .number(4)], "size": .number(2)],
        "encoding": ["x": place],
      ],
      [
        "data": data,
        "mark": ["type": "text", "baseline": "bottom", "dy": .number(-4), "fontWeight": "bold"],
        "encoding": [
          "x": place, "y": ["value": .number(0)], "text": ["field": "shown", "type": "nominal"],
        ],
      ],
    ]
  }

  private func lines(_ chart: Chart) -> [JSONText] {
    [
      [
        "mark": ["type": "line", "point": .bool(true)],
        "encoding": [
          "x": [
            "field": "label", "type": "ordinal", "sort": .null, "title": .string(chart.categoryAxis),
            "axis": ["labelAngle": .number(0)],
          ],
          "y": ["field": "high", "type": "quantitative", "title": .string(chart.valueAxis)], "color": color,
          "strokeDash": ["field": "group", "type": "nominal", "title": .null, "sort": .null],
          "tooltip": [["field": "group", "type": "nominal"], ["field": "shown", "type": "nominal"]],
        ],
      ]
    ]
  }

  private var color: JSONText {
    let colors = (0..<ChartColor.groupCount).map { JSONText.string(options.theme.color(.group($0)).hex) }
    return [
      "field": "group", "type": "nominal", "title": .null, "sort": .null, "scale": ["range": .array(colors)],
      "legend": ["orient": "bottom", "direction": "vertical", "labelLimit": .number(600)],
    ]
  }

  private var config: JSONText {
    let ink = JSONText.string(options.theme.color(.ink).hex)
    let muted = JSONText.string(options.theme.color(.muted).hex)
    return [
      "font": .string(SVGChartWriter.fonts), "title": ["color": ink, "subtitleColor": muted],
      "axis": ["labelColor": ink, "titleColor": muted],
      "legend": ["labelColor": ink], "text": ["color": ink], "rule": ["color": ink],
    ]
  }
}

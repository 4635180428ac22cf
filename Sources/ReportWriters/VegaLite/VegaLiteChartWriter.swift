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
      ("background", .string(options.theme.color(.paper).hex)),
      ("data", ["values": .array(values(chart, formatter))]),
      ("config", config),
    ]
    var drawing: [(name: String, value: JSONText)] = [
      ("width", .number(options.width)), ("layer", .array(layers(chart, formatter))),
    ]
    if let height = options.height {
      drawing.append(("height", .number(height)))
    } else if chart.kind == .distribution {
      // Room for the wages below each band.
      drawing.append(("height", ["step": .number(70)]))
    }
    if chart.kind != .lines, chart.kind != .distribution, chart.groups.count > 1 {
      // The title of each group above its bars; the numbers of the groups keep their order.
      members += [
        ("facet", ["row": facet(chart)]), ("spec", .object(drawing)),
        ("resolve", ["scale": ["y": "independent"]]),
      ]
    } else {
      members += drawing
    }
    return JSONText.object(members).bytes
  }

  private func layers(_ chart: Chart, _ formatter: ValueFormatter) -> [JSONText] {
    switch chart.kind {
    case .lines: lines(chart)
    case .distribution: bands(chart) + reference(chart, formatter)
    case .bars: bars(chart) + reference(chart, formatter)
    case .ranges: bars(chart) + ends(chart) + reference(chart, formatter)
    }
  }

  private func facet(_ chart: Chart) -> JSONText {
    [
      "field": "group", "type": "nominal", "title": .null,
      "sort": .array(chart.groups.map { .string($0.title) }),
      "header": [
        "labelOrient": "top", "labelAngle": .number(0), "labelAnchor": "start", "labelAlign": "left",
        "labelLimit": .number(600), "labelColor": .string(options.theme.color(.muted).hex),
      ],
    ]
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
        // A dot has its only amount at both ends.
        let low = point.low?.amount ?? ([.ranges, .lines].contains(chart.kind) ? point.high.amount : 0)
        let emphasis = chart.kind == .lines ? group.emphasis : point.emphasis
        return [
          "key": .string("\(index)|\(point.markedLabel)"), "label": .string(point.label),
          "group": .string(group.title), "low": .number(low),
          "high": .number(point.high.amount), "shown": .string(shown(point, formatter)),
          "open": .bool(point.isOpen), "percentile": point.percentile.map { .number($0) } ?? .null,
          "emphasis": .string(emphasis.rawValue),
        ]
      }
    }
  }

  private func shown(_ point: ChartPoint, _ formatter: ValueFormatter) -> String {
    let words = formatter.text(point.value)
    return point.statistic.isEmpty ? words : "\(words) (\(point.statistic))"
  }

  /// A band for each place, its middle half, its median and the wages at its ends and there.
  private func bands(_ chart: Chart) -> [JSONText] {
    let row: JSONText = [
      "field": "group", "type": "nominal", "sort": .null, "title": .null,
      "axis": ["labelLimit": .number(360)],
    ]
    let axis: JSONText = ["zero": .bool(false)]
    func wage(_ aggregate: String?) -> JSONText {
      aggregate.map {
        [
          "aggregate": .string($0), "field": "high", "type": "quantitative", "scale": axis,
          "title": .string(chart.valueAxis),
        ]
      } ?? ["field": "high", "type": "quantitative", "scale": axis, "title": .string(chart.valueAxis)]
    }
    func band(_ color: ChartColor, _ filter: String) -> JSONText {
      [
        "transform": [["filter": .string(filter)]],
        "mark": [
          "type": "bar", "height": .number(26), "color": .string(options.theme.color(color).hex),
          "stroke": .string(options.theme.color(.edge).hex),
        ],
        "encoding": ["y": row, "x": wage("min"), "x2": ["aggregate": "max", "field": "high"]],
      ]
    }
    let median: JSONText = [
      "transform": [["filter": "datum.percentile === 50"]],
      "mark": [
        "type": "tick", "thickness": .number(3), "size": .number(26),
        "color": .string(options.theme.color(.ink).hex),
      ],
      "encoding": ["y": row, "x": wage(nil)],
    ]
    let words: JSONText = [
      "transform": [["filter": "indexof([10, 50, 90], datum.percentile) >= 0"]],
      "mark": ["type": "text", "dy": .number(24)],
      "encoding": ["y": row, "x": wage(nil), "text": ["field": "shown", "type": "nominal"]],
    ]
    return [
      band(.band, "true"), band(.middle, "indexof([25, 75], datum.percentile) >= 0"), median, words,
    ]
  }

  private func bars(_ chart: Chart) -> [JSONText] {
    let bar: JSONText = [
      "mark": ["type": "bar", "height": .number(16)],
      "encoding": [
        "y": Self.row,
        "x": [
          "field": "low", "type": "quantitative", "title": .string(chart.valueAxis),
          "scale": ["zero": .bool(chart.kind == .bars)],
        ], "x2": ["field": "high"], "color": color(by: "emphasis", of: chart),
        "tooltip": [["field": "label", "type": "nominal"], ["field": "shown", "type": "nominal"]],
      ],
    ]
    let words: JSONText = [
      "mark": ["type": "text", "align": "left", "dx": .number(chart.kind == .ranges ? 9 : 5)],
      "encoding": [
        "y": Self.row, "x": ["field": "high", "type": "quantitative"],
        "text": ["field": "shown", "type": "nominal"],
      ],
    ]
    return [bar, words]
  }

  // The labels say what they are; a title would lie over long ones.
  private static let row: JSONText = [
    "field": "key", "type": "nominal", "sort": .null, "title": .null,
    "axis": ["labelExpr": "slice(datum.label, indexof(datum.label, '|') + 1)", "labelLimit": .number(360)],
  ]

  /// A dot for a single amount among ranges, an arrow where the source says "or more".
  private func ends(_ chart: Chart) -> [JSONText] {
    [("circle", "!datum.open && datum.low === datum.high"), ("triangle-right", "datum.open")].map {
      shape, filter in
      [
        "transform": [["filter": .string(filter)]],
        "mark": [
          "type": "point", "filled": .bool(true), "opacity": .number(1), "size": .number(120),
          "shape": .string(shape),
        ],
        "encoding": [
          "y": Self.row, "x": ["field": "high", "type": "quantitative"],
          "color": color(by: "emphasis", of: chart),
        ],
      ]
    }
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

  /// A line of the low ends, and up to the high ends a band with an edge.
  private func lines(_ chart: Chart) -> [JSONText] {
    let place: JSONText = ["field": "label", "type": "ordinal", "sort": .null]
    let band: JSONText = [
      "transform": [["filter": "datum.low !== datum.high"]],
      "mark": ["type": "area", "opacity": .number(0.2), "line": .bool(true)],
      "encoding": [
        "x": place, "y": ["field": "high", "type": "quantitative"], "y2": ["field": "low"],
        "color": color(by: "group", of: chart),
      ],
    ]
    let hasBand = chart.groups.flatMap(\.points).contains { $0.low != nil }
    return (hasBand ? [band] : []) + [
      [
        "mark": ["type": "line", "point": .bool(true)],
        "encoding": [
          "x": [
            "field": "label", "type": "ordinal", "sort": .null, "title": .string(chart.categoryAxis),
            "axis": ["labelAngle": .number(0)],
          ],
          "y": ["field": "low", "type": "quantitative", "title": .string(chart.valueAxis)],
          "color": color(by: "group", of: chart),
          "strokeDash": ["field": "group", "type": "nominal", "sort": .null, "legend": .null],
          "tooltip": [["field": "group", "type": "nominal"], ["field": "shown", "type": "nominal"]],
        ],
      ]
    ]
  }

  /// By meaning: the client's, the aim, the rest. Lines have their names in a legend.
  private func color(by field: String, of chart: Chart) -> JSONText {
    let isOfLines = field == "group"
    let drawn = chart.groups.filter { !$0.points.isEmpty }
    let meanings = isOfLines ? drawn.map(\.emphasis) : [Emphasis.none, .present, .target]
    let names = isOfLines ? drawn.map(\.title) : meanings.map(\.rawValue)
    let colors = meanings.map { JSONText.string(options.theme.color(ChartColor($0)).hex) }
    let legend: JSONText =
      isOfLines ? ["orient": "bottom", "direction": "vertical", "labelLimit": .number(600)] : .null
    return [
      "field": .string(field), "type": "nominal", "title": .null, "sort": .null,
      "scale": ["domain": .array(names.map { .string($0) }), "range": .array(colors)], "legend": legend,
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

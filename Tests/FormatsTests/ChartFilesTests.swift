import Export
import Foundation
import FoundationXML
import ReportModel
import ReportWriters
import SampleReports
import Testing

/// The charts of every sample client, as files.
struct ChartFilesTests {
  private static func texts(_ svg: String) throws -> [String: [String]] {
    let reader = TextReader()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = reader
    try #require(parser.parse(), "\(String(describing: parser.parserError))")
    return reader.texts
  }

  private final class TextReader: NSObject, XMLParserDelegate {
    var texts: [String: [String]] = [:]
    private var text = ""

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) { text = "" }

    func parser(_ parser: XMLParser, foundCharacters characters: String) { text += characters }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) {
      texts[name, default: []].append(text)
      text = ""
    }
  }

  @Test(arguments: SampleClients.ids, ChartTheme.allCases)
  func `a chart is small, well-formed, and has a title, a description and every value as text`(
    _ id: String, _ theme: ChartTheme
  ) throws {
    let report = try SampleClients.report(id)
    let formatter = ValueFormatter(for: report)
    let writer = SVGChartWriter(options: ChartOptions(theme: theme))
    let charts = try report.charts()
    #expect(charts.count >= 3)
    for chart in charts {
      let svg = writer.svg(chart, of: report)
      #expect(svg.utf8.count < 20_000, "\(chart.id)")
      #expect(svg == writer.svg(chart, of: report))
      #expect(!svg.contains("<script") && !svg.contains("href"))
      let texts = try Self.texts(svg)
      #expect(texts["title"] == [formatter.text(chart.title)])
      #expect(texts["desc"]?.first?.isEmpty == false)
      // The numbers of a line stand in its description, since they would cover it, and so do the ends of a middle half.
      let words = (texts["text"] ?? []).joined(separator: " ")
      let described = texts["desc"]?.first ?? ""
      for point in chart.groups.flatMap(\.points) where chart.kind != .lines {
        let value = formatter.text(point.value)
        let isInWords = chart.kind != .distribution || [10, 50, 90].contains(point.percentile)
        #expect((isInWords ? words : described).contains(value), "\(chart.id) \(point.id)")
        #expect(described.contains(value), "\(chart.id) \(point.id)")
      }
      for group in chart.groups where chart.kind == .lines {
        let end = group.points.last.map { formatter.text($0.high) } ?? group.note
        #expect(!end.isEmpty && described.contains(end), "\(group.title)")
      }
    }
  }

  /// Many programs know no style sheet, or no variables in it, and paint black what has no color of its own.
  @Test(arguments: SampleClients.ids, ChartTheme.allCases)
  func `each element of a chart's file has its colors as plain attributes`(
    _ id: String, _ theme: ChartTheme
  ) throws {
    let report = try SampleClients.report(id)
    for chart in try report.charts() {
      let svg = SVGChartWriter(options: ChartOptions(theme: theme)).svg(chart, of: report)
      #expect(!svg.contains("<style") && !svg.contains("style=") && !svg.contains("var("))
      let elements = try Self.elements(svg)
      for (name, attributes) in elements where !["svg", "title", "desc"].contains(name) {
        let (fill, stroke) = (attributes["fill"] ?? "", attributes["stroke"] ?? "")
        if name == "polyline" {
          #expect(fill == "none" && Self.isColor(stroke), "\(chart.id) \(attributes)")
          #expect(Double(attributes["stroke-width"] ?? "") ?? 0 > 0)
        } else {
          #expect(["rect", "path", "text"].contains(name) && Self.isColor(fill), "\(chart.id) \(attributes)")
          #expect(stroke.isEmpty || Self.isColor(stroke), "\(chart.id) \(attributes)")
        }
      }
      #expect(Set(elements.map(\.name)).isSuperset(of: ["svg", "title", "desc", "text"]))
    }
  }

  @Test func `in a page the color itself stands before each variable, for those who know none`() throws {
    let report = try SampleClients.report("worked-example")
    let files = HTMLReportWriter(template: try SampleClients.template().html).files(for: report)
    let page = String(decoding: try #require(files.first).bytes, as: UTF8.self)
    let rules = page.matches(of: /\.pathbook-chart \.[fs]-[^{]+\{([^}]*)\}/).map { String($0.1) }
    #expect(rules.count >= 34)
    for rule in rules {
      let words = rule.wholeMatch(
        of: /(fill|stroke):(#[0-9A-F]{6});(fill|stroke):var\(--[a-z0-9-]+,(#[0-9A-F]{6})\)/)
      #expect(words?.1 == words?.3 && words?.2 == words?.4 && words != nil, "\(rule)")
    }
  }

  private static func isColor(_ text: String) -> Bool { text.wholeMatch(of: /#[0-9A-F]{6}/) != nil }

  private static func elements(_ svg: String) throws -> [(name: String, attributes: [String: String])] {
    let reader = ElementReader()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = reader
    try #require(parser.parse(), "\(String(describing: parser.parserError))")
    return reader.elements
  }

  private final class ElementReader: NSObject, XMLParserDelegate {
    var elements: [(name: String, attributes: [String: String])] = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) { elements.append((name, attributes)) }
  }

  @Test(arguments: SampleClients.ids)
  func `a Vega-Lite specification holds every value of the chart`(_ id: String) throws {
    let report = try SampleClients.report(id)
    for chart in try report.charts() {
      let bytes = VegaLiteChartWriter().bytes(chart, of: report)
      let root = try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
      #expect(root["$schema"] as? String == "https://vega.github.io/schema/vega-lite/v5.json")
      let values = (root["data"] as? [String: Any])?["values"] as? [[String: Any]] ?? []
      #expect(values.map { $0["high"] as? Double } == chart.groups.flatMap(\.points).map(\.high.amount))
      let keys = values.compactMap { $0["key"] as? String }
      #expect(chart.kind == .lines || Set(keys).count == values.count, "\(chart.id)")
    }
  }

  @Test(.enabled(if: IndependentReaders.python != nil, "\(IndependentReaders.missing)"))
  func `Vega-Lite's schema takes every specification, and Vega-Lite draws it with the words of the chart`()
    throws
  {
    // One start of each program serves all charts.
    let charts = try SampleClients.ids.flatMap { id in
      let report = try SampleClients.report(id)
      return try report.charts().map { (report: report, chart: $0) }
    }
    let specifications = charts.map { VegaLiteChartWriter().bytes($0.chart, of: $0.report) }
    #expect(try IndependentReaders.vegaLiteProblems(specifications).isEmpty)
    let drawings = try IndependentReaders.drawnByVegaLite(specifications)
    try #require(drawings.count == charts.count && charts.count >= 3 * SampleClients.ids.count)
    for ((report, chart), svg) in zip(charts, drawings) {
      let formatter = ValueFormatter(for: report)
      let words = try Self.texts(svg)["text"] ?? []
      #expect(words.contains(formatter.text(chart.title)), "\(report.clientID) \(chart.id)")
      for point in chart.groups.flatMap(\.points) where chart.kind == .bars {
        #expect(
          words.contains(formatter.text(point.value)), "\(report.clientID) \(chart.id) \(point.id)")
      }
    }
  }

  @Test func `the projection has the lines of the what-if, to the horizon`() throws {
    let report = try SampleClients.report("worked-example")
    let chart = try #require(try report.charts().first { $0.id == "earnings" })
    // Which credential comes next is not known: its way is named and not drawn.
    #expect(
      chart.groups.map(\.title)
        == ["Stay", "One credential more", "Next rung, from its low end", "Specialization aimed at"])
    let band = "the band goes up to its high end"
    #expect(chart.groups.map(\.note) == ["", "not known", band, band] && chart.groups[1].points.isEmpty)
    #expect(chart.groups.map(\.emphasis) == [.present, .none, .none, .target])
    // The aim asks for a year and more that is missing; until then the way is that of staying.
    #expect(chart.groups.map(\.start) == [0, 0, 0, 1])
    #expect(chart.groups[3].points.first?.high.amount == 46_000)
    #expect(
      chart.groups.map { $0.points.map(\.high.amount) }[0] == [0, 46_000, 92_000, 138_000, 184_000, 230_000])
    // Half a year of present pay, until the years are there.
    #expect(chart.groups[2].points.last?.low?.amount == 270_500)
    #expect(chart.groups[2].points.last?.high.amount == 338_000)
  }

  @Test(arguments: ["<script>alert(1)</script>", "\"onload=\"x", "]]>", "{{x}}", "a\u{202E}b", "\u{0}\u{B}x"])
  func `hostile text stays text`(_ text: String) throws {
    let report = try SampleClients.report("worked-example")
    let hostile = Chart(
      id: text, kind: .bars, title: Prose(text), alternativeText: Prose(text), categoryAxis: text,
      valueAxis: text, unit: .dollarsPerYear,
      groups: [
        ChartGroup(
          title: text,
          points: [ChartPoint(id: text, label: text, high: Quantity(1, .dollarsPerYear, .statedByClient))])
      ], reference: ChartReference(label: text, quantity: Quantity(2, .dollarsPerYear, .statedByClient)),
      source: Prose(text))
    let svg = SVGChartWriter().svg(hostile, of: report)
    let texts = try Self.texts(svg)
    #expect(
      texts.keys.sorted()
        == ["desc", "path", "polyline", "rect", "svg", "text", "title"].filter { texts[$0] != nil })
    #expect(texts["script"] == nil)
    #expect(!svg.contains("\u{202E}"))
    let shown = texts["title"]?.first ?? ""
    #expect(shown.unicodeScalars.count == text.unicodeScalars.count)
  }
}

import Calculation
import CareerData
import Export
import Foundation
import ReportModel
import SampleReports
import Testing

@testable import ReportWriters

/// Pages in a real browser: nothing leaves them, everybody can read them, and their what-if calculates as Swift does.
@Suite(.enabled(if: IndependentReaders.hasBrowser, "needs chromium and chromium-driver"), .serialized)
struct BrowserTests {
  private let folder = NSTemporaryDirectory() + "pathbook-pages-\(UUID().uuidString)"
  private let day = CalendarDate(year: 2026, month: 11, day: 23)!

  init() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  private func written(_ report: Report, _ template: LoadedTemplate, _ name: String) throws -> String {
    let file = HTMLReportWriter(template: template.html, keys: template.report.keyWords).files(for: report)[0]
    let path = "\(folder)/\(name).html"
    try Data(file.bytes).write(to: URL(fileURLWithPath: path))
    return path
  }

  @Test func `every page of every template is accessible, light and dark, and asks nothing of the network`()
    throws
  {
    var requests: [BrowserRequest] = []
    for name in TemplateLoader.shippedNames {
      let inputs = try ReportInputs(datasetFolder: nil, template: name)
      let exporter = ReportExporter(
        dataset: inputs.reportDataset, template: inputs.template, options: .init())
      // Those with the least and the most to show stand for the others where only the wording differs, or the colors.
      let extremes = ["almost-nothing-known", "certified-coder"]
      for id in name == TemplateLoader.standardName ? SampleClients.ids : extremes {
        let report = exporter.report(on: try SampleClients.profile(id), date: day)
        let path = try written(report, inputs.template, "\(name)-\(id)")
        requests.append(BrowserRequest(path: path, axe: true, width: 390))
        requests.append(BrowserRequest(path: path, dark: true, axe: extremes.contains(id), width: 1280))
        requests.append(BrowserRequest(path: path, noScript: true, width: 820))
      }
    }
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let sights = try IndependentReaders.browser(requests)
    #expect(sights.count == requests.count)
    for (request, sight) in zip(requests, sights) {
      let place = "\((request.path as NSString).lastPathComponent) \(request.width)"
      #expect(sight.console.isEmpty && sight.requests.isEmpty, "\(place): \(sight.console)")
      #expect(sight.violations ?? [] == [], "\(place)")
      let isWide = sight.wide
      #expect(!isWide, "\(place) is wider than its window")
      #expect(sight.panel == (!request.noScript && !place.hasPrefix("brief")), "\(place)")
    }
  }

  @Test func `a page for a session goes on by keys, and is a page to scroll without a script`() throws {
    let inputs = try ReportInputs(datasetFolder: nil, template: "session")
    let exporter = ReportExporter(dataset: inputs.reportDataset, template: inputs.template, options: .init())
    let report = exporter.report(on: try SampleClients.profile("worked-example"), date: day)
    let path = try written(report, inputs.template, "session")
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let presses = [
      "ARROW_RIGHT", "SPACE", "PAGE_DOWN", "ARROW_LEFT", "END", "ARROW_RIGHT", "HOME", "PAGE_UP",
    ]
    let sights = try IndependentReaders.browser([
      BrowserRequest(path: path, axe: true, width: 1366, presses: presses),
      BrowserRequest(path: path, noScript: true, width: 1366),
    ])
    let last = sights[0].screens.first?.last ?? 0
    #expect(last > 5)
    #expect(sights[0].screens.map(\.first) == [1, 2, 3, 4, 3, last, last, 1, 1])
    // A screen shows one idea: a part of the page.
    #expect(sights[0].violations == [])
    #expect(sights[0].text.contains("Where you stand") && !sights[0].text.contains("Read three job postings"))
    #expect(sights[1].text.contains("Read three job postings"))
  }

  @Test(arguments: ["session", "session-es"])
  func `every screen of a session fits a laptop's, with long names and all that a profile can say`(
    _ name: String
  ) throws {
    let inputs = try ReportInputs(datasetFolder: nil, template: name)
    let exporter = ReportExporter(dataset: inputs.reportDataset, template: inputs.template, options: .init())
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let requests = try SampleClients.ids.map { id in
      var profile = try SampleClients.profile(id)
      profile.name = String(repeating: "Maximiliana ", count: 5)
      profile.advisor = profile.name
      let report = exporter.report(on: profile, date: day)
      return BrowserRequest(
        path: try written(report, inputs.template, "\(name)-\(id)"), width: 1366, height: 768,
        presses: Array(repeating: "ARROW_RIGHT", count: 15))
    }
    for (id, sight) in zip(SampleClients.ids, try IndependentReaders.browser(requests)) {
      #expect(sight.screens.last?.first == sight.screens.last?.last, "\(id): not all screens were seen")
      #expect(sight.beyond.allSatisfy { $0 <= 0 }, "\(id): \(sight.beyond)")
    }
  }

  // MARK: - The what-if

  @Test(arguments: ["standard", "standard-es"])
  func `the what-if of a page calculates and shows what Swift does`(_ name: String) throws {
    let inputs = try ReportInputs(datasetFolder: nil, template: name)
    let exporter = ReportExporter(dataset: inputs.reportDataset, template: inputs.template, options: .init())
    let clients = try SampleClients.ids.map(SampleClients.profile) + SampleClients.generated(12, seed: 5)
    try expectSame(clients.map { exporter.report(on: $0, date: day) }, inputs.template, changesOfEach: 6)
  }

  @Test func `the what-if of a page does so on datasets that lack this and that`() throws {
    let template = try SampleClients.template()
    let clients = try SampleClients.generated(14, seed: 23)
    let reports = try zip(1..., clients).map { seed, profile in
      ReportExporter(
        dataset: try MutatedDatasets.dataset(seed: seed), template: template, options: .init()
      ).report(on: profile, date: day)
    }
    try expectSame(reports, template, changesOfEach: 5)
  }

  /// The pages of some reports, with assumptions of chance, against Swift.
  private func expectSame(_ reports: [Report], _ template: LoadedTemplate, changesOfEach count: Int) throws {
    var random = SeededGenerator(seed: 5)
    var asked: [(report: Report, changes: [[String: FormulaValue]])] = []
    var requests: [BrowserRequest] = []
    for (index, report) in reports.enumerated() {
      let whatIf = try #require(report.whatIf)
      let changes = (0..<count).map { _ in Self.assumptions(whatIf, &random) }
      asked.append((report, changes))
      requests.append(
        BrowserRequest(
          path: try written(report, template, "\(index)-\(report.clientID)"),
          assumptions: changes.map { change in
            Dictionary(uniqueKeysWithValues: change.map { ("what-if-\($0.key)", Self.text($0.value)) })
          }))
    }
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for ((report, changes), sight) in zip(asked, try IndependentReaders.browser(requests)) {
      #expect(sight.results.count == changes.count && sight.console.isEmpty, "\(sight.console)")
      for (change, shown) in zip(changes, sight.results) {
        try expect(shown, from: report, change)
      }
    }
  }

  @Test func `the script of a page takes a root as Swift does`() throws {
    let report = try SampleClients.report("worked-example")
    let path = try written(report, try SampleClients.template(), "power")
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let page = try String(contentsOfFile: path, encoding: .utf8)
    let plain = #"["divide","full_time_pay",2080]"#
    try #require(page.contains(plain))
    try page.replacing(plain, with: #"["power",["divide","full_time_pay",2080],1.5]"#)
      .write(toFile: path, atomically: true, encoding: .utf8)
    let asked = BrowserRequest(path: path, assumptions: [["what-if-pay_amount": "52000"]])
    let shown = try #require(try IndependentReaders.browser([asked]).first?.results.first)
    // 25 dollars an hour; 25 x 5.
    #expect(shown.texts["result-hourly_pay"] == "$125.00")
  }

  private func expect(
    _ shown: BrowserSight.Results, from report: Report, _ changes: [String: FormulaValue]
  ) throws {
    let whatIf = try #require(report.whatIf)
    let values = try whatIf.values(changes)
    let formatter = ValueFormatter(for: report)
    #expect(shown.invalid.isEmpty)
    // What is not known is in the page, and not seen: no row or column of dashes, and no heading over nothing.
    #expect(shown.dashes == 0 && shown.empty == 0, "\(report.clientID) \(changes)")
    for result in whatIf.groups.flatMap(\.results) {
      let name = result.formula.name
      let wanted = Self.words(values.named[name] ?? .missing, result, formatter)
      #expect(shown.texts["result-\(name)"] == wanted, "\(report.clientID) \(name) \(changes)")
      #expect(shown.texts["note-\(name)"] == values.notes[name]?.text ?? "", "\(report.clientID) \(name)")
    }
    guard let projection = whatIf.projection, case .number(let years) = values.named[projection.horizon]
    else { return #expect(shown.years.isEmpty) }
    #expect(shown.years.count == Int(years) + 1)
    for (year, cells) in shown.years.enumerated() {
      let wanted = values.projected.map { path -> String in
        let amount = path[year].number.map { Quantity($0, .dollars, .statedByClient) }
        return formatter.text(amount.map(Value.quantity) ?? .missing)
      }
      #expect(cells == ["\(year)"] + wanted, "\(report.clientID) \(changes)")
    }
  }

  private static func words(
    _ value: FormulaValue, _ result: WhatIfResult, _ formatter: ValueFormatter
  ) -> String {
    switch value {
    case .number(let number):
      formatter.text(Quantity(number, result.unit, .statedByClient, isDifference: result.isDifference))
    case .text(let text): text
    case .missing, .bounded: formatter.text(.missing)
    }
  }

  /// A value for every input, now and then none.
  private static func assumptions(
    _ whatIf: WhatIf, _ random: inout SeededGenerator
  ) -> [String: FormulaValue] {
    var values: [String: FormulaValue] = [:]
    for input in whatIf.inputs {
      switch input.kind {
      case .choice(let column):
        let cells = whatIf.table(column.table)?.column(column.column)?.cells ?? []
        values[input.name] = (cells + [.missing]).randomElement(using: &random)
      case .number(let range, let unit):
        let number = Double.random(in: range, using: &random)
        // Whole years, as the field of the workbook asks for; cents for the rest.
        let rounded = unit == .years ? number.rounded() : (number * 100).rounded() / 100
        values[input.name] = Int.random(in: 0..<8, using: &random) == 0 ? .missing : .number(rounded)
      }
    }
    return values
  }

  private static func text(_ value: FormulaValue) -> String {
    switch value {
    case .number(let number): ValueFormatter.plain(number)
    case .text(let text): text
    case .missing, .bounded: ""
    }
  }

  @Test func `the what-if works with the keyboard alone, and refuses what is out of range`() throws {
    let report = try SampleClients.report("worked-example")
    let path = try written(report, try SampleClients.template(), "keys")
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let wrong = ["what-if-pay_amount": "-5"]
    let sight = try #require(
      try IndependentReaders.browser([BrowserRequest(path: path, assumptions: [wrong], keys: true)]).first)
    let keys = try #require(sight.keys)
    #expect(
      keys.reached == (report.whatIf?.inputs.map { "what-if-\($0.name)" } ?? []) + ["what-if-reset"])
    try expect(keys.typed, from: report, ["pay_amount": .number(50_000)])
    try expect(keys.reset, from: report, [:])
    #expect(sight.results[0].invalid == ["what-if-pay_amount"])
    #expect(sight.results[0].texts == keys.reset.texts)
  }

  // MARK: - Attacks

  private static let attack =
    "<script>window.attacked=1</script>\"onload=\"window.attacked=1\" '><img src=x onerror=window.attacked=1>"
    + "]]>--></style></title></svg>{{title}}{{{style}}}\u{202E}&lt;"

  /// Every text of the profile and of the dataset, names and codes too, with an attack after it.
  private func attacked() throws -> Report {
    let plain = try RewrittenInputs.dataset { $0 + Self.attack.replacing("\u{202E}", with: "") }
    var records = plain.records
    records.sources = records.sources.map {
      Source(
        id: $0.id, publisher: $0.publisher + Self.attack, title: $0.title, period: $0.period,
        lastDay: $0.lastDay, link: "https://example.org/\(Self.attack)", isEditorial: $0.isEditorial,
        note: $0.note)
    }
    records.credentials = records.credentials.map {
      Credential(
        id: $0.id, title: $0.title, body: $0.body + Self.attack, becomesID: $0.becomesID,
        becomesAfterYears: $0.becomesAfterYears, sourceID: $0.sourceID, note: $0.note)
    }
    let identity = CareerDataset.Identity(
      name: plain.identity.name, title: plain.identity.title + Self.attack,
      version: plain.identity.version + Self.attack)
    let dataset = CareerDataset(identity: identity, tables: plain.tables, records: records)
    var profile = try SampleClients.profile("worked-example")
    profile.name = Self.attack
    profile.advisor = Self.attack
    profile.notes = Self.attack
    return ReportExporter(dataset: dataset, template: try SampleClients.template(), options: .init())
      .report(on: profile, date: day)
  }

  @Test func `hostile text in every field stays text in the page and in the charts`() throws {
    let report = try attacked()
    let template = try SampleClients.template()
    var requests = [BrowserRequest(path: try written(report, template, "attacked"))]
    for chart in try report.charts() {
      let path = "\(folder)/\(chart.id).svg"
      try SVGChartWriter().svg(chart, of: report).write(toFile: path, atomically: true, encoding: .utf8)
      let page = "\(folder)/\(chart.id).html"
      // As a platform that takes SVG into its page would.
      try "<!DOCTYPE html><title>x</title><body>\(SVGChartWriter().svg(chart, of: report))"
        .write(toFile: page, atomically: true, encoding: .utf8)
      requests.append(BrowserRequest(path: page))
    }
    requests.append(
      BrowserRequest(path: try written(try SampleClients.report("worked-example"), template, "plain")))
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let sights = try IndependentReaders.browser(requests)
    let known = try #require(sights.last).elements
    for (request, sight) in zip(requests, sights) {
      #expect(!sight.ran && sight.handlers.isEmpty && sight.requests.isEmpty, "\(request.path)")
      #expect(sight.console.isEmpty, "\(sight.console)")
      #expect(Set(sight.elements).isSubset(of: known), "\(sight.elements)")
    }
    #expect(sights[0].text.contains("<img src=x onerror=window.attacked=1>]]>--></style>"))
    #expect(sights[0].text.contains("{{title}}{{{style}}}"))
    #expect(sights.dropFirst().dropLast().contains { $0.text.contains("<script>window.attacked=1</script>") })
    let turned = sights[0].text.split(separator: "\n").filter { $0.unicodeScalars.contains("\u{202E}") }
    #expect(turned.isEmpty, "\(turned)")
  }

  /// What the check of templates refuses; here the policy alone stands in its way.
  private static let hostile = """
    <script>window.attacked=1</script><script src="https://x.example/a.js"></script>
    <img src="https://x.example/a.png" onerror="window.attacked=1"><link rel="stylesheet" href="https://x.example/a.css">
    <link rel="icon" href="https://x.example/b.png"><link rel="preload" as="image" href="https://x.example/c.png">
    <link rel="prefetch" href="https://x.example/p"><link rel="modulepreload" href="https://x.example/m.js">
    <style>@import url(https://x.example/d.css); body{background:url(https://x.example/e.png)}</style>
    <p style="background:url(https://x.example/f.png)" onclick="window.attacked=1">{{client_id}}</p>
    <iframe src="https://x.example/g"></iframe><object data="https://x.example/h"></object><embed src="https://x.example/i">
    <video src="https://x.example/j" autoplay></video><audio src="https://x.example/k" autoplay></audio>
    <picture><source srcset="https://x.example/l"><img srcset="https://x.example/m 1x" alt=""></picture>
    <svg><image href="https://x.example/n"/><use href="https://x.example/o#a"/><script>window.attacked=1</script></svg>
    <form action="https://x.example/q" id="f"><input type="image" src="https://x.example/r" alt="x"></form>
    <base href="https://x.example/"><img src="s.png" alt=""><body background="https://x.example/t" onload="window.attacked=1">
    <math><mtext><style><img src="https://x.example/u"></style></mtext></math>
    <meta http-equiv="Content-Security-Policy" content="default-src *; script-src * 'unsafe-inline'">
    """

  @Test(arguments: [
    "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<title>x</title>@</head><body>x</body></html>",
    "@<title>x</title>",
    "@<!DOCTYPE html><html><head><title>x</title></head><body>x",
    "<!DOCTYPE html><html onclick=\"x\">@<head>x",
  ])
  func `a page of a hostile template asks nothing of the network and runs nothing`(_ page: String) throws {
    let mustache = page.replacing("@", with: Self.hostile)
    #expect(throws: PageTemplateError.self) { try HTMLTemplate(mustache, style: "") }
    let style = "@import 'https://x.example/v.css'; p{background:url(https://x.example/w.png)}"
    let template = try HTMLTemplate(unchecked: mustache, style: style)
    let file = HTMLReportWriter(template: template).files(for: try SampleClients.report("worked-example"))[0]
    let path = "\(folder)/hostile.html"
    try Data(file.bytes).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let sight = try #require(try IndependentReaders.browser([BrowserRequest(path: path)]).first)
    // Chromium tells of a request before the policy forbids it; what it has forbidden, it has not sent.
    #expect(sight.sent.isEmpty, "\(sight.sent)")
    #expect(!sight.ran)
    #expect(sight.console.contains { $0.contains("Content Security Policy") })
  }
}

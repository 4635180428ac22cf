import Advising
import Export
import Foundation
import ReportModel
import SampleReports
import Testing

/// The client's copy in plain words: none of the statistician's, and sentences that seven years of school can read.
@Suite struct ClientWordsTests {
  private static let languages = ["standard", "standard-es"]

  /// Whole words that stand in the appendix alone.
  private static let words: [String: [String]] = [
    "standard": ["against", "goes with", "basis", "NAICS", "OEWS", "mean", "median"],
    "standard-es": ["frente a", "va con", "base", "NAICS", "OEWS", "media", "mediana", "medianas"],
  ]

  private static let ids = SampleClients.ids + SampleComparisons.ids

  private static func report(_ id: String, _ template: String) throws -> Report {
    if SampleComparisons.ids.contains(id) { return try SampleComparisons.report(id, template: template) }
    let loaded = try TemplateLoader.load(template)
    let inputs = try ReportInputs(datasetFolder: nil, template: template)
    let exporter = ReportExporter(dataset: inputs.reportDataset, template: loaded, options: .init())
    let profile = try SampleClients.profile(id)
    return exporter.report(on: profile, date: try SampleClients.advice(id).reportDate)
  }

  /// Every text of the pages before the sources, as a client reads it.
  private func texts(_ report: Report) -> [String] {
    let formatter = ValueFormatter(for: report)
    let blocks = report.sections.filter { [.pageOne, .choice].contains($0.part) }.flatMap { section in
      section.blocks
    }
    return [report.title] + report.sections.map(\.title)
      + blocks.flatMap { block -> [String] in
        switch block {
        case .table(let table):
          [formatter.text(table.title)] + table.columns.map(\.header)
            + table.columns.map(\.note) + [table.groupHeading, table.groupNote]
            + table.groups.flatMap { [formatter.text($0.title), $0.label] }
            + table.rows.flatMap { $0.cells.map(formatter.text) } + table.notes.map(formatter.text)
        case .chart(let chart):
          [formatter.text(chart.title), formatter.text(chart.alternativeText), chart.valueAxis]
            + chart.groups.map(\.title) + chart.groups.flatMap(\.points).map(\.label)
        default: sentences(block, formatter)
        }
      }
  }

  private func sentences(_ block: Block, _ formatter: ValueFormatter) -> [String] {
    switch block {
    case .leadFigures(let figures):
      figures.flatMap { [formatter.text($0.label), formatter.text($0.value), formatter.text($0.note)] }
    case .paragraph(let prose): [formatter.text(prose)]
    case .passage(_, let items), .list(_, let items), .callout(_, let items), .smallPrint(let items):
      items.map(formatter.text)
    case .nextSteps(let form): form.steps.map { formatter.text($0.text) }
    case .facts(let facts): facts.map { "\($0.label) \(formatter.text($0.value))" }
    case .table, .chart: []
    }
  }

  @Test(arguments: ids, languages)
  func `no word of the statistician's stands before the sources`(id: String, template: String) throws {
    let texts = texts(try Self.report(id, template))
    #expect(texts.count > 30)
    for word in try #require(Self.words[template]) {
      let whole = try Regex("(?i)\\b\(word)\\b")
      for text in texts where text.contains(whole) { Issue.record("\(word): \(text)") }
    }
  }

  @Test(arguments: SampleClients.ids, languages)
  func `no word of the statistician's stands beside the results of the what-if`(
    id: String, template: String
  ) throws {
    let whatIf = try #require(try Self.report(id, template).whatIf)
    let texts = whatIf.tables.flatMap(\.columns).flatMap(\.cells).compactMap { cell -> String? in
      if case .text(let text) = cell { text } else { nil }
    }
    #expect(texts.count > 30)
    for word in try #require(Self.words[template]) {
      let whole = try Regex("(?i)\\b\(word)\\b")
      for text in texts where text.contains(whole) { Issue.record("\(word): \(text)") }
    }
  }

  /// Of all sentences of page one and the choices.
  @Test(.enabled(if: IndependentReaders.python != nil, "\(IndependentReaders.missing)"), arguments: languages)
  func `a client reads it after seven years of school`(template: String) throws {
    let reports = try Self.ids.map { try Self.report($0, template) }
    let isEnglish = template == "standard"
    let found = try IndependentReaders.readability(reports.map(prose), language: isEnglish ? "en" : "es")
    for (report, measure) in zip(reports, found) {
      #expect(isEnglish ? measure <= 7 : measure >= 70, "\(report.clientID): \(measure)")
    }
  }

  private func prose(_ report: Report) -> String {
    let formatter = ValueFormatter(for: report)
    return report.sections.filter { [.pageOne, .choice].contains($0.part) }.flatMap(\.blocks)
      .flatMap { block -> [String] in
        if case .leadFigures = block { [] } else { sentences(block, formatter) }
      }
      .map { $0.replacing(/\ \[\d+\]/, with: "") }.map { $0.hasSuffix(".") ? $0 : $0 + "." }
      .joined(separator: " ")
  }
}

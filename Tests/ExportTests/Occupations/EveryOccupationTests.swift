import Advising
import CareerData
import Foundation
import ReportModel
import SafeFiles
import Testing

@testable import Export

/// A report and a comparison can be made of every occupation of the catalogue, and neither is ever a shell: all of them in
/// `make test-all`, a sample with the odd ones in `make test`.
@Suite struct EveryOccupationTests {
  /// Pay by the year alone, by the hour alone, above what is published, fewest jobs, no openings, no growth, most
  /// self-employed, no diploma, published as a group.
  private static let odd = [
    "25-2021", "11-1031", "27-2011", "27-2042", "29-1211", "29-1024", "13-1074", "51-2061", "51-7032",
    "29-1243",
    "17-3027", "41-1012", "39-5012", "11-9013", "31-1120", "27-2099",
  ]

  private static let isLong = ProcessInfo.processInfo.environment["PATHBOOK_LONG_TESTS"] != nil
  private static let catalogue = CatalogueLoader.shipped()

  /// 25 in the short run.
  static let codes: [String] = {
    let all = catalogue.titles.map(\.socCode)
    return isLong ? all : odd + (0..<9).map { all[$0 * all.count / 9 + 7] }
  }()

  private static let date = CalendarDate(year: 2026, month: 11, day: 28)!
  private static let english = Result { () throws(ExportFailure) in
    try ReportInputs(datasets: [], template: "standard")
  }
  private static let spanish = Result { () throws(ExportFailure) in
    try ReportInputs(datasets: [], template: "full-es")
  }

  /// Nothing is known of one, and all that applies of the other.
  static func clients(_ code: String) -> [ClientProfile] {
    var bare = ClientProfile(id: "bare")
    bare.occupationCode = code
    var whole = bare
    whole.id = "whole"
    whole.stateCode = "NV"
    whole.pay = StatedPay(amount: 21.50, basis: .hourly)
    whole.hoursPerWeek = 30
    whole.education = .associate
    whole.isInField = code.utf8.last.map { $0 % 2 == 0 }
    whole.yearsOfExperience = 3
    whole.comparedPlaces = ["state:TX"]
    return [bare, whole]
  }

  @Test func `no report and no comparison of an occupation is a shell`() throws {
    var problems: [String] = []
    for (index, code) in Self.codes.enumerated() {
      for profile in Self.clients(code) {
        let inputs = try (index % 5 == 0 ? Self.spanish : Self.english).get()
        problems += try Self.problems(profile, inputs, withPage: index % 10 == 0).map {
          "\(code) \(profile.id): \($0)"
        }
      }
    }
    #expect(Self.codes.count >= 25)
    #expect(problems.isEmpty, "\(problems.count): \(problems.prefix(20).joined(separator: "\n"))")
  }

  @Test func `projections of a group alone are said to be so`() throws {
    let inputs = try Self.english.get()
    let made = inputs.datasets.dataset(for: "29-2052")
    var records = made.records
    records.catalogue?.projectionGroup = "29-2050"
    let dataset = CareerDataset(identity: made.identity, tables: made.tables, records: records)
    func text(_ dataset: CareerDataset) throws -> String {
      var options = ReportExporter.Options()
      options.formats = OutputFormat.all.filter { $0.id == "txt" }
      let exporter = ReportExporter(dataset: dataset, template: inputs.template, options: options)
      let report = exporter.report(on: ClientProfile(id: "c"), date: Self.date)
      return String(decoding: try exporter.files(for: report)[0].bytes, as: UTF8.self)
    }
    #expect(try text(dataset).contains("(SOC 29-2050)") && !text(made).contains("(SOC 29-2050)"))
  }

  private static func problems(
    _ profile: ClientProfile, _ inputs: ReportInputs, withPage: Bool
  ) throws -> [String] {
    var options = ReportExporter.Options()
    options.formats = OutputFormat.all.filter {
      ["csv", "txt"].contains($0.id) || (withPage && ["html", "xlsx"].contains($0.id))
    }
    let exporter = ReportExporter(datasets: inputs.datasets, template: inputs.template, options: options)
    let report = exporter.report(on: profile, date: date)
    let code = profile.occupationCode ?? ""
    // A dataset covers it, and its reports are tested elsewhere.
    let isOfCatalogue = inputs.datasets.dataset(covering: code) == nil
    var problems = isOfCatalogue ? shell(report) : []
    problems += try written(exporter.files(for: report), ofReport: isOfCatalogue)
    if let median = Self.catalogue[code]?.pay(.median, .annual)?.value, profile.id == "bare" {
      let text = try exporter.files(for: report).first { $0.name.hasSuffix(".txt") }
      let amount = ValueFormatter(for: report).text(Quantity(median, .dollarsPerYear, .statedByClient))
      if !String(decoding: text?.bytes ?? [], as: UTF8.self).contains(amount) {
        problems.append("the annual median \(amount) is missing")
      }
    }
    guard code != "29-2072" else { return problems }
    let comparison = try ComparisonInputs(inputs).report(
      on: profile, occupations: ["29-2072", code], places: [], date: date)
    return problems
      + (try written(exporter.files(for: comparison), ofReport: false)).map { "comparison: \($0)" }
  }

  /// What page one lacks, and what is empty anywhere.
  private static func shell(_ report: Report) -> [String] {
    var problems: [String] = []
    let page = report.sections.first { $0.part == .pageOne }?.blocks ?? []
    for block in page {
      switch block {
      case .leadFigures(let figures):
        if figures.count < 3 || figures.contains(where: \.value.isEmpty) { problems.append("lead figures") }
      case .passage(_, let paragraphs):
        if paragraphs.count < 2 || paragraphs.contains(where: \.isEmpty) { problems.append("what it means") }
      case .nextSteps(let next):
        let isRelated = !catalogue.relatedOccupations(to: report.properties.keywords).isEmpty
        if next.steps.count < (isRelated ? 2 : 1) { problems.append("next steps") }
      default: break
      }
    }
    if page.count < 5 { problems.append("page one has \(page.count) blocks") }
    if !page.contains(where: { if case .chart = $0 { true } else { false } }) {
      problems.append("no picture")
    }
    for section in report.sections {
      if section.blocks.isEmpty { problems.append("empty section \(section.id)") }
      for case .table(let table) in section.blocks where section.part != .sources {
        for row in table.rows where !says(row, table) {
          problems.append("\(section.id): a row of dashes \(row.id)")
        }
      }
    }
    if report.whatIf != nil { problems.append("a what-if about credentials and rungs") }
    for wanted in ["training", "outlook"] where !report.sections.contains(where: { $0.id == wanted }) {
      problems.append("no section \(wanted)")
    }
    return problems
  }

  /// Whether a row has more than its name and its source.
  private static func says(_ row: Row, _ table: Table) -> Bool {
    zip(table.columns, row.cells).contains { column, cell in
      column.role != .stub && column.role != .source && !cell.isEmpty
    }
  }

  /// What a file of such a report must not have: an unfilled place, or talk of what there is no dataset of.
  private static func written(_ files: [RenderedFile], ofReport: Bool) throws -> [String] {
    try files.filter { !$0.name.hasSuffix(".json") }.flatMap { file -> [String] in
      let text = String(decoding: file.bytes, as: UTF8.self)
      var problems: [String] = []
      guard file.name.hasSuffix(".csv") || file.name.hasSuffix(".txt") else { return [] }
      if text.contains("{") { problems.append("\(file.name): {") }
      guard ofReport, file.name.hasSuffix(".txt") else { return problems }
      let talk = try Regex("(?i)\\b(credential|credencial|certifica(tion|ción)|rung|peldaño|specialization)")
      if let found = try talk.firstMatch(in: text) { problems.append("\(file.name): \(text[found.range])") }
      return problems
    }
  }
}

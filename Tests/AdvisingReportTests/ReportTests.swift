import Advising
import AdvisingReport
import CareerData
import Export
import ReportModel
import SampleReports
import Testing

@Suite struct ReportTests {
  @Test(arguments: SampleClients.ids)
  func `every place of the wording is filled`(id: String) throws {
    let report = try SampleClients.report(id)
    let words = ValueFormatter(for: report)
    for text in report.everyProse.map(words.text) + report.everyText {
      #expect(!text.contains("{") && !text.contains("}"), "\(text)")
    }
  }

  @Test(arguments: SampleClients.ids)
  func `an item has at most one pay row, and ranges have no value`(id: String) throws {
    for section in try SampleClients.report(id).figures {
      let pay = section.figures.filter { $0.measure == "pay" }
      #expect(Set(pay.map(\.itemID)).count == pay.count, "\(section.sectionID)")
      for figure in pay where figure.itemID != "one" { #expect(figure.value != nil) }
      for figure in section.figures where figure.measure == "pay_range" {
        #expect(figure.value == nil && figure.difference == nil && figure.low != nil)
      }
    }
  }

  @Test(arguments: SampleClients.ids)
  func `groups of a table of pay hold one statistic of one population`(id: String) throws {
    for table in try SampleClients.report(id).everyTable {
      guard let column = table.columns.firstIndex(where: { $0.id == "pay" }), table.id != "position-wages"
      else {
        continue
      }
      for group in table.groups {
        let citations = group.rows.flatMap { $0.cells[column].quantities }.compactMap {
          $0.provenance.citations.first
        }
        // Within the survey's groups the population has a detail after the colon.
        let bases = Set(
          citations.map { "\($0.statistic) \($0.population.split(separator: ":").first ?? "")" })
        #expect(bases.count <= 1, "\(table.id): \(bases)")
      }
    }
  }

  @Test func `how to start is shown to those who are not in the field, and only to them`() throws {
    #expect(try SampleClients.report("career-changer").section("start") != nil)
    #expect(try SampleClients.report("new-entrant").section("start") != nil)
    #expect(try SampleClients.report("auditor").section("start") == nil)
  }

  @Test func `who works in another field has no percentile and marked differences`() throws {
    let report = try SampleClients.report("career-changer")
    #expect(report.figures.flatMap(\.figures).allSatisfy { $0.measure != "percentile" })
    let headers = report.everyTable.flatMap(\.columns).map(\.header)
    #expect(headers.contains("Compared with your pay in other work"))
    #expect(!headers.contains("Compared with your pay"))
  }

  @Test func `states are listed for those who are open to remote work, and only for them`() throws {
    let remote = try SampleClients.report("worked-example").section("employers")
    #expect(remote?.figures.filter { $0.itemID.hasPrefix("state:") }.count == 51)
    let onSite = try SampleClients.report("auditor").section("employers")
    #expect(onSite?.figures.contains { $0.itemID.hasPrefix("state:") } == false)
  }

  @Test func `full-time and actual pay are both shown when they differ`() throws {
    let report = try SampleClients.report("part-time-freelancer")
    #expect(report.figure("summary", "client", "pay_full_time")?.value == 65_520)
    #expect(report.figure("summary", "client", "pay_actual")?.value == 36_036)
  }

  @Test func `a profile with an id alone has every published figure and asks for the rest`() throws {
    let report = try SampleClients.report("almost-nothing-known")
    let full = try SampleClients.report("worked-example")
    for section in ["settings", "specializations", "credentials", "ladder"] {
      let measures = ["pay", "pay_range", "pay_top", "pay_nearest"]
      let found = report.section(section)?.figures.filter { measures.contains($0.measure) } ?? []
      let expected = full.section(section)?.figures.filter { measures.contains($0.measure) } ?? []
      #expect(found.map(\.value) == expected.map(\.value))
      #expect(found.allSatisfy { $0.difference == nil })
    }
    let notes = report.section("summary")?.blocks.compactMap { block -> [Prose]? in
      if case .list(_, let items) = block { items } else { nil }
    }.flatMap { $0 }
    #expect((notes?.count ?? 0) >= 5)
  }

  @Test func `key findings are five at most`() throws {
    for id in SampleClients.ids {
      let findings = try SampleClients.report(id).section("summary")?.figures.filter {
        $0.measure == "key_finding"
      }
      #expect((1...5).contains(findings?.count ?? 0), "\(id)")
    }
  }

  @Test func `a dataset without a table has no section for it`() throws {
    let folder = SampleClients.root.appendingPathComponent("Samples/datasets/lighthouse-keeping").path
    let dataset = try DatasetLoader.load(folder: folder)
    let exporter = ReportExporter(
      dataset: dataset, template: try TemplateLoader.load("standard"), options: .init())
    let date = try #require(CalendarDate(iso: "2026-11-23"))
    let report = exporter.report(on: ClientProfile(id: "c"), date: date)
    let ids = Set(report.figures.map(\.sectionID))
    #expect(ids.isDisjoint(with: ["specializations", "credentials", "certification_plan", "employers"]))
    #expect(ids.isSuperset(of: ["summary", "position", "settings", "ladder", "sources"]))
  }
}

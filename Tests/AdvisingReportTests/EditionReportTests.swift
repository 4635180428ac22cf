import Advising
import CareerData
import Export
import ReportModel
import SampleReports
import Testing

/// Reports on the wages of May 2025 and on older ones.
@Suite struct EditionReportTests {
  private func dataset(_ name: String) throws -> CareerDataset { try DatasetLoader.load(folder: name) }

  private func report(_ dataset: CareerDataset) throws -> Report {
    try OEWSDataset.report(dataset) {
      $0.pay = StatedPay(amount: 46_000, basis: .annual)
      $0.stateCode = "CA"
      $0.settingID = "physician-office"
    }
  }

  @Test func `no difference is calculated across editions`() throws {
    let dataset = try dataset("medical-coding-2025")
    let report = try report(dataset)
    let figures = report.figures.flatMap(\.figures)
    let calculated = figures.compactMap { figure -> Set<String>? in
      guard case .calculated(let calculation) = figure.provenance else { return nil }
      return Set(calculation.citations.map(\.sourceID))
    }
    #expect(calculated.contains { $0.contains("bls-oews-2025") })
    #expect(!calculated.contains { $0.isSuperset(of: ["bls-oews-2024", "bls-oews-2025"]) })
    let settings = try #require(report.section("settings")).figures
    let industries = settings.filter { $0.provenance.sourceIDs == ["bls-oews-2024"] && $0.measure == "pay" }
    #expect(!industries.isEmpty)
    #expect(industries.allSatisfy { $0.comparison != nil })
    #expect(
      settings.filter { $0.measure.hasPrefix("difference_from_national") }.allSatisfy {
        !$0.provenance.sourceIDs.contains("bls-oews-2024")
      })
  }

  @Test func `figures that stay of May 2024 say so`() throws {
    let dataset = try dataset("medical-coding-2025")
    let text = try OEWSDataset.text(try report(dataset), dataset)
    #expect(text.contains("May 2025") && text.contains("May 2024"))
    #expect(dataset.source("bls-oews-2024")?.note.contains("older than the wages of the nation") == true)
    let periods = dataset.records.pay.filter { $0.sourceID == "bls-oews-2024" }
    #expect(periods.allSatisfy { $0.subject.kind == .industry && $0.period == "May 2024" })
    for kind in [Area.Kind.metropolitan, .nonmetropolitan] {
      #expect(dataset.records.areas.count { $0.kind == kind } == (kind == .metropolitan ? 393 : 137))
    }
  }

  @Test func `a report on older wages says in its sources alone that newer ones are there`() throws {
    let older = try dataset("medical-coding")
    let report = try report(older)
    let words = ValueFormatter(for: report)
    for section in report.sections {
      var part = report
      part.sections = [section]
      let said = part.everyProse.contains { words.text($0).contains("--dataset medical-coding-2025") }
      #expect(said == (section.id == "sources"), "\(section.id)")
    }
  }

  @Test func `a report on the newest wages, or on another occupation, says nothing of the kind`() throws {
    let teachers = OEWSDataset.dataset("Teachers", OEWSDataset.teacher)
    for dataset in [try dataset("medical-coding-2025"), teachers] {
      let text = try OEWSDataset.text(try OEWSDataset.report(dataset) { _ in }, dataset)
      #expect(!text.contains("newer edition"))
    }
  }
}

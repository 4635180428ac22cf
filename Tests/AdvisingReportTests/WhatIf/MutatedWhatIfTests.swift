import Advising
import CareerData
import Export
import ReportModel
import SampleReports
import Testing

@testable import AdvisingReport

/// The rules and the formulas on datasets that lack this and that: both say the same figures, and are silent together.
struct MutatedWhatIfTests {
  private static let day = CalendarDate(year: 2026, month: 11, day: 23)!

  @Test func `on mutated datasets the formulas say what the rules say`() throws {
    var statedCount = 0
    var comparedCount = 0
    let clients = try SampleClients.generated(60, seed: 41)
    for seed in 0..<150 as Range<UInt64> {
      let dataset = try MutatedDatasets.dataset(seed: seed)
      let exporter = ReportExporter(
        dataset: dataset, template: try SampleClients.template(), options: .init())
      var random = SeededGenerator(seed: seed)
      for index in 0..<3 {
        let profile = clients[(Int(seed) * 3 + index) % clients.count]
        let place = "dataset \(seed), \(profile.id)"
        let whatIf = try #require(exporter.report(on: profile, date: Self.day).whatIf)
        let values = try whatIf.values()
        statedCount += AdviceInWhatIf(profile.aimingAtPresent, dataset, values)
          .compare(with: values, of: whatIf, place)
        let changed = ChangedAssumptions(whatIf, dataset, &random)
        let others = try whatIf.values(changed.changes)
        statedCount += AdviceInWhatIf(changed.profile, dataset, others)
          .compare(with: others, of: whatIf, "\(place) \(changed.changes)")
        comparedCount += 2
      }
    }
    // Silence alone would agree too.
    #expect(statedCount > comparedCount * 8, "\(statedCount) values in \(comparedCount) what-ifs")
  }
}

import Advising
import CareerData
import Export
import ReportModel
import SampleReports
import TestValues
import Testing

@testable import AdvisingReport

/// The rules and the formulas on datasets that lack this and that: both say the same figures, and are silent together.
struct MutatedWhatIfTests {
  private static let day = CalendarDate(year: 2026, month: 11, day: 23)!

  @Test func `on mutated datasets the formulas say what the rules say`() throws {
    var statedCount = 0
    var comparedCount = 0
    let clients = try SampleClients.generated(60, seed: 41)
    for seed in 0..<UInt64(Rounds.count(100)) {
      let dataset = try MutatedDatasets.dataset(seed: seed)
      let exporter = ReportExporter(
        dataset: dataset, template: try SampleClients.template(), options: .init())
      var random = SeededGenerator(seed: seed)
      for index in 0..<2 {
        let profile = clients[(Int(seed) * 2 + index) % clients.count]
        let place = "dataset \(seed), \(profile.id)"
        let whatIf = try #require(exporter.report(on: profile, date: Self.day).whatIf)
        let values = try whatIf.values()
        statedCount += AdviceInWhatIf(profile.aimingAtPresent, of: profile, dataset, values)
          .compare(with: values, of: whatIf, place)
        let changed = ChangedAssumptions(whatIf, dataset, &random)
        let others = try whatIf.values(changed.changes)
        statedCount += AdviceInWhatIf(changed.profile, of: profile, dataset, others)
          .compare(with: others, of: whatIf, "\(place) \(changed.changes)")
        comparedCount += 2
      }
    }
    // Silence alone would agree too.
    #expect(statedCount > comparedCount * 8, "\(statedCount) values in \(comparedCount) what-ifs")
  }

  /// As OEWS publishes the wages of some physicians.
  @Test func `wages of 239,200 or more are no wages to count with, and the what-if says what they are`()
    throws
  {
    let shipped = try SampleClients.advice("worked-example").dataset
    let open: Set<PayStatistic> = [.median, .percentile75, .percentile90, .mean]
    let state = try #require(shipped.records.areas.first { $0.code == "CA" })
    var records = shipped.records
    records.pay = records.pay.map { figure in
      guard figure.subject == Subject(.area, state.id), open.contains(figure.statistic) else { return figure }
      return PayFigure(
        id: figure.id, subject: figure.subject, statistic: figure.statistic, basis: .annual, low: 239_200,
        value: nil, high: nil, isOpenEnded: true, populationID: figure.populationID, detail: figure.detail,
        period: figure.period, sourceID: figure.sourceID, isEditorial: false, note: figure.note)
    }
    let dataset = CareerDataset(
      identity: CareerDataset.Identity(name: "open", title: "Open", version: "1"), tables: shipped.tables,
      records: records)
    var profile = try SampleClients.profile("worked-example")
    profile.pay = StatedPay(amount: 220_000, basis: .annual)
    let exporter = ReportExporter(
      dataset: dataset, template: try SampleClients.template(), options: .init())
    let whatIf = try #require(exporter.report(on: profile, date: Self.day).whatIf)
    let values = try whatIf.values()
    #expect(values.named["area_median"] == .missing && values.named["area_difference"] == .missing)
    #expect(values.named["area_percentile"] == .text("between the 25th and the 50th"))
    #expect(values.notes["area_median"]?.text?.contains("239,200 or more") == true, "\(values.notes)")
    let higher = try whatIf.values(["pay_amount": .number(250_000)])
    #expect(higher.named["area_percentile"] == .text("above the 25th"))
    AdviceInWhatIf(profile.aimingAtPresent, of: profile, dataset, values)
      .compare(with: values, of: whatIf, "open")
  }
}

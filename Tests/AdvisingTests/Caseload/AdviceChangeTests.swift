import Advising
import CareerData
import Testing

/// What is told of a client when the figures change.
struct AdviceChangeTests {
  private static func advice(
    _ change: (inout CareerDataset.Records) -> Void = { _ in }
  ) -> Advice {
    var profile = ClientProfile(id: "c")
    profile.isInField = true
    profile.stateCode = "AA"
    profile.rungID = "one"
    profile.pay = StatedPay(amount: 45_000, basis: .annual)
    return Advice(
      profile: profile, dataset: SmallDataset.dataset(change),
      reportDate: CalendarDate(year: 2026, month: 11, day: 23)!)
  }

  /// Another amount for the figures of a subject.
  private static func paying(
    _ subject: Subject, _ statistic: PayStatistic, _ amount: Double
  ) -> (inout CareerDataset.Records) -> Void {
    { records in
      records.pay = records.pay.map { figure in
        guard figure.subject == subject, figure.statistic == statistic else { return figure }
        return statistic == .range
          ? SmallDataset.pay(
            subject, .range, low: amount, high: amount + 10_000, population: "guide", source: "guide")
          : SmallDataset.pay(
            subject, statistic, value: amount, population: figure.populationID, source: figure.sourceID)
      }
    }
  }

  private func changes(_ change: (inout CareerDataset.Records) -> Void) -> [AdviceChange] {
    AdviceChange.changes(from: Self.advice(), to: Self.advice(change))
  }

  @Test func `the same figures change nothing`() {
    #expect(changes { _ in } == [])
  }

  @Test func `a percentile is told from more than five points on`() {
    // 45,000 lies halfway between 40,000 (25) and 50,000 (50): 37.5.
    #expect(changes(Self.paying(.national, .median, 52_000)) == [])
    #expect(
      changes(Self.paying(.national, .median, 60_000)) == [
        .percentile(area: "Nation", old: .at(37.5), new: .at(31.25))
      ])
    #expect(
      changes(Self.paying(.national, .percentile25, 45_000)) == [
        .percentile(area: "Nation", old: .at(37.5), new: .at(25))
      ])
  }

  @Test func `a client who leaves the published percentiles is told, and one who comes back`() {
    let raised = Self.advice { records in
      records.pay = records.pay.map { figure in
        guard figure.subject == .national, let value = figure.value else { return figure }
        return SmallDataset.pay(
          .national, figure.statistic, value: value * 1.6, population: figure.populationID,
          source: figure.sourceID)
      }
    }
    #expect(
      AdviceChange.changes(from: Self.advice(), to: raised).contains(
        .percentile(area: "Nation", old: .at(37.5), new: .below(10))))
    #expect(
      AdviceChange.changes(from: raised, to: Self.advice()).contains(
        .percentile(area: "Nation", old: .below(10), new: .at(37.5))))
  }

  @Test func `the gap to the next rung is told from a dollar on`() {
    #expect(changes(Self.paying(Subject(.rung, "two"), .range, 50_000.4)) == [])
    #expect(
      changes(Self.paying(Subject(.rung, "two"), .range, 54_000)) == [
        .gapToNextRung(rung: "Rung two", old: 5_000, new: 9_000)
      ])
    #expect(
      changes { $0.rungs.removeLast(2) }.contains(.nextRung(old: "Rung two", new: nil)))
  }

  @Test func `another best paid option is told with the rank of the former, within one basis`() {
    // The office is paid by the median of its industry, 58,000.
    let found = changes { records in
      records.pay.append(SmallDataset.pay(Subject(.setting, "boat"), .median, value: 59_000))
    }
    #expect(found == [.bestOption(.settings, old: "office", new: "boat", rank: 2)])
    let ofOthers = changes { records in
      records.pay.append(
        SmallDataset.pay(Subject(.setting, "boat"), .mean, value: 90_000, population: "ads"))
    }
    #expect(ofOthers == [])
  }

  @Test func `a source that is replaced is told`() {
    let found = changes { records in
      records.sources.append(
        Source(
          id: "census-2", publisher: "census", title: "Title", period: "May 2025", lastDay: nil, link: nil,
          isEditorial: false, note: ""))
      records.pay = records.pay.map { figure in
        guard figure.sourceID == "census" else { return figure }
        return SmallDataset.pay(
          figure.subject, figure.statistic, low: figure.low, value: figure.value, high: figure.high,
          population: figure.populationID, source: "census-2")
      }
    }
    #expect(
      found == [.sources(old: ["census, Title, May 2024"], new: ["census, Title, May 2025"])])
  }
}

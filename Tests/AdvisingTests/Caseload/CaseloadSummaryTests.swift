import Advising
import CareerData
import Testing

/// Counts over a caseload, held against counts over the list of all clients.
struct CaseloadSummaryTests {
  private static func advice(_ index: Int) -> Advice {
    var profile = ClientProfile(id: "c\(index)")
    profile.stateCode = index % 7 == 0 ? nil : "AA"
    profile.isInField = index % 3 != 0
    profile.pay =
      index % 5 == 0 ? nil : StatedPay(amount: Double(30_000 + 977 * (index % 61)), basis: .annual)
    profile.credentialIDs = index % 4 == 0 ? nil : []
    return Advice(
      profile: profile, dataset: SmallDataset.dataset(),
      reportDate: CalendarDate(year: 2026, month: 11, day: 23)!)
  }

  @Test func `every client is counted once in each way`() {
    let facts = (0..<900).map { ClientFacts(Self.advice($0)) }
    var summary = CaseloadSummary()
    for client in facts { summary.add(client) }
    #expect(summary.clients == 900)
    for counts in [
      Array(summary.byRung.values), Array(summary.bySetting.values), Array(summary.byCredentials.values),
      Array(summary.byState.values),
    ] { #expect(counts.reduce(0, +) == 900) }
    let gaps = facts.compactMap(\.gapToStateMedianPercent)
    #expect(gaps.count > 100)
    #expect(summary.gapsToStateMedian.map(\.count).reduce(0, +) == gaps.count)
    for range in summary.gapsToStateMedian {
      #expect(range.count == gaps.count { $0 >= range.low ?? -.infinity && $0 < range.high ?? .infinity })
    }
    #expect(summary.incompleteCount == facts.count { !$0.questions.isEmpty })
    let most = facts.map(\.questions.count).sorted(by: >).prefix(CaseloadSummary.mostIncomplete)
    #expect(summary.incompleteCount > most.count)
    #expect(summary.incomplete.map(\.questions.count) == Array(most))
    let gains = facts.compactMap(\.yearlyGain).map { $0.anySide ?? 0 }.sorted(by: >)
    #expect(summary.largestGains.map(\.amount) == Array(gains.prefix(CaseloadSummary.mostGains)))
  }
}

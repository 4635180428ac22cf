import Advising
import CareerData
import Tabular
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

  /// Parted by their place, and each share written down and read back.
  @Test(arguments: [1, 2, 7])
  func `summaries of shares add up to that of the whole`(_ shares: Int) throws {
    let facts = (0..<900).map { ClientFacts(Self.advice($0), row: $0) }
    var whole = CaseloadSummary(occupation: facts[0].socCode)
    for client in facts { whole.add(client) }
    var sum = CaseloadSummary(occupation: facts[0].socCode)
    for share in (0..<shares).reversed() {
      var own = CaseloadSummary(occupation: facts[0].socCode)
      for client in facts where client.row % shares == share { own.add(client) }
      let read = try CaseloadSummary(JSONDocument(Array(own.json.compact.utf8)).root)
      #expect(read == own)
      sum.add(try #require(read))
    }
    #expect(sum == whole)
    #expect(whole.largestGains.count == CaseloadSummary.mostGains)
    #expect(whole.incomplete.count == CaseloadSummary.mostIncomplete)
  }

  @Test func `what is no summary is none`() throws {
    for text in ["{}", "[]", "{\"clients\": 1}"] {
      #expect(try CaseloadSummary(JSONDocument(Array(text.utf8)).root) == nil)
    }
  }
}

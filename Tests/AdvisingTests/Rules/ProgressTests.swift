import CareerData
import Testing

@testable import Advising

@Suite struct ProgressTests {
  private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(iso: text)) }

  private func progress(_ change: (inout ClientProfile) throws -> Void) throws -> Progress? {
    var profile = ClientProfile(id: "c")
    try change(&profile)
    return Advice(profile: profile, dataset: SmallDataset.dataset(), reportDate: try day("2026-11-23"))
      .progress
  }

  @Test func `nothing is said of a client of whom nothing earlier is known`() throws {
    #expect(try progress { _ in } == nil)
    #expect(try progress { $0.agreedSteps = [] } == nil)
  }

  @Test func `pay, rung and credentials are set beside those of then`() throws {
    let found = try #require(
      try progress {
        $0.pay = StatedPay(amount: 25, basis: .hourly)
        $0.rungID = "two"
        $0.credentialIDs = ["K", "L"]
        $0.previous = PreviousReport(
          date: try day("2026-05-04"), fullTimePay: 48_000, rungID: "one", credentialIDs: ["J", "M"])
      })
    #expect(found.pay == .init(before: 48_000, now: 52_000))
    #expect(found.rung?.before.id == "one" && found.rung?.now.id == "two")
    let credentials = try #require(found.credentials)
    #expect(credentials.grown.map(\.from.id) == ["J"] && credentials.grown.map(\.to.id) == ["K"])
    #expect(credentials.gained.map(\.id) == ["L"] && credentials.ended.map(\.id) == ["M"])
    #expect(found.hasChanged == true)
  }

  @Test func `what is not known on both sides is not compared`() throws {
    let found = try #require(
      try progress {
        $0.rungID = "two"
        $0.previous = PreviousReport(date: try day("2026-05-04"), fullTimePay: 48_000, credentialIDs: [])
      })
    #expect(found.pay == nil && found.rung == nil && found.credentials == nil && found.hasChanged == nil)
  }

  @Test func `steps that are done are told apart from those that are open`() throws {
    let steps = [
      AgreedStep(text: "Call", done: try day("2026-06-01")),
      AgreedStep(text: "Read", due: try day("2026-07-01")),
    ]
    let found = try #require(try progress { $0.agreedSteps = steps })
    #expect(found.done == [steps[0]] && found.open == [steps[1]] && found.since == nil)
  }
}

import Advising
import CareerData
import Testing

@Suite struct CertificationPlanTests {
  private func plan(
    _ credentials: [String]?, pay: Double? = 50_000, hours: Double = 40,
    _ change: (inout ClientProfile) -> Void = { _ in }
  ) throws -> CertificationPlan {
    var profile = ClientProfile(id: "c")
    profile.isInField = true
    profile.hoursPerWeek = hours
    profile.pay = pay.map { StatedPay(amount: $0, basis: .annual) }
    profile.credentialIDs = credentials
    change(&profile)
    let date = try #require(CalendarDate(iso: "2024-12-01"))
    return Advice(profile: profile, dataset: SmallDataset.dataset(), reportDate: date).certificationPlan
  }

  private func candidate(_ id: String, _ plan: CertificationPlan) throws -> CertificationPlan.Candidate {
    try #require(plan.candidates.first { $0.credential.id == id })
  }

  /// An amount that is equal but for the last bits of a Double.
  private func isNear(_ a: Double?, _ b: Double) -> Bool { a.map { abs($0 - b) < 1e-6 } ?? false }

  @Test func `from none to one the gain is at most what the means say, and the payback at least`() throws {
    let k = try candidate("K", try plan([]))
    #expect(k.yearlyGain?.low == nil && k.yearlyGain?.exact == nil)
    #expect(isNear(k.yearlyGain?.high, 10_000))
    #expect(isNear(k.paybackMonths?.low, 0.72))
    #expect(k.paybackMonths?.high == nil)
    #expect(isNear(k.gainOverHorizon?.high, 49_400))
  }

  @Test func `from one to two the gain is at least, the payback at most, at the high end of the price`()
    throws
  {
    let l = try candidate("L", try plan(["K"]))
    #expect(isNear(l.yearlyGain?.low, 5_000))
    #expect(l.yearlyGain?.high == nil)
    #expect(isNear(l.paybackMonths?.high, 0.72))
    #expect(l.paybackMonths?.low == nil)
    #expect(isNear(l.gainOverHorizon?.low, 24_700))
  }

  @Test func `from two to three the gain is an amount, and a price range gives a range`() throws {
    let l = try candidate("L", try plan(["K", "M"]))
    #expect(isNear(l.yearlyGain?.exact, 5_000))
    #expect(isNear(l.paybackMonths?.low, 0.24) && isNear(l.paybackMonths?.high, 0.72))
    #expect(isNear(l.gainOverHorizon?.low, 24_700) && isNear(l.gainOverHorizon?.high, 24_900))
  }

  @Test func `beyond three nothing is published`() throws {
    #expect(CredentialStep(from: .threeOrMore) == .beyond)
    let plan = try plan(["K", "L", "M"])
    #expect(plan.step == .beyond)
    #expect(plan.candidates.isEmpty)
  }

  @Test func `without a published cost there is a gain but no payback`() throws {
    let m = try candidate("M", try plan(["K"]))
    #expect(m.price == nil && m.paybackMonths == nil && m.gainOverHorizon == nil)
    #expect(m.yearlyGain != nil)
  }

  @Test func `an early form becomes its later form without a fee, a count or a gain`() throws {
    let k = try candidate("K", try plan(["J"]))
    #expect(k.growsFrom?.id == "J")
    #expect(k.price == nil && k.yearlyGain == nil && k.budgetFit == nil)
    #expect(try plan([]).candidates.contains { $0.credential.id == "J" } == false)
  }

  @Test(arguments: [
    (600.0, BudgetFit.within), (599.99, .over),
  ])
  func `a price is within the budget or not`(budget: Double, expected: BudgetFit) throws {
    #expect(try candidate("K", try plan([]) { $0.certificationBudget = budget }).budgetFit == expected)
  }

  @Test func `a price range that the budget pays in part is perhaps`() throws {
    #expect(try candidate("L", try plan([]) { $0.certificationBudget = 200 }).budgetFit == .partly)
    #expect(try candidate("L", try plan([])).budgetFit == nil)
  }

  @Test func `gain and payback use the pay as received`() throws {
    let k = try candidate("K", try plan([], pay: 25_000, hours: 20))
    #expect(isNear(k.yearlyGain?.high, 5_000))
  }

  @Test func `what the target asks for comes first`() throws {
    let plan = try plan(["K"]) { $0.targetSpecializationID = "lamp" }
    #expect(plan.candidates.map(\.credential.id) == ["M", "L"])
    #expect(plan.candidates.first?.purposes.first == .targetSpecialization(id: "lamp"))
  }
}

import Advising
import CareerData
import Testing

@Suite struct CertificationPlanTests {
  private func plan(
    _ credentials: [String]?, pay: Double? = 50_000, hours: Double = 40,
    dataset: CareerDataset = SmallDataset.dataset(), _ change: (inout ClientProfile) -> Void = { _ in }
  ) throws -> CertificationPlan {
    var profile = ClientProfile(id: "c")
    profile.isInField = true
    profile.hoursPerWeek = hours
    profile.pay = pay.map { StatedPay(amount: $0, basis: .annual) }
    profile.credentialIDs = credentials
    change(&profile)
    let date = try #require(CalendarDate(iso: "2024-12-01"))
    return Advice(profile: profile, dataset: dataset, reportDate: date).certificationPlan
  }

  private func candidate(_ id: String, _ plan: CertificationPlan) throws -> CertificationPlan.Candidate {
    try #require(plan.candidates.first { $0.credential.id == id })
  }

  /// An amount that is equal but for the last bits of a Double.
  private func isNear(_ a: Double?, _ b: Double) -> Bool { a.map { abs($0 - b) < 1e-6 } ?? false }

  @Test func `from none to one the step is linked to at most what the means say`() throws {
    let step = try #require(try plan([]).step)
    #expect(step.step == .noneToOne)
    #expect(step.yearly?.low == nil && isNear(step.yearly?.high, 10_000))
  }

  @Test func `from one to two it is at least that`() throws {
    let step = try #require(try plan(["K"]).step)
    #expect(isNear(step.yearly?.low, 5_000) && step.yearly?.high == nil)
  }

  @Test func `from two to three it is an amount, of the pay as received`() throws {
    #expect(isNear(try plan(["K", "M"]).step?.yearly?.exact, 5_000))
    #expect(isNear(try plan(["K", "M"], pay: 25_000, hours: 20).step?.yearly?.exact, 2_500))
  }

  @Test func `beyond three nothing is published`() throws {
    #expect(CredentialStep(from: .threeOrMore) == .beyond)
    let plan = try plan(["K", "L", "M"])
    #expect(plan.step?.step == .beyond && plan.step?.yearly == nil)
    #expect(plan.candidates.isEmpty)
  }

  @Test func `nobody asked which are held: there is no step`() throws {
    #expect(try plan(nil).step == nil)
  }

  @Test func `a credential without a purpose ahead is not proposed`() throws {
    // L is what the lowest rung asks for, which the client has left behind.
    let ahead = try plan(["K"]) { $0.rungID = "two" }
    #expect(ahead.candidates.map(\.credential.id) == ["M"])
    #expect(ahead.candidates.first?.purposes == [.nextRung(id: "three", isRequired: true)])
    #expect(try plan(["K", "M"]) { $0.rungID = "two" }.candidates.isEmpty)
  }

  @Test func `the rung above the next one is a purpose, too`() throws {
    let plan = try plan(["K"]) { $0.rungID = "one" }
    #expect(plan.candidates.map(\.purposes) == [[.rungAbove(id: "three", isRequired: true)]])
  }

  @Test func `what the target asks for comes first`() throws {
    let plan = try plan(["K"]) {
      $0.targetSpecializationID = "lamp"
      $0.rungID = "two"
    }
    #expect(
      plan.candidates.first?.purposes == [
        .targetSpecialization(id: "lamp"), .nextRung(id: "three", isRequired: true),
      ])
  }

  @Test func `an early form becomes its later form without a fee`() throws {
    let k = try candidate("K", try plan(["J"]) { $0.rungID = "one" })
    #expect(k.growsFrom?.id == "J")
    #expect(k.price == nil && k.budgetFit == nil)
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

  @Test func `who holds none chooses among those that people start with, when no aim decides`() throws {
    let plan = try plan([])
    #expect(plan.firstCredentials.map(\.credential.id) == ["K", "L"])
    #expect(plan.choices.count == 2 && plan.next == nil)
  }

  @Test func `the first credential is chosen by fit before its price`() throws {
    let dataset = SmallDataset.dataset {
      $0.settingCredentials = [
        SettingCredential(settingID: "tower", credentialID: "K", isEditorial: true)
      ]
    }
    let plan = try self.plan([], dataset: dataset) {
      $0.targetSettingID = "tower"
      $0.certificationBudget = 350
    }
    #expect(plan.firstCredentials.map(\.credential.id) == ["K"])
    #expect(plan.next?.credential.id == "K" && plan.next?.budgetFit == .over)
  }

  @Test func `a specialty of the aim comes after the first credential`() throws {
    let dataset = SmallDataset.dataset { records in
      records.credentials.append(
        Credential(
          id: "N", title: "N", body: "Guild", becomesID: nil, becomesAfterYears: nil, level: .specialty,
          sourceID: "guide", note: ""))
      records.specializationCredentials = [
        SpecializationCredential(specializationID: "fog", credentialID: "N", isEditorial: true)
      ]
    }
    let plan = try self.plan([], dataset: dataset) { $0.targetSpecializationID = "fog" }
    #expect(plan.candidates.map(\.order) == [.first, .first, .afterFirst])
    #expect(plan.candidates.last?.credential.id == "N")
    #expect(plan.choices.allSatisfy { $0.credential.id != "N" })
  }

  private func requiring(_ requirements: Credential.Requirements) -> CareerDataset {
    SmallDataset.dataset { records in
      records.credentials[3] = Credential(
        id: "M", title: "M", body: "Guild", becomesID: nil, becomesAfterYears: nil,
        requirements: requirements, sourceID: "guide", note: "")
    }
  }

  private func ofM(
    _ requirements: Credential.Requirements, _ change: @escaping (inout ClientProfile) -> Void
  ) throws -> CertificationPlan.Candidate {
    try candidate(
      "M",
      plan(["K"], dataset: requiring(requirements)) {
        $0.rungID = "two"
        change(&$0)
      })
  }

  @Test(arguments: [
    (Education?.none, [CredentialRequirement.Status.unknown, .unknown], CertificationPlan.Reach.unclear),
    (.other, [.unknown, .unknown], .unclear), (.certificate, [.missing], .closed),
    (.associate, [.met, .unknown], .unclear), (.master, [.met, .unknown], .unclear),
  ])
  func `the degree that an exam asks for is met, missing or not known`(
    education: Education?, expected: [CredentialRequirement.Status], reach: CertificationPlan.Reach
  ) throws {
    let m = try ofM(.init(education: .associate, accreditation: "the Guild")) { $0.education = education }
    #expect(m.requirements.map(\.status) == expected)
    #expect(m.reach == reach)
  }

  @Test func `years, experience and another credential are compared, too`() throws {
    let asked = Credential.Requirements(years: 2, isExperienceAsked: true, credentialID: "L")
    let some = try ofM(asked) { $0.yearsOfExperience = 1 }
    #expect(some.requirements.map(\.status) == [.missing, .met, .missing])
    #expect(try ofM(asked) { _ in }.requirements.map(\.status) == [.unknown, .unknown, .missing])
    #expect(some.reach == .closed)
    // Advice closes nothing.
    #expect(try ofM(.init(years: 2, isEditorial: true)) { $0.yearsOfExperience = 1 }.reach == .open)
  }

  @Test func `what opens a rung that pays no more is not what to take next`() throws {
    let dataset = SmallDataset.dataset { records in
      records.pay.removeAll { $0.subject == Subject(.rung, "three") }
      records.pay.append(
        SmallDataset.pay(
          Subject(.rung, "three"), .range, low: 55_000, high: 65_000, population: "guide", source: "guide"))
    }
    let plan = try self.plan(["K"], pay: 65_000, dataset: dataset) { $0.rungID = "two" }
    #expect(plan.candidates.map(\.credential.id) == ["M"] && plan.choices.isEmpty)
    #expect(try self.plan(["K"], pay: 64_999, dataset: dataset) { $0.rungID = "two" }.next != nil)
  }
}

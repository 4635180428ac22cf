import Advising
import CareerData
import Testing

@Suite struct ComparisonTests {
  private func advice(
    pay: Double? = 40_000, dataset: CareerDataset = SmallDataset.dataset(),
    _ change: (inout ClientProfile) -> Void = { _ in }
  ) throws -> Advice {
    var profile = ClientProfile(id: "c")
    profile.pay = pay.map { StatedPay(amount: $0, basis: .annual) }
    profile.isInField = true
    change(&profile)
    let date = try #require(CalendarDate(iso: "2024-12-01"))
    return Advice(profile: profile, dataset: dataset, reportDate: date)
  }

  @Test func `a setting takes the pay of its own industry, and that leads another source`() throws {
    let office = try #require(try advice().settings.first { $0.id == "office" })
    #expect(office.pay?.annual == 58_000)
    #expect(office.pay?.fromClient == Difference(of: 58_000, from: 40_000))
    #expect(office.pay?.fromNationalMedian?.amount == 8_000)
    #expect(office.otherPay.map(\.annual) == [65_000])
    #expect(office.nearest.isEmpty)
  }

  @Test func `a setting without a figure names the industry that contains it`() throws {
    let tower = try #require(try advice().settings.first { $0.id == "tower" })
    #expect(tower.pay == nil)
    #expect(tower.nearest.map(\.subject) == [Subject(.industry, "62")])
    #expect(tower.nearest.first?.pay?.annual == 48_000)
  }

  @Test func `the most detailed industry wins`() throws {
    let dataset = SmallDataset.dataset {
      $0.industries.append(Industry(naics: "622", title: "Hospitals", level: "3-digit"))
      $0.pay.append(SmallDataset.pay(Subject(.industry, "622"), .median, value: 49_000))
    }
    let settings = try advice(dataset: dataset).settings
    #expect(settings.first { $0.id == "tower" }?.pay?.annual == 49_000)
    #expect(settings.first { $0.id == "tower" }?.nearest.isEmpty == true)
    #expect(settings.first { $0.id == "shore" }?.nearest.first?.pay?.annual == 48_000)
  }

  @Test func `a setting without codes says that nothing is published`() throws {
    #expect(try advice().settings.first { $0.id == "boat" }?.hasNoFigure == true)
  }

  @Test(arguments: [
    ("62", "622", true), ("62", "62", true), ("622", "62", false), ("31-33", "3254", true),
    ("31-33", "34", false),
    ("99", "622", false),
  ])
  func `an industry contains the codes that begin with it`(naics: String, code: String, expected: Bool) {
    #expect(Industry(naics: naics, title: "", level: "").contains(naics: code) == expected)
  }

  @Test func `hourly pay keeps its unit and is compared by 2,080 hours`() throws {
    let lamp = try #require(try advice().specializations.first { $0.id == "lamp" })
    #expect(lamp.pay?.amount == 30)
    #expect(lamp.pay?.annual == 62_400)
    #expect(lamp.pay?.fromClient?.amount == 22_400)
  }

  @Test func `a specialization without a figure names the rung that is nearest, if the dataset does`() throws
  {
    let items = try advice().specializations
    #expect(items.first { $0.id == "fog" }?.nearest.first?.range?.annualLow == 50_000)
    #expect(items.first { $0.id == "bell" }?.hasNoFigure == true)
  }

  @Test func `without pay every published figure still stands and only differences are empty`() throws {
    let advice = try advice(pay: nil)
    let pay = (advice.settings + advice.specializations).compactMap(\.pay)
    #expect(pay.map(\.annual) == [58_000, 62_400])
    #expect(pay.allSatisfy { $0.fromClient == nil && $0.fromNationalMedian != nil })
    #expect(advice.certificationPlan.candidates.allSatisfy { $0.yearlyGain == nil })
    #expect(advice.questions.first == .pay)
  }

  @Test func `what the client holds or aims at is marked`() throws {
    let advice = try advice {
      $0.settingID = "tower"
      $0.targetSettingID = "boat"
    }
    #expect(advice.settings.first { $0.id == "tower" }?.mark == ItemMark(isPresent: true, isTarget: false))
    #expect(advice.settings.first { $0.id == "boat" }?.mark == ItemMark(isPresent: false, isTarget: true))
  }

  @Test func `a state's pay level is its median over the nation's`() throws {
    let advice = try advice { $0.stateCode = "AA" }
    #expect(advice.state?.payLevel == 1.2)
    #expect(advice.state?.difference == Difference(of: 40_000, from: 60_000))
    #expect(advice.state?.placement == .at(10))
    #expect(advice.national?.payLevel == nil)
  }

  @Test func `a state without figures has no place and no level`() throws {
    let advice = try advice { $0.stateCode = "BB" }
    #expect(advice.state?.benchmark == nil)
    #expect(advice.state?.placement == nil)
    #expect(advice.state?.payLevel == nil)
  }

  @Test func `who works in another field has no percentile, no rung and no gain`() throws {
    let advice = try advice {
      $0.isInField = false
      $0.credentialIDs = []
    }
    #expect(advice.national?.placement == nil)
    #expect(advice.national?.difference?.amount == -10_000)
    #expect(advice.ladder.standing == .notInField)
    #expect(advice.certificationPlan.candidates.allSatisfy { $0.yearlyGain == nil })
  }

  @Test(arguments: [("2025-05-31", false), ("2025-06-01", true), ("2024-06-01", false)])
  func `figures more than twelve months old at the report's date are said to be so`(
    date: String, isStale: Bool
  ) throws {
    let advice = Advice(
      profile: ClientProfile(id: "c"), dataset: SmallDataset.dataset(),
      reportDate: try #require(CalendarDate(iso: date)))
    #expect(advice.staleness?.isStale == isStale)
  }
}

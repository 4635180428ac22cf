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

  @Test func `a setting without codes says that nothing is published`() throws {
    #expect(try advice().settings.first { $0.id == "boat" }?.hasNoFigure == true)
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
    #expect(advice.certificationPlan.step?.yearly == nil)
    #expect(advice.questions.contains(.pay))
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

  @Test func `a median that is only a lower bound gives way to the mean, and nothing is compared with it`()
    throws
  {
    let dataset = SmallDataset.dataset {
      $0.pay = [
        SmallDataset.pay(.national, .median, low: 239_200, isOpenEnded: true),
        SmallDataset.pay(.national, .mean, value: 371_280),
        SmallDataset.pay(Subject(.area, "state:AA"), .median, low: 239_200, isOpenEnded: true),
      ]
    }
    let advice = try advice(pay: 300_000, dataset: dataset) { $0.stateCode = "AA" }
    #expect(advice.national?.benchmark?.statistic == .mean)
    #expect(advice.national?.difference?.amount == -71_280)
    #expect(advice.state?.benchmark?.floor == 239_200)
    #expect(advice.state?.difference == nil && advice.state?.payLevel == nil)
    #expect(advice.state?.isEmpty == false)
    let median = try #require(advice.median(of: Subject(.area, "state:AA")))
    #expect(median.isFloor && median.amount == 239_200 && median.fromClient == nil)
  }

  @Test(arguments: [
    ([PayBasis.annual], PayBasis.annual as PayBasis?), ([.hourly], .hourly), ([.annual, .hourly], nil),
  ])
  func `wages that are published on one basis only are known as such`(
    bases: [PayBasis], expected: PayBasis?
  ) throws {
    let dataset = SmallDataset.dataset {
      $0.pay = bases.map { SmallDataset.pay(.national, .median, value: 30, basis: $0) }
    }
    #expect(try advice(dataset: dataset).onlyWageBasis == expected)
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
    #expect(advice.certificationPlan.step?.yearly == nil)
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

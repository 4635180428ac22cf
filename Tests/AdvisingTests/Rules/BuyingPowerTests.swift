import Advising
import Calculation
import CareerData
import Testing

@Suite struct BuyingPowerTests {
  private func advice(
    _ change: (inout CareerDataset.Records) -> Void = { _ in },
    client: (inout ClientProfile) -> Void = { _ in }
  ) throws -> Advice {
    var profile = ClientProfile(id: "c")
    profile.stateCode = "AA"
    client(&profile)
    let date = try #require(CalendarDate(iso: "2024-12-01"))
    let dataset = SmallDataset.dataset {
      $0.priceParities = [
        PriceParity(areaID: "state:AA", year: 2024, rpp: 120, sourceID: "census"),
        PriceParity(areaID: "national", year: 2024, rpp: 100, sourceID: "census"),
      ]
      change(&$0)
    }
    return Advice(profile: profile, dataset: dataset, reportDate: date)
  }

  @Test func `pay is divided by the level of prices`() throws {
    #expect(Rule.buyingPower.number(59_700, 110.7).rounded() == 53_930)
    let power = try #require(try advice().buyingPower.first)
    #expect(power.annual == 50_000 && power.parity.rpp == 120 && power.area.id == "state:AA")
  }

  @Test func `a level of nothing gives nothing`() {
    #expect(Rule.buyingPower.value(.exactly(50_000), .exactly(0)) == .missing)
  }

  @Test func `the nation has none, nor has a place without a price parity`() throws {
    #expect(try advice().buyingPower.count == 1)
    #expect(try advice({ $0.priceParities = [] }).buyingPower.isEmpty)
    #expect(try advice(client: { $0.stateCode = nil }).buyingPower.isEmpty)
    #expect(try advice(client: { $0.stateCode = "BB" }).buyingPower.isEmpty)
  }

  @Test func `it changes no other finding`() throws {
    let (with, without) = (try advice(), try advice { $0.priceParities = [] })
    #expect(with.state == without.state && with.national == without.national)
    #expect(with.settings == without.settings && with.ladder == without.ladder)
    #expect(with.keyFindings == without.keyFindings)
  }

  @Test func `a month is a twelfth of a year`() {
    #expect(Rule.monthlyOfAnnual.number(46_000).rounded() == 3833)
  }
}

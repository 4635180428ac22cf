import Advising
import CareerData
import Testing

@Suite struct PlaceTests {
  static let states = [
    ("AL", "Alabama"), ("VA", "Virginia"), ("WV", "West Virginia"), ("KS", "Kansas"), ("AR", "Arkansas"),
    ("NY", "New York"), ("NJ", "New Jersey"),
  ].map { Area(id: "state:\($0.0)", kind: .state, code: $0.0, fips: "", title: $0.1) }

  static func area(_ code: String, _ title: String) -> Area {
    Area(id: "area:\(code)", kind: .metropolitan, code: code, fips: "", title: title)
  }

  @Test(arguments: [
    ("Los Angeles-Long Beach-Anaheim, CA", ["CA"]), ("New York-Newark-Jersey City, NY-NJ", ["NY", "NJ"]),
    ("Northeast Alabama nonmetropolitan area", ["AL"]),
    ("Southern West Virginia nonmetropolitan area", ["WV"]), ("Kansas nonmetropolitan area", ["KS"]),
    ("Arkansas nonmetropolitan area", ["AR"]), ("Somewhere, far away", []), ("Somewhere", []),
    ("Boston-Cambridge-Newton, MA-NH Metro", ["MA", "NH"]),
  ])
  func `an area's states are those its title ends with, or names`(title: String, expected: [String]) {
    #expect(Self.area("1", title).stateCodes(among: Self.states) == expected)
  }

  private func advice(_ change: (inout ClientProfile) -> Void) throws -> Advice {
    let dataset = SmallDataset.dataset {
      $0.areas += [Self.area("11111", "Fogport, AA"), Self.area("22222", "Twin Bays, AA-BB")]
      $0.pay += [(PayStatistic.percentile25, 30_000.0), (.median, 45_000), (.percentile75, 60_000)].map {
        SmallDataset.pay(Subject(.area, "area:11111"), $0.0, value: $0.1)
      }
    }
    var profile = ClientProfile(id: "c")
    profile.pay = StatedPay(amount: 42_000, basis: .annual)
    profile.isInField = true
    change(&profile)
    let date = try #require(CalendarDate(iso: "2024-12-01"))
    return Advice(profile: profile, dataset: dataset, reportDate: date)
  }

  @Test func `an area has a place, a difference and a pay level of its own`() throws {
    let advice = try advice {
      $0.areaID = "area:11111"
      $0.stateCode = "AA"
    }
    let area = try #require(advice.area)
    #expect(area.difference == Difference(of: 42_000, from: 45_000))
    #expect(area.placement == .at(45))
    #expect(area.payLevel == 0.9)
    #expect(advice.state?.area.code == "AA" && advice.national != nil)
    #expect(!advice.place.isAreaOutsideState && !advice.place.isStateInferred)
    #expect(
      advice.keyFindings.compactMap { if case .position(let place) = $0 { place.area.id } else { nil } }
        == ["area:11111"])
  }

  @Test func `an area of one state tells the state, one of several does not`() throws {
    let one = try advice { $0.areaID = "area:11111" }
    #expect(one.place.state?.code == "AA" && one.place.isStateInferred)
    #expect(!one.questions.contains(.state))
    let two = try advice { $0.areaID = "area:22222" }
    #expect(two.place.state == nil && two.questions.contains(.state))
    #expect(two.area?.isEmpty == true)
  }

  @Test(arguments: [("area:11111", true), ("area:22222", false)])
  func `an area outside the state of the profile is said to be so`(id: String, isOutside: Bool) throws {
    let advice = try advice {
      $0.areaID = id
      $0.stateCode = "BB"
    }
    #expect(advice.place.isAreaOutsideState == isOutside)
    #expect(advice.state?.area.code == "BB")
  }
}

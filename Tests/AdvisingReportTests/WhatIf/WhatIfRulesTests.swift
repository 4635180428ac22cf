import Advising
import Calculation
import CareerData
import ReportModel
import SampleReports
import TestValues
import Testing

@testable import AdvisingReport

/// One set of rules, two executions: the formulas of the what-if against the rules of Advising.
struct WhatIfRulesTests {
  @Test(arguments: SampleClients.ids)
  func `the formulas say of a sample client what the rules say`(id: String) throws {
    let advice = try SampleClients.advice(id)
    let whatIf = try #require(try SampleClients.report(id).whatIf)
    let values = try whatIf.values()
    AdviceInWhatIf(advice.profile.aimingAtPresent, of: advice.profile, advice.dataset, values)
      .compare(with: values, of: whatIf, id)
  }

  @Test func `changed assumptions say what the rules say of a client of whom they are true`() throws {
    let whatIf = try #require(try SampleClients.report("worked-example").whatIf)
    let client = try SampleClients.advice("worked-example")
    var random = SeededGenerator(seed: 29_2072)
    for round in 0..<Rounds.count(100) {
      let changed = ChangedAssumptions(whatIf, client.dataset, &random)
      let values = try whatIf.values(changed.changes)
      AdviceInWhatIf(changed.profile, of: client.profile, client.dataset, values)
        .compare(with: values, of: whatIf, "round \(round)")
    }
  }

  @Test func `what is not entered leaves out only what depends on it`() throws {
    let whatIf = try #require(try SampleClients.report("worked-example").whatIf)
    for input in whatIf.inputs {
      let values = try whatIf.values([input.name: .missing])
      #expect(values.named[WhatIfName.nationalMedian.rawValue] == .number(50250), "without \(input.name)")
    }
    let nothing = Dictionary(uniqueKeysWithValues: whatIf.inputs.map { ($0.name, FormulaValue.missing) })
    let values = try whatIf.values(nothing)
    #expect(values.projected.allSatisfy { $0.allSatisfy { $0 == .missing } })
  }

  @Test func `the worked example pays back what is entered`() throws {
    let whatIf = try #require(try SampleClients.report("worked-example").whatIf)
    let values = try whatIf.values(["certification_cost": .number(600), "horizon_years": .number(5)])
    let gain = 46_000 * (71_130.0 / 66_979 - 1)
    #expect(AdviceInWhatIf.areEqual(values.named["yearly_gain"] ?? .missing, .number(gain)))
    #expect(AdviceInWhatIf.areEqual(values.named["payback_months"] ?? .missing, .number(600 / gain * 12)))
    #expect(AdviceInWhatIf.areEqual(values.named["gain_over_horizon"] ?? .missing, .number(gain * 5 - 600)))
    #expect(values.notes["yearly_gain"] == .text("at least"))
    #expect(values.notes["payback_months"] == .text("at most"))
  }

  @Test func `outside the field the aim is drawn from when it can begin: after the training and its years`()
    throws
  {
    let whatIf = try #require(try SampleClients.report("career-changer").whatIf)
    let values = try whatIf.values()
    // 9 months of training and the 3 years that the guide names for HCC risk adjustment.
    #expect(AdviceInWhatIf.areEqual(values.named["specialization_wait"] ?? .missing, .number(3.75)))
    let paths = try #require(whatIf.projection).paths
    let aim = values.projected[try #require(paths.firstIndex { $0.id == "target_specialization" })]
    #expect(AdviceInWhatIf.areEqual(aim[3], .number(3 * 41_500)))
    // A quarter of the fourth year at the low end of the guide's range.
    #expect(AdviceInWhatIf.areEqual(aim[4], .number(3.75 * 41_500 + 0.25 * 70_000)))
    let unknown = try whatIf.values(["in_field": .missing])
    #expect(unknown.named["specialization_wait"] == .missing)
  }

  @Test func `earnings add up year by year as the rule says`() throws {
    let whatIf = try #require(try SampleClients.report("part-time-freelancer").whatIf)
    let values = try whatIf.values(["yearly_raise": .number(3), "certification_cost": .number(425)])
    let projection = try #require(whatIf.projection)
    let named = values.named.compactMapValues(\.number)
    let actual = try #require(named["actual_pay"])
    let share = actual / (try #require(named["full_time_pay"]))
    // Seven years are enough for every way; a credential more takes six months of study.
    let ways: [String: (pay: Double?, wait: Double, cost: Double)] = [
      "stay": (actual, 0, 0), "next_credential": (named["yearly_gain"].map { actual + $0 }, 0.5, 425),
      "first_post": (nil, 0, 0), "next_rung": (named["next_rung_low"].map { $0 * share }, 0.5, 0),
      "target_specialization": (named["specialization_pay"].map { $0 * share }, 0, 0),
    ]
    for (path, amounts) in zip(projection.paths, values.projected) {
      let (pay, wait, cost) = try #require(ways[path.id])
      guard let pay else {
        #expect(amounts.allSatisfy { $0 == .missing }, "\(path.id)")
        continue
      }
      let sums = EarningsProjection.cumulative(
        yearlyPay: pay, payBefore: actual, yearsBefore: wait, raisePercent: 3, cost: cost, years: 50)
      for (found, sum) in zip(amounts, sums) {
        #expect(AdviceInWhatIf.areEqual(found, .number(sum)), "\(path.id)")
      }
    }
  }

  @Test func `pay that is a range is a band, from the line of its low end up to its high end`() throws {
    let whatIf = try #require(try SampleClients.report("worked-example").whatIf)
    let values = try whatIf.values([WhatIfName.raise.rawValue: .number(0)])
    let paths = try #require(whatIf.projection?.paths)
    let next = try #require(paths.firstIndex { $0.id == "next_rung" })
    // $55,000 to $70,000 a year, for the years after half a year of waiting.
    for year in 1...5 {
      let low = try #require(values.projected[next][year].number)
      let high = try #require(values.projectedHigh[next][year].number)
      #expect(abs(high - low - 15_000 * (Double(year) - 0.5)) < 0.01, "year \(year)")
    }
    let chart = try #require(try whatIf.earningsChart())
    let bands = chart.groups.filter { $0.points.contains { $0.low != nil } }
    #expect(bands.map(\.title).contains(paths[next].label))
    #expect(bands.allSatisfy { !$0.note.isEmpty })
    // Certified coders' pay has an upper end, that of risk adjustment goes on beyond it.
    for band in bands {
      #expect(band.points.contains(where: \.isOpen) == (band.emphasis == .target), "\(band.title)")
    }
    #expect(chart.groups.first { $0.emphasis == .present }?.points.allSatisfy { $0.low == nil } == true)
  }

  @Test func `a way begins when it can, and present pay goes on until then`() throws {
    let whatIf = try #require(try SampleClients.report("worked-example").whatIf)
    let values = try whatIf.values()
    let projection = try #require(whatIf.projection)
    func sums(_ id: String) throws -> [Double] {
      let index = try #require(projection.paths.firstIndex { $0.id == id })
      return values.projected[index].compactMap(\.number)
    }
    // Half a year at 46,000, half at 55,000; the target from a year and a half on.
    #expect(Array(try sums("next_rung").prefix(3)) == [0, 50_500, 105_500])
    #expect(Array(try sums("target_specialization").prefix(4)) == [0, 46_000, 104_000, 174_000])
    let unknown = try whatIf.values(["years_of_experience": .missing])
    for id in ["next_rung", "target_specialization"] {
      let index = try #require(projection.paths.firstIndex { $0.id == id })
      #expect(unknown.projected[index].allSatisfy { $0 == .missing })
    }
  }

  /// A manager holds RHIA or RHIT, which ask for a degree: nobody knows of the worked example's, so the way is not drawn.
  @Test func `on another rung a way waits for the credential that its next one asks for`() throws {
    let example = try #require(try SampleClients.report("worked-example").whatIf)
    let auditor: [String: FormulaValue] = [
      "rung_choice": .text("Coding auditor or compliance specialist"), "years_of_experience": .number(11),
    ]
    let values = try example.values(auditor)
    #expect(values.named["next_rung"] == .text("HIM manager or revenue cycle manager"))
    #expect(values.named["next_rung_low"] == .number(80_000))
    #expect(values.named["next_rung_wait"] == .missing)
    // The auditor holds the CPC that a certified coder needs, and the CIC of a senior one.
    let back = try #require(try SampleClients.report("auditor").whatIf)
    for (rung, years, wait) in [("Entry-level coder or billing clerk", 1.5, 0.5), ("Certified coder", 3, 0)] {
      let values = try back.values(["rung_choice": .text(rung), "years_of_experience": .number(years)])
      #expect(values.named["next_rung_wait"] == .number(wait), "\(rung)")
    }
  }

  @Test func `who works in another field begins with a first post after the training`() throws {
    let whatIf = try #require(try SampleClients.report("career-changer").whatIf)
    let values = try whatIf.values()
    let index = try #require(whatIf.projection?.paths.firstIndex { $0.id == "first_post" })
    // Nine months at 41,500, three at 37,500.
    #expect(values.projected[index][1] == .number(40_500))
  }
}

extension ClientProfile {
  /// The what-if shows the present item where the client has no target.
  var aimingAtPresent: ClientProfile {
    var profile = self
    profile.targetSettingID = targetSettingID ?? settingID
    profile.targetSpecializationID = targetSpecializationID ?? specializationID
    return profile
  }
}

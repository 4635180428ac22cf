import Advising
import CareerData
import ReportModel
import Testing

@testable import AdvisingReport

/// What the rules of Advising say of a profile, under the names of the what-if: the second calculation that its
/// formulas are held against.
struct AdviceInWhatIf {
  let advice: Advice

  /// Missing: the formulas must come to nothing.
  var expected: [WhatIfName: FormulaValue] {
    let pay = advice.pay
    let area = advice.state ?? advice.national
    let setting = item(advice.settings, advice.profile.targetSettingID)
    let specialization = item(advice.specializations, advice.profile.targetSpecializationID)
    var expected: [WhatIfName: FormulaValue] = [
      .fullTimePay: number(pay?.annual), .actualPay: number(pay?.actualAnnual),
      .hourlyPay: number(pay?.hourly),
      .nationalMedian: number(advice.national?.benchmarkAnnual),
      .nationalPercentile: placement(advice.national?.placement),
      .nationalDifference: number(advice.national?.difference?.amount),
      .nationalPercent: number(advice.national?.difference?.percent),
      .areaMedian: number(area?.benchmarkAnnual), .areaPercentile: placement(area?.placement),
      .areaDifference: number(area?.difference?.amount), .areaPercent: number(area?.difference?.percent),
      .payLevel: number(area?.area.kind == .nation ? 1 : area?.payLevel),
    ]
    expected[.settingPay] = number(setting?.pay?.annual)
    expected[.settingDifference] = number(setting?.pay?.fromClient?.amount)
    expected[.settingPercent] = number(setting?.pay?.fromClient?.percent)
    let range = specialization?.pay == nil ? specialization?.ranges.first : nil
    expected[.specializationPay] = number(specialization?.pay?.annual ?? range?.annualLow)
    expected[.specializationDifference] = number(
      (specialization?.pay?.fromClient ?? range?.lowFromClient)?.amount)
    expected[.specializationPercent] = number(
      (specialization?.pay?.fromClient ?? range?.lowFromClient)?.percent)
    expected.merge(credentials) { $1 }
    expected.merge(ladder) { $1 }
    return expected
  }

  private var credentials: [WhatIfName: FormulaValue] {
    let group = advice.held.flatMap { held in
      advice.credentials.groups.first { $0.id == held.group.rawValue }
    }
    let step = advice.certificationPlan.step
    let means = step?.groupIDs.map { ids in
      (
        advice.pay(of: Subject(.credentialGroup, ids.upper)),
        advice.pay(of: Subject(.credentialGroup, ids.lower))
      )
    }
    var gain: Double?
    if advice.status == .inField, let pay = advice.pay, let upper = means?.0, let lower = means?.1 {
      gain =
        step?.yearlyGain(actualAnnual: pay.actualAnnual, upper: upper.annual, lower: lower.annual).anySide
    }
    return [
      .groupPay: number(group?.pay.annual), .groupDifference: number(group?.pay.fromClient?.amount),
      .yearlyGain: number(gain),
    ]
  }

  private var ladder: [WhatIfName: FormulaValue] {
    guard let next = advice.ladder.next,
      advice.ladder.standing.rung != nil,
      let rung = advice.ladder.rungs.first(where: { $0.rung == next.rung })
    else { return [.nextLow: .missing, .gapLow: .missing] }
    let range = rung.comparison.ranges.first
    return [
      .nextRung: .text(rung.rung.title),
      .nextLow: number(range?.annualLow ?? rung.comparison.pay?.annual),
      .nextHigh: number(range == nil ? rung.comparison.pay?.annual : range?.annualHigh),
      .gapLow: number((range?.lowFromClient ?? rung.comparison.pay?.fromClient)?.amount),
    ]
  }

  private func item(_ items: [ItemComparison], _ id: String?) -> ItemComparison? {
    items.first { $0.id == id }
  }

  private func number(_ number: Double?) -> FormulaValue { number.map(FormulaValue.number) ?? .missing }

  private func placement(_ placement: WageDistribution.Placement?) -> FormulaValue {
    func ordinal(_ percentile: Double) -> String { "\(Int(percentile))th" }
    return switch placement {
    case nil: .missing
    case .at(let percentile): .number(percentile)
    case .below(let percentile): .text("below the \(ordinal(percentile))")
    case .above(let percentile): .text("above the \(ordinal(percentile))")
    case .between(let low, let high): .text("between the \(ordinal(low)) and the \(ordinal(high))")
    }
  }

  /// Records an issue for each value that the formulas give and the rules do not.
  func compare(with values: WhatIfValues, _ place: String) {
    for (name, wanted) in expected {
      guard let found = values.named[name.rawValue] else {
        Issue.record("\(place): no \(name)")
        continue
      }
      #expect(
        Self.areEqual(found, wanted), "\(place): \(name) is \(found), not \(wanted)")
    }
  }

  static func areEqual(_ a: FormulaValue, _ b: FormulaValue) -> Bool {
    guard let first = a.number, let second = b.number else { return a == b }
    return abs(first - second) <= 1e-9 * max(1, abs(first), abs(second))
  }
}

extension Bounded {
  fileprivate var anySide: Double? { value ?? low ?? high }
}

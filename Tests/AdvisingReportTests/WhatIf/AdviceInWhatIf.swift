import Advising
import Calculation
import CareerData
import ReportModel
import Testing

@testable import AdvisingReport

/// What the rules of Advising say of a profile, under the names of the what-if: the second calculation that its
/// formulas are held against.
struct AdviceInWhatIf {
  /// With the price of a credential that the what-if counts with.
  let advice: Advice
  private let raise: Double?

  /// - Parameter values: of the what-if, which says what one credential more costs and for how many years to count.
  init(_ profile: ClientProfile, _ dataset: CareerDataset, _ values: WhatIfValues) {
    var profile = profile
    if let years = values.named[WhatIfName.horizon.rawValue]?.number { profile.horizonYears = Int(years) }
    advice = Advice(
      profile: profile,
      dataset: dataset.pricing(everyCredential: values.named[WhatIfName.cost.rawValue]?.number),
      reportDate: CalendarDate(year: 2026, month: 11, day: 23)!)
    raise = values.named[WhatIfName.raise.rawValue]?.number
  }

  /// Missing: the formulas must come to nothing.
  var expected: [WhatIfName: FormulaValue] {
    let pay = advice.pay
    let area = advice.state ?? advice.national
    var expected: [WhatIfName: FormulaValue] = [
      .fullTimePay: number(pay?.annual), .actualPay: number(pay?.actualAnnual),
      .hourlyPay: number(pay?.hourly),
      .nationalMedian: number(advice.national?.benchmarkAnnual),
      .nationalPercentile: placement(advice.national?.placement),
      .nationalDifference: number(advice.national?.difference?.amount),
      .nationalPercent: number(advice.national?.difference?.percent),
      .areaMedian: number(area?.benchmarkAnnual), .areaPercentile: placement(area?.placement),
      .areaDifference: number(area?.difference?.amount), .areaPercent: number(area?.difference?.percent),
      .payLevel: number(payLevel(area)),
    ]
    let setting = compared(advice.settings, advice.profile.targetSettingID)
    expected[.settingPay] = number(setting?.annual)
    expected[.settingDifference] = number(setting?.difference?.amount)
    expected[.settingPercent] = number(setting?.difference?.percent)
    let specialization = compared(advice.specializations, advice.profile.targetSpecializationID)
    expected[.specializationPay] = number(specialization?.annual)
    expected[.specializationDifference] = number(specialization?.difference?.amount)
    expected[.specializationPercent] = number(specialization?.difference?.percent)
    expected.merge(credentials) { $1 }
    expected.merge(ladder) { $1 }
    return expected
  }

  /// The what-if says 1 of the nation itself.
  private func payLevel(_ position: Position?) -> Double? {
    guard let position, position.area.kind == .nation else { return position?.payLevel }
    let isLevel = position.benchmark?.statistic == .median && position.benchmarkAnnual.map { $0 > 0 } == true
    return isLevel ? 1 : nil
  }

  /// An item's mean or median when it is an amount; the low end of its range where neither is published.
  private func compared(
    _ items: [ItemComparison], _ id: String?
  ) -> (annual: Double?, difference: Difference?)? {
    items.first { $0.id == id }.map { item in
      if let pay = item.pay { return (pay.isFloor ? nil : pay.annual, pay.fromClient) }
      return (item.ranges.first?.annualLow, item.ranges.first?.lowFromClient)
    }
  }

  // MARK: - Credentials

  /// One that is no early form of another, which costs and gains nothing.
  private var candidate: CertificationPlan.Candidate? {
    advice.certificationPlan.candidates.first { $0.growsFrom == nil }
  }

  private var credentials: [WhatIfName: FormulaValue] {
    let group = advice.held.flatMap { held in
      advice.credentials.groups.first { $0.id == held.group.rawValue }
    }
    var credentials: [WhatIfName: FormulaValue] = [
      .groupPay: number(group.flatMap { $0.pay.isFloor ? nil : $0.pay.annual }),
      .groupDifference: number(group?.pay.fromClient?.amount),
      .groupPercent: number(group?.pay.fromClient?.percent),
      .yearlyGain: .missing, .paybackMonths: .missing, .gainOverHorizon: .missing,
    ]
    guard let candidate else {
      // Nobody to say it of; the step is the same.
      credentials[.yearlyGain] = number(gainOfStep)
      (credentials[.paybackMonths], credentials[.gainOverHorizon]) = (nil, nil)
      return credentials
    }
    credentials[.yearlyGain] = number(candidate.yearlyGain?.anySide)
    credentials[.paybackMonths] = number(candidate.paybackMonths?.anySide)
    credentials[.gainOverHorizon] = number(candidate.gainOverHorizon?.anySide)
    return credentials
  }

  private var gainOfStep: Double? {
    guard advice.status == .inField, let pay = advice.pay, let step = advice.certificationPlan.step,
      let upper = advice.certificationPlan.stepFigures.first,
      let lower = advice.certificationPlan.stepFigures.last
    else { return nil }
    return step.yearlyGain(
      actualAnnual: pay.actualAnnual, upper: upper.annual(upper.value ?? .nan),
      lower: lower.annual(lower.value ?? .nan)
    ).anySide
  }

  // MARK: - Ladder

  private var ladder: [WhatIfName: FormulaValue] {
    guard advice.ladder.standing.rung != nil else {
      return [.nextRung, .nextLow, .nextHigh, .gapLow, .gapHigh].reduce(into: [:]) { $0[$1] = .missing }
    }
    let rung = advice.ladder.rungs.first { $0.rung == advice.ladder.next?.rung }
    let range = rung?.comparison.ranges.first
    let pay = range == nil ? rung?.comparison.pay.flatMap { $0.isFloor ? nil : $0 } : nil
    return [
      .nextRung: .text(rung?.rung.title ?? "none, this is the highest rung"),
      .nextLow: number(range?.annualLow ?? pay?.annual),
      .nextHigh: number(range?.annualHigh ?? pay?.annual),
      .gapLow: number((range?.lowFromClient ?? pay?.fromClient)?.amount),
      .gapHigh: number((range?.highFromClient ?? pay?.fromClient)?.amount),
    ]
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

  // MARK: - Comparison

  /// Records an issue for each value of which the formulas and the rules say two things, or only one of them something.
  ///
  /// - Returns: how many values both state.
  @discardableResult func compare(with values: WhatIfValues, of whatIf: WhatIf, _ place: String) -> Int {
    let expected = expected
    var statedCount = 0
    let results = whatIf.groups.flatMap(\.results).map(\.formula.name)
    for (name, wanted) in expected {
      let found = results.contains(name.rawValue) ? values.named[name.rawValue] ?? .missing : .missing
      #expect(Self.areEqual(found, wanted), "\(place): \(name) is \(found), not \(wanted)")
      if found != .missing { statedCount += 1 }
    }
    if candidate != nil {
      let unknown = results.filter { name in !expected.keys.contains { $0.rawValue == name } }
      #expect(unknown == [], "\(place): no rule is held against these")
    }
    compareEarnings(values, of: whatIf, expected, place)
    return statedCount
  }

  private func compareEarnings(
    _ values: WhatIfValues, of whatIf: WhatIf, _ expected: [WhatIfName: FormulaValue], _ place: String
  ) {
    let actual = advice.pay?.actualAnnual
    let share = advice.pay.map { $0.actualAnnual / $0.annual }
    func product(_ a: Double?, _ b: Double?) -> Double? { a.flatMap { a in b.map { a * $0 } } }
    let gain = expected[.yearlyGain]?.number
    let cost = values.named[WhatIfName.cost.rawValue]?.number
    let ways: [String: (pay: Double?, cost: Double?)] = [
      "stay": (actual, 0),
      "next_credential": (gain.flatMap { gain in actual.map { $0 + gain } }, cost),
      "next_rung": (product(expected[.nextLow]?.number, share), 0),
      "target_specialization": (product(expected[.specializationPay]?.number, share), 0),
    ]
    for (id, way) in ways {
      let index = whatIf.projection?.paths.firstIndex { $0.id == id }
      let amounts = index.map { values.projected[$0] } ?? []
      guard let pay = way.pay, let cost = way.cost, let raise else {
        #expect(amounts.allSatisfy { $0 == .missing }, "\(place): \(id)")
        continue
      }
      let sums = EarningsProjection.cumulative(yearlyPay: pay, raisePercent: raise, cost: cost, years: 50)
      #expect(
        amounts.count == sums.count
          && zip(amounts, sums).allSatisfy { Self.areEqual($0, .number($1)) }, "\(place): \(id)")
    }
  }

  static func areEqual(_ a: FormulaValue, _ b: FormulaValue) -> Bool {
    guard let first = a.number, let second = b.number else { return a == b }
    return abs(first - second) <= 1e-9 * max(1, abs(first), abs(second))
  }
}

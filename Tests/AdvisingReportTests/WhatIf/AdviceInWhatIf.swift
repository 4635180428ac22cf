import Advising
import Calculation
import CareerData
import ReportModel
import Testing

@testable import AdvisingReport

/// What the rules of Advising say of a profile, under the names of the what-if: the second calculation that its
/// formulas are held against.
struct AdviceInWhatIf {
  let advice: Advice
  /// Years until the credential that the next rung asks for can be there, for the client whose what-if it is on the
  /// rung that is entered: which credentials are held, and what education, is not entered.
  private let nextCredentialWait: Double?
  private let raise: Double?
  private let cost: Double?
  private let horizon: Double?

  /// - Parameters:
  ///   - client: the client whose what-if it is.
  ///   - values: of the what-if, which says what one credential more costs and for how many years to count.
  init(_ profile: ClientProfile, of client: ClientProfile, _ dataset: CareerDataset, _ values: WhatIfValues) {
    func advice(_ profile: ClientProfile) -> Advice {
      Advice(
        profile: profile, dataset: dataset, reportDate: CalendarDate(year: 2026, month: 11, day: 23)!)
    }
    func number(_ name: WhatIfName) -> Double? { values.named[name.rawValue]?.number }
    self.advice = advice(profile)
    var onRung = client
    (onRung.isInField, onRung.rungID) = (true, self.advice.ladder.standing.rung?.id)
    let other = advice(onRung)
    nextCredentialWait = other.ladder.next.flatMap { other.credentialWait(for: $0.rung) }
    (raise, cost, horizon) = (number(.raise), number(.cost), number(.horizon))
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
    expected[.specializationWait] = number(specializationWait)
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

  /// By the best source: a mean or a median when it is an amount, the low end of a range.
  private func compared(
    _ items: [ItemComparison], _ id: String?
  ) -> (annual: Double?, difference: Difference?)? {
    items.first { $0.id == id }.map { item in
      switch advice.leadingPay(of: item) {
      case .pay(let pay): (pay.isFloor ? nil : pay.annual, pay.fromClient)
      case .range(let range): (range.annualLow, range.lowFromClient)
      case nil: (nil, nil)
      }
    }
  }

  // MARK: - When things begin

  private var specializationWait: Double? {
    let asked = advice.dataset.records.specializations
      .first { $0.id == advice.profile.targetSpecializationID }
      .flatMap { $0.experienceHigh ?? $0.experienceLow }
    switch advice.status {
    case .inField: return missing(asked)
    case .outsideField:
      return asked.flatMap { asked in years(advice.timeline.training).map { asked + $0 } }
    case .unknown: return nil
    }
  }

  private func missing(_ asked: Double?) -> Double? {
    asked.flatMap { asked in advice.profile.yearsOfExperience.map { max(0, asked - $0) } }
  }

  private func years(_ span: TimeSpan?) -> Double? { span.map { $0.high / 12 } }

  private var credentialWait: Double? {
    guard !advice.credentials.groups.isEmpty, let group = advice.held?.group else { return nil }
    return years(group == .none ? advice.timeline.training : advice.timeline.study)
  }

  // MARK: - Credentials

  private var credentials: [WhatIfName: FormulaValue] {
    let group = advice.held.flatMap { held in
      advice.credentials.groups.first { $0.id == held.group.rawValue }
    }
    let gain = advice.certificationPlan.step?.yearly?.anySide
    let payback = gain.flatMap { gain in cost.flatMap { gain > 0 ? $0 / gain * 12 : nil } }
    let overHorizon = gain.flatMap { gain in
      cost.flatMap { cost in horizon.map { gain * $0 - cost } }
    }
    return [
      .groupPay: number(group.flatMap { $0.pay.isFloor ? nil : $0.pay.annual }),
      .groupDifference: number(group?.pay.fromClient?.amount),
      .groupPercent: number(group?.pay.fromClient?.percent),
      .yearlyGain: number(gain), .paybackMonths: number(payback), .gainOverHorizon: number(overHorizon),
      .credentialWait: number(credentialWait),
    ]
  }

  // MARK: - Ladder

  private var ladder: [WhatIfName: FormulaValue] {
    let first = firstPost
    guard let standing = advice.ladder.standing.rung else {
      return [.nextRung, .nextLow, .nextHigh, .gapLow, .gapHigh, .nextWait].reduce(into: first) {
        $0[$1] = .missing
      }
    }
    let rung = advice.ladder.rungs.first { $0.rung == advice.ladder.next?.rung }
    let range = rung?.comparison.ranges.first
    let pay = range == nil ? rung?.comparison.pay.flatMap { $0.isFloor ? nil : $0 } : nil
    let asked = advice.ladder.rungs.first { $0.rung.order > standing.order }?.yearsAsked
    let wait = missing(asked).flatMap { missing in nextCredentialWait.map { max($0, missing) } }
    return first.merging([
      .nextWait: number(wait),
      .nextRung: .text(rung?.rung.title ?? "none, this is the highest rung"),
      .nextLow: number(range?.annualLow ?? pay?.annual),
      .nextHigh: number(range?.annualHigh ?? pay?.annual),
      .gapLow: number((range?.lowFromClient ?? pay?.fromClient)?.amount),
      .gapHigh: number((range?.highFromClient ?? pay?.fromClient)?.amount),
    ]) { $1 }
  }

  private var firstPost: [WhatIfName: FormulaValue] {
    let low = advice.ladder.rungs.first?.comparison.ranges.first?.annualLow
    let isKnown = advice.status == .outsideField && low != nil && advice.timeline.training != nil
    return [
      .firstPay: isKnown ? number(low) : .missing,
      .firstWait: isKnown ? number(years(advice.timeline.training)) : .missing,
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
    let unknown = results.filter { name in !expected.keys.contains { $0.rawValue == name } }
    #expect(unknown == [], "\(place): no rule is held against these")
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
    func way(_ pay: Double?, after wait: WhatIfName, cost: Double? = 0) -> (
      pay: Double?, wait: Double?, cost: Double?
    ) { (pay, expected[wait]?.number, cost) }
    let ways: [String: (pay: Double?, wait: Double?, cost: Double?)] = [
      "stay": (actual, 0, 0),
      "next_credential": way(
        gain.flatMap { gain in actual.map { $0 + gain } }, after: .credentialWait, cost: cost),
      "first_post": way(product(expected[.firstPay]?.number, share), after: .firstWait),
      "next_rung": way(product(expected[.nextLow]?.number, share), after: .nextWait),
      "target_specialization": way(
        product(expected[.specializationPay]?.number, share), after: .specializationWait),
    ]
    for (id, way) in ways {
      let index = whatIf.projection?.paths.firstIndex { $0.id == id }
      let amounts = index.map { values.projected[$0] } ?? []
      guard let pay = way.pay, let cost = way.cost, let wait = way.wait, let raise, let actual else {
        #expect(amounts.allSatisfy { $0 == .missing }, "\(place): \(id)")
        continue
      }
      let sums = EarningsProjection.cumulative(
        yearlyPay: pay, payBefore: actual, yearsBefore: wait, raisePercent: raise, cost: cost, years: 50)
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

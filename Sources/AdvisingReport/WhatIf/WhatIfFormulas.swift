import Advising
import Calculation
import ReportModel

/// The rules of Advising as formulas. Each says which rule it is; a test holds their values against that rule's.
struct WhatIfFormulas {
  let words: WhatIfWords
  let tables: [WhatIfTable]
  /// See ``WhatIfTables/nationRow``.
  let nationRow: Int?

  private func has(_ table: WhatIfTables.ID) -> Bool { tables.contains { $0.id == table.rawValue } }

  private func step(_ name: WhatIfName, _ formula: Formula) -> WhatIfFormula {
    WhatIfFormula(name: name.rawValue, label: words.text(.step), formula: formula)
  }

  private func result(
    _ name: WhatIfName, _ label: WhatIfPhrase, _ unit: Unit, _ formula: Formula, isDifference: Bool = false,
    note: Formula = .missing
  ) -> WhatIfResult {
    WhatIfResult(
      WhatIfFormula(name: name.rawValue, label: words.text(label), formula: formula), unit: unit,
      isDifference: isDifference, note: note, isMain: main.contains(name))
  }

  /// What a session looks at first: few enough for one screen with the inputs and the chart.
  private var main: Set<WhatIfName> {
    let ofEveryone: Set<WhatIfName> = [
      .fullTimePay, .areaMedian, .areaDifference, .areaPercentile, .settingPay, .settingDifference,
      .specializationPay, .specializationDifference, .specializationWait, .yearlyGain, .paybackMonths,
      .nextRung, .nextLow, .nextHigh,
    ]
    return ofEveryone.union([words.context.advice.status == .inField ? .nextWait : .firstPay])
  }

  private func option(_ table: WhatIfTables.ID, _ index: Int) -> Formula {
    guard let label = tables.first(where: { $0.id == table.rawValue })?.columns.first?.cells[index].text
    else {
      return .missing
    }
    return .text(label)
  }

  /// A column of the table in the row of a step; missing where no row is chosen.
  private func looked(_ table: WhatIfTables.ID, _ column: String, _ row: WhatIfName) -> Formula {
    .known([row], .cell(WhatIfTables.column(table, column), row: .named(row)))
  }

  private func row(_ table: WhatIfTables.ID, _ choice: WhatIfName) -> Formula {
    .row(of: .named(choice), in: WhatIfTables.column(table, WhatIfTables.option))
  }

  var isInField: Formula { Formula.named(.inField).isEqual(to: option(.yesNo, 0)) }

  // MARK: - Steps

  var steps: [WhatIfFormula] {
    var steps: [WhatIfFormula] = []
    if has(.areas) { steps.append(step(.areaRow, row(.areas, .area))) }
    if has(.settings) { steps.append(step(.settingRow, row(.settings, .setting))) }
    if has(.specializations) {
      steps.append(step(.specializationRow, row(.specializations, .specialization)))
    }
    if has(.credentials) { steps.append(step(.credentialRow, row(.credentials, .credentialCount))) }
    if has(.rungs) { steps.append(step(.rungRow, row(.rungs, .rung))) }
    return steps
  }

  // MARK: - Pay

  /// ``FullTimePay``.
  var pay: WhatIfGroup {
    let (amount, hours) = (Formula.named(.payAmount), Formula.named(.hoursPerWeek))
    let isHourly = Formula.named(.payBasis).isEqual(to: option(.bases, 1))
    let stated: [WhatIfName] = [.payAmount, .payBasis, .hoursPerWeek]
    let fullTime = when(
      isHourly, Rule.annualOfHourly.applied(to: amount), Rule.fullTimeOfAnnual.applied(to: amount, hours))
    let actual = when(isHourly, Rule.actualOfHourly.applied(to: amount, hours), amount)
    return WhatIfGroup(
      title: words.text(.payGroup),
      results: [
        result(.fullTimePay, .fullTimePay, .dollarsPerYear, .known(stated, positive(fullTime))),
        result(.actualPay, .actualPay, .dollarsPerYear, .known(stated, positive(actual))),
        result(
          .hourlyPay, .hourlyPay, .dollarsPerHour,
          Rule.hourlyOfAnnual.applied(to: .named(.fullTimePay))),
      ])
  }

  /// No pay is no pay to compare.
  private func positive(_ formula: Formula) -> Formula {
    .when(Formula.named(.payAmount) > .number(0), then: formula, otherwise: .missing)
  }

  // MARK: - Place

  /// ``Position``. Where no wages of the nation are published, what is said of them is missing.
  var place: WhatIfGroup? {
    guard has(.areas) else { return nil }
    let nation = nationRow.map { Formula.number(Double($0)) }
    return WhatIfGroup(
      title: words.text(.placeGroup),
      results: [
        result(
          .nationalMedian, .nationalMedian, .dollarsPerYear, nation.map { point("median", $0) } ?? .missing,
          note: nation.map { point("basis", $0) } ?? .missing),
        result(
          .nationalPercentile, .nationalPercentile, .percentile, nation.map(percentile) ?? .missing,
          note: .text(words.text(.percentileNote))),
        difference(.nationalDifference, .nationalDifference, of: .fullTimePay, from: .nationalMedian),
        percent(.nationalPercent, of: .fullTimePay, from: .nationalMedian),
        result(
          .areaMedian, .areaMedian, .dollarsPerYear, looked(.areas, "median", .areaRow),
          note: looked(.areas, "basis", .areaRow)),
        result(
          .areaPercentile, .areaPercentile, .percentile, .known([.areaRow], percentile(.named(.areaRow)))),
        difference(.areaDifference, .areaDifference, of: .fullTimePay, from: .areaMedian),
        percent(.areaPercent, of: .fullTimePay, from: .areaMedian),
        result(
          .payLevel, .payLevel, .index, nation.map(payLevel) ?? .missing,
          note: .text(words.text(.payLevelNote))),
      ])
  }

  /// ``Position/payLevel``: of two medians. What is no median has a basis beside it.
  private func payLevel(_ nation: Formula) -> Formula {
    let level = Rule.payLevel.applied(to: .named(.areaMedian), .named(.nationalMedian))
    let ofMedian = when(.isMissing(point("basis", nation)), level, .missing)
    return .known(
      [.areaRow], when(.isMissing(point("basis", .named(.areaRow))), ofMedian, .missing))
  }

  private func point(_ column: String, _ row: Formula) -> Formula {
    .cell(WhatIfTables.column(.areas, column), row: row)
  }

  /// ``WageDistribution/placement(of:)``: linear between published neighbors, from the highest point down.
  private func percentile(_ row: Formula) -> Formula {
    let pay = Formula.named(.fullTimePay)
    let (first, last) = (point("pay_1", row), point("pay_\(AreaPlace.slots)", row))
    var found = point("percentile_\(AreaPlace.slots)", row)
    for slot in 1..<AreaPlace.slots {
      found = .when(point("pay_\(slot)", row) <= pay, then: within(slot, pay, row), otherwise: found)
    }
    found = .when(last <= pay, then: point("percentile_\(AreaPlace.slots)", row), otherwise: found)
    let placed = Formula.when(
      pay < first, then: point("below", row),
      otherwise: .when(pay > last, then: aboveAll(pay, row), otherwise: found))
    let known = Formula.when(.isMissing(first), then: underOpen(pay, row, .missing), otherwise: placed)
    return .known([.fullTimePay, .inField], .when(isInField, then: known, otherwise: .missing))
  }

  private func aboveAll(_ pay: Formula, _ row: Formula) -> Formula {
    underOpen(pay, row, point("above", row))
  }

  /// Below a percentile that is published only as "this or more"; else something other.
  private func underOpen(_ pay: Formula, _ row: Formula, _ other: Formula) -> Formula {
    let open = point("open_pay", row)
    return .when(
      .isMissing(open), then: other,
      otherwise: .when(pay < open, then: point("under_open", row), otherwise: other))
  }

  private func within(_ slot: Int, _ pay: Formula, _ row: Formula) -> Formula {
    let (low, high) = (point("pay_\(slot)", row), point("pay_\(slot + 1)", row))
    let (lowPlace, highPlace) = (point("percentile_\(slot)", row), point("percentile_\(slot + 1)", row))
    let gap = point("gap_\(slot)", row)
    let places = [pay, low, high, lowPlace, highPlace]
    return when(
      low.isEqual(to: pay), lowPlace,
      when(.isMissing(gap), Rule.percentile.unguarded(places), gap))
  }

  // MARK: - Comparisons

  /// ``Difference``.
  private func difference(
    _ name: WhatIfName, _ label: WhatIfPhrase = .difference, of amount: WhatIfName, from base: WhatIfName,
    note: Formula = .missing
  ) -> WhatIfResult {
    result(
      name, label, .dollarsPerYear, Rule.difference.applied(to: .named(amount), .named(base)),
      isDifference: true, note: note)
  }

  private func percent(_ name: WhatIfName, of amount: WhatIfName, from base: WhatIfName) -> WhatIfResult {
    result(
      name, .percent, .percent, Rule.percent.applied(to: .named(amount), .named(base)), isDifference: true)
  }

  /// ``ItemComparison``.
  var setting: WhatIfGroup? {
    guard has(.settings) else { return nil }
    return comparison(
      .settingGroup, .settings, row: .settingRow, pay: .settingPay, difference: .settingDifference,
      percent: .settingPercent)
  }

  var specialization: WhatIfGroup? {
    guard has(.specializations) else { return nil }
    var group = comparison(
      .specializationGroup, .specializations, row: .specializationRow, pay: .specializationPay,
      difference: .specializationDifference, percent: .specializationPercent)
    group.results.append(
      wait(
        .specializationWait, aimStart(looked(.specializations, "years", .specializationRow))))
    return group
  }

  // MARK: - When things begin

  /// ``Timeline``: years until a way can begin.
  private func wait(_ name: WhatIfName, _ formula: Formula) -> WhatIfResult {
    result(name, .wait, .years, formula, note: .text(words.text(.waitNote)))
  }

  private func inField(_ formula: Formula) -> Formula {
    .known([.inField], when(isInField, formula, .missing))
  }

  /// ``AimStart``: outside the field the training comes first, and then all the years.
  private func aimStart(_ asked: Formula) -> Formula {
    let outside = words.context.advice.timeline.training.map { training in
      Formula.known([asked], asked + .number(training.high / 12))
    }
    return .known([.inField], when(isInField, yearsMissing(asked), outside ?? .missing))
  }

  private func yearsMissing(_ asked: Formula) -> Formula {
    Rule.yearsMissing.applied(to: asked, .named(.yearsOfExperience))
  }

  private func years(_ span: TimeSpan?) -> Formula { span.map { .number($0.high / 12) } ?? .missing }

  /// Training for the first credential, study for one more.
  private var credentialWait: Formula {
    let timeline = words.context.advice.timeline
    return .known(
      [.credentialRow],
      when(Formula.named(.credentialRow).isEqual(to: 1), years(timeline.training), years(timeline.nextStudy)))
  }

  /// The years that are missing, and no less than the study for the credential that is, which differs from rung to rung.
  private var nextWait: Formula {
    let missing = yearsMissing(looked(.rungs, "years", .rungRow))
    let study = looked(.rungs, "study", .rungRow)
    return .known([missing, study], when(missing < study, study, missing))
  }

  private func comparison(
    _ title: WhatIfPhrase, _ table: WhatIfTables.ID, row: WhatIfName, pay: WhatIfName, difference: WhatIfName,
    percent: WhatIfName
  ) -> WhatIfGroup {
    WhatIfGroup(
      title: words.text(title),
      results: [
        result(
          pay, .publishedPay, .dollarsPerYear, looked(table, "pay", row), note: looked(table, "basis", row)),
        self.difference(difference, of: pay, from: .fullTimePay),
        self.percent(percent, of: pay, from: .fullTimePay),
      ])
  }

  // MARK: - Credentials

  /// ``CredentialComparison`` and ``CertificationPlan``: the gain of one credential more, by the published means.
  var credentials: WhatIfGroup? {
    guard has(.credentials) else { return nil }
    let (upper, lower) = (
      looked(.credentials, "upper", .credentialRow), looked(.credentials, "lower", .credentialRow)
    )
    let gain = Rule.yearlyGain.applied(to: .named(.actualPay), upper, lower)
    let payback = Rule.payback.applied(to: .named(.yearlyGain), .named(.cost))
    let overHorizon = Rule.gainOverHorizon.applied(
      to: .named(.yearlyGain), .named(.horizon), .named(.cost))
    let gainSide = looked(.credentials, "gain_side", .credentialRow)
    return WhatIfGroup(
      title: words.text(.credentialsGroup),
      results: [
        result(
          .groupPay, .publishedPay, .dollarsPerYear, looked(.credentials, "pay", .credentialRow),
          note: looked(.credentials, "basis", .credentialRow)),
        difference(.groupDifference, of: .groupPay, from: .fullTimePay),
        percent(.groupPercent, of: .groupPay, from: .fullTimePay),
        result(
          .yearlyGain, .yearlyGain, .dollarsPerYear,
          .known([.credentialRow, .inField], when(isInField, gain, .missing)),
          isDifference: true, note: gainSide),
        result(
          .paybackMonths, .payback, .months, payback,
          note: looked(.credentials, "payback_side", .credentialRow)),
        result(
          .gainOverHorizon, .gainOverHorizon, .dollars, overHorizon,
          isDifference: true, note: gainSide),
        wait(.credentialWait, credentialWait),
      ])
  }

  // MARK: - Ladder

  /// ``CareerLadder``.
  var ladder: WhatIfGroup? {
    guard has(.rungs) else { return nil }
    let highSide = looked(.rungs, "high_side", .rungRow)
    return WhatIfGroup(
      title: words.text(.rungGroup),
      results: firstPost + [
        result(
          .nextRung, .nextRung, .dollarsPerYear, looked(.rungs, "next", .rungRow),
          note: looked(.rungs, "basis", .rungRow)),
        result(.nextLow, .nextLow, .dollarsPerYear, looked(.rungs, "low", .rungRow)),
        result(.nextHigh, .nextHigh, .dollarsPerYear, looked(.rungs, "high", .rungRow), note: highSide),
        difference(.gapLow, .gapLow, of: .nextLow, from: .fullTimePay),
        difference(.gapHigh, .gapHigh, of: .nextHigh, from: .fullTimePay, note: highSide),
        wait(.nextWait, inField(nextWait)),
      ])
  }

  /// Where people start, for who does not work in the field: nothing where no pay or no length of the training is
  /// published.
  private var firstPost: [WhatIfResult] {
    let advice = words.context.advice
    guard let range = advice.ladder.rungs.first?.comparison.ranges.first, let low = range.annualLow,
      let training = advice.timeline.training
    else { return [] }
    func outside(_ number: Double) -> Formula {
      .known([.inField], when(isInField, .missing, .number(number)))
    }
    return [
      result(
        .firstPay, .firstPay, .dollarsPerYear, outside(low), note: .text(words.lowEnd(range.figure))),
      wait(.firstWait, outside(training.high / 12)),
    ]
  }

  var groups: [WhatIfGroup] {
    [pay] + [place, setting, specialization, credentials, ladder].compactMap { $0 }
  }
}

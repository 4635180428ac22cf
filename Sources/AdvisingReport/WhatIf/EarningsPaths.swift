import Advising
import Calculation
import ReportModel

/// What each way ahead earns over the years, added up: ``EarningsProjection`` as formulas.
struct EarningsPaths {
  let words: WhatIfWords
  /// The names of the results that the what-if has.
  let names: Set<String>

  var projection: Projection {
    Projection(
      title: Prose(words.text(.projectionTitle)), chartTitle: words.text(.chartTitle),
      alternativeText: words.text(.alternativeText), yearHeader: words.text(.year),
      amountAxis: words.text(.amountAxis), horizon: WhatIfName.horizon.rawValue,
      lastYear: WhatIfInputs.longestHorizon, paths: paths, source: Prose(words.text(.projectionSource)),
      later: words.text(.laterPath),
      range: .init(band: words.text(.bandOfRange), highEnd: words.text(.highEnd)))
  }

  private var paths: [Projection.Path] {
    let actual = Formula.named(.actualPay)
    let partOfYear = actual / .named(.fullTimePay)
    let advice = words.context.advice
    let isInField = advice.status == .inField
    return [
      path("stay", .stay, needs: [.actualPay], pay: actual, isOfClient: true, emphasis: .present),
      path(
        "next_credential", .nextCredential, needs: [.actualPay, .yearlyGain, .cost],
        pay: actual + .named(.yearlyGain), after: .credentialWait, cost: .named(.cost), isOfClient: isInField),
      path(
        "first_post", .firstPost, needs: [.actualPay, .fullTimePay, .firstPay],
        pay: .named(.firstPay) * partOfYear, high: firstPostHigh, after: .firstWait,
        isOfClient: !isInField),
      path(
        "next_rung", .nextRungPath, needs: [.actualPay, .fullTimePay, .nextLow],
        pay: .named(.nextLow) * partOfYear, high: nextHigh,
        openness: side(.rungs, .rungRow), after: .nextWait, isOfClient: advice.ladder.next != nil),
      path(
        "target_specialization", .targetSpecialization,
        needs: [.actualPay, .fullTimePay, .specializationPay],
        pay: .named(.specializationPay) * partOfYear,
        high: aimHigh, openness: side(.specializations, .specializationRow),
        after: .specializationWait,
        isOfClient: advice.specializations.contains(where: \.mark.isTarget), emphasis: .target),
    ].compactMap { $0 }
  }

  /// "At least" beside a high end that is published as "this or more".
  private func side(_ table: WhatIfTables.ID, _ row: WhatIfName) -> Formula {
    .known([row], .cell(WhatIfTables.column(table, "high_side"), row: .named(row)))
  }

  /// Nil where no rung has a range.
  private var nextHigh: Formula? {
    let hasRange = words.context.advice.ladder.rungs.contains { !$0.comparison.ranges.isEmpty }
    return hasRange ? .known([.nextHigh], .named(.nextHigh)) : nil
  }

  /// Nil where the pay of no aim is a range.
  private var aimHigh: Formula? {
    let advice = words.context.advice
    let hasRange = advice.specializations.contains {
      if case .range(let range) = advice.leadingPay(of: $0) { range.annualHigh != nil } else { false }
    }
    let high = Formula.cell(
      WhatIfTables.column(.specializations, "high"), row: .named(.specializationRow))
    return hasRange ? .known([.specializationRow], high) : nil
  }

  /// Where people start, for who does not work in the field; nil where no high end is published.
  private var firstPostHigh: Formula? {
    let range = words.context.advice.ladder.rungs.first?.comparison.ranges.first
    return range?.annualHigh.map { .known([.firstPay], .number($0)) }
  }

  /// - Parameters:
  ///   - high: the high end of full-time pay that is a range; missing where there is none.
  ///   - openness: missing, but for a high end that is no end.
  ///   - wait: the years until the way can begin, with present pay until then; nil for one that goes on.
  ///   - isOfClient: false for a way that only other assumptions open.
  private func path(
    _ id: String, _ label: WhatIfPhrase, needs: [WhatIfName], pay: Formula, high: Formula? = nil,
    openness: Formula = .missing, after wait: WhatIfName? = nil, cost: Formula = .number(0), isOfClient: Bool,
    emphasis: Emphasis = .none
  ) -> Projection.Path? {
    let needs = needs + (wait.map { [$0] } ?? [])
    guard needs.allSatisfy({ $0 == .cost || names.contains($0.rawValue) }) else { return nil }
    let year = Formula.name(Projection.year)
    func next(_ pay: Formula) -> Formula {
      let ofYear = wait.map { Rule.payOfYear.unguarded([.named(.actualPay), pay, .named($0), year]) } ?? pay
      return Rule.earnings.unguarded([.name(Projection.previous), ofYear, .named(.raise), year])
    }
    let known = needs + [.raise]
    return Projection.Path(
      id: id, label: words.text(label), start: .known(known, .number(0) - cost),
      next: .known(known, next(pay)),
      high: high.map { high in
        let amount = high * (Formula.named(.actualPay) / .named(.fullTimePay))
        return .init(next: .known([high] + known.map(Formula.named), next(amount)), openness: openness)
      },
      wait: wait?.rawValue, emphasis: emphasis,
      unknown: isOfClient ? words.text(.unknownPath) : "")
  }
}

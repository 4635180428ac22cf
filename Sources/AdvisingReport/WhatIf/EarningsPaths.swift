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
      later: words.text(.laterPath))
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
        pay: .named(.firstPay) * partOfYear, after: .firstWait, isOfClient: !isInField),
      path(
        "next_rung", .nextRungPath, needs: [.actualPay, .fullTimePay, .nextLow],
        pay: .named(.nextLow) * partOfYear, after: .nextWait, isOfClient: advice.ladder.next != nil),
      path(
        "target_specialization", .targetSpecialization,
        needs: [.actualPay, .fullTimePay, .specializationPay],
        pay: .named(.specializationPay) * partOfYear, after: .specializationWait,
        isOfClient: advice.specializations.contains(where: \.mark.isTarget), emphasis: .target),
    ].compactMap { $0 }
  }

  /// - Parameters:
  ///   - wait: the years until the way can begin, with present pay until then; nil for one that goes on.
  ///   - isOfClient: false for a way that only other assumptions open.
  private func path(
    _ id: String, _ label: WhatIfPhrase, needs: [WhatIfName], pay: Formula, after wait: WhatIfName? = nil,
    cost: Formula = .number(0), isOfClient: Bool, emphasis: Emphasis = .none
  ) -> Projection.Path? {
    let needs = needs + (wait.map { [$0] } ?? [])
    guard needs.allSatisfy({ $0 == .cost || names.contains($0.rawValue) }) else { return nil }
    let year = Formula.name(Projection.year)
    let ofYear =
      wait.map { Rule.payOfYear.unguarded([.named(.actualPay), pay, .named($0), year]) } ?? pay
    let next = Rule.earnings.unguarded([.name(Projection.previous), ofYear, .named(.raise), year])
    let known = needs + [.raise]
    return Projection.Path(
      id: id, label: words.text(label), start: .known(known, .number(0) - cost),
      next: .known(known, next), wait: wait?.rawValue, emphasis: emphasis,
      unknown: isOfClient ? words.text(.unknownPath) : "")
  }
}

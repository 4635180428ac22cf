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
      lastYear: WhatIfInputs.longestHorizon, paths: paths, source: Prose(words.text(.projectionSource)))
  }

  private var paths: [Projection.Path] {
    let actual = Formula.named(.actualPay)
    let partOfYear = actual / .named(.fullTimePay)
    return [
      path("stay", .stay, needs: [.actualPay], pay: actual),
      path(
        "next_credential", .nextCredential, needs: [.actualPay, .yearlyGain, .cost],
        pay: actual + .named(.yearlyGain),
        cost: .named(.cost)),
      path(
        "next_rung", .nextRungPath, needs: [.actualPay, .fullTimePay, .nextLow],
        pay: .named(.nextLow) * partOfYear),
      path(
        "target_specialization", .targetSpecialization,
        needs: [.actualPay, .fullTimePay, .specializationPay],
        pay: .named(.specializationPay) * partOfYear),
    ].compactMap { $0 }
  }

  private func path(
    _ id: String, _ label: WhatIfPhrase, needs: [WhatIfName], pay: Formula, cost: Formula = .number(0)
  ) -> Projection.Path? {
    guard needs.allSatisfy({ $0 == .cost || names.contains($0.rawValue) }) else { return nil }
    let needs = needs + [.raise]
    let next = Rule.earnings.unguarded([
      .name(Projection.previous), pay, .named(.raise), .name(Projection.year),
    ])
    return Projection.Path(
      id: id, label: words.text(label), start: .known(needs, .number(0) - cost),
      next: .known(needs, next))
  }
}

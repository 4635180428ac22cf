import Advising
import CareerData
import ReportModel

/// What a comparison comes to, in three sentences: what is better, what it costs, what is not known.
struct ComparisonSentences {
  let compared: ComparisonContext
  private var comparison: OccupationComparison { compared.comparison }
  private var wording: Wording { compared.wording }

  var all: [Prose] {
    let best = compared.bestAlternative
    return [best.map(better), best.map(costs), unknown].compactMap(\.self)
  }

  // MARK: - What is better

  private func better(_ best: ComparisonContext.Compared) -> Prose {
    guard let middle = best.figures.middle else { return "" }
    let words: [String: Prose] = [
      "item": Prose(best.title), "amount": compared.pay(middle), "area": compared.areaWords,
    ]
    guard let difference = middle.comparison?.difference.value.exact, let rule = middle.comparison?.difference
    else { return joined(wording.prose(ComparisonPhrase.pays, words), withoutStudy(best)) }
    let distance = Prose(Quantity(difference.magnitude, .dollarsPerYear, .calculated(rule)))
    let phrase: ComparisonPhrase = difference > 0 ? .paysMore : .paysLess
    return joined(
      wording.prose(phrase, words.merging(["difference": distance]) { first, _ in first }), withoutStudy(best)
    )
  }

  /// The best paid of those that ask for no more schooling, where the best of all does.
  private func withoutStudy(_ best: ComparisonContext.Compared) -> Prose? {
    guard best.occupation.study.high != 0 else { return nil }
    let open = comparison.alternatives.first { $0.study == .exactly(0) }
    return open.flatMap(compared.compared).flatMap { column in
      column.figures.middle.map { middle in
        wording.prose(
          ComparisonPhrase.withoutStudy, ["item": Prose(column.title), "amount": compared.pay(middle)])
      }
    }
  }

  // MARK: - What it costs

  private func costs(_ best: ComparisonContext.Compared) -> Prose {
    joined(asks(best), horizon(best))
  }

  private func asks(_ best: ComparisonContext.Compared) -> Prose? {
    guard let asked = best.figures.entry(EntryFigures.study) else { return nil }
    let words: [String: Prose] = ["item": Prose(best.title), "education": Prose(asked.note.words)]
    switch best.occupation.study {
    case .exactly(0): return joined(wording.prose(ComparisonPhrase.asksNoMore, words), experience(best))
    case .missing: return joined(wording.prose(ComparisonPhrase.asksUnknown, words), experience(best))
    default:
      return joined(
        wording.prose(
          ComparisonPhrase.asks, words.merging(["years": Prose(asked.shown())]) { first, _ in first }),
        experience(best))
    }
  }

  private func experience(_ best: ComparisonContext.Compared) -> Prose? {
    guard let asked = best.occupation.entry?.experience, asked != .none else { return nil }
    return wording.prose(
      ComparisonPhrase.asksExperience, ["experience": Prose(wording.text(asked.phrase))])
  }

  /// What comes together over the years, beside what staying brings.
  private func horizon(_ best: ComparisonContext.Compared) -> Prose? {
    guard let earnings = best.figures.earnings else { return nil }
    let years = Quantity(Double(comparison.profile.horizonYears), .years, .statedByClient)
    let words: [String: Prose] = [
      "item": Prose(best.title), "years": Prose(years), "low": compared.about(earnings.low),
      "high": compared.about(earnings.high),
    ]
    guard let stay = comparison.present.flatMap(compared.compared)?.figures.earnings?.low else {
      return wording.prose(ComparisonPhrase.horizon, words)
    }
    return wording.prose(
      ComparisonPhrase.horizonStay, words.merging(["stay": compared.about(stay)]) { first, _ in first })
  }

  // MARK: - What is not known

  private var unknown: Prose {
    let withoutPay = compared.columns.filter { $0.figures.middle == nil }.map(\.title)
    return Prose.joined(
      [
        comparison.isStateMissing
          ? wording.prose(ComparisonPhrase.stateMissing, ["state": Prose(compared.stateTitle)]) : nil,
        withoutPay.isEmpty
          ? nil
          : wording.prose(
            ComparisonPhrase.withoutPay, ["items": Prose(withoutPay.joined(separator: ", "))]),
        wording.prose(ComparisonPhrase.notKnown),
      ].compactMap(\.self), separator: " ")
  }

  private func joined(_ first: Prose?, _ second: Prose?) -> Prose {
    Prose.joined([first, second].compactMap(\.self), separator: " ")
  }
}

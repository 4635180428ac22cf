import Advising
import CareerData
import ReportModel

/// The key findings as plain sentences.
struct KeyFindingWords {
  private let context: SectionContext
  private var wording: Wording { context.wording }

  init(_ context: SectionContext) { self.context = context }

  func sentence(_ finding: KeyFinding) -> Prose {
    switch finding {
    case .targetPay(let item, _): target(item)
    case .position(let position): self.position(position)
    case .nextRung(let next, let item): NextRungWords(context).sentence(next, item)
    case .entryRung(let item): entry(item)
    case .credentialStep(let plan): step(plan)
    case .firstCredential(let candidate): first(candidate)
    case .premium(let premium): self.premium(premium)
    case .outlook(let growth): outlook(growth)
    }
  }

  /// What the target pays, of whom, and how far that lies from present pay.
  private func target(_ item: ItemComparison) -> Prose {
    if let pay = item.pay {
      var values: [String: Prose] = [
        "item": Prose(item.title), "amount": Prose(context.publishedValue(pay)),
        "basis": context.basis(pay.figure),
      ]
      guard let difference = pay.fromClient else {
        return wording.prose(KeyFindingPhrase.targetAmount, values)
      }
      values["difference"] = Prose(context.difference(difference, "item - full-time pay", [pay.figure]))
      values["percent"] = Prose(context.percent(difference, "item / full-time pay - 1", [pay.figure]))
      return wording.prose(
        context.advice.status == .outsideField ? KeyFindingPhrase.targetOtherField : .target, values)
    }
    guard let range = item.ranges.first else { return Prose(item.title) }
    return wording.prose(
      KeyFindingPhrase.targetRange,
      [
        "item": Prose(item.title), "pay": NextRungWords(context).pay(range),
        "basis": context.basis(range.figure),
      ])
  }

  private func position(_ position: Position) -> Prose {
    guard let difference = position.difference, let figure = position.benchmark,
      let amount = figure.value
    else { return Prose(position.area.title) }
    let values: [String: Prose] = [
      "area": Prose(position.area.title), "statistic": Prose(wording.text(figure.statistic.phrase)),
      "benchmark": context.words(context.wage(amount, figure)),
      "difference": context.words(context.difference(difference, "full-time pay - benchmark", [figure])),
      "percent": Prose(context.percent(difference, "full-time pay / benchmark - 1", [figure])),
    ]
    guard case .at(let percentile)? = position.placement else {
      return wording.prose(KeyFindingPhrase.position, values)
    }
    let place = Quantity(
      percentile, .percentile,
      context.calculated(
        "linear between published percentiles", position.distribution?.points.map(\.figure) ?? [figure]))
    return wording.prose(
      KeyFindingPhrase.positionPercentile, values.merging(["percentile": Prose(place)]) { first, _ in first })
  }

  private func outlook(_ growth: PublishedFigure) -> Prose {
    let values = [
      "period": Prose(growth.period), "occupation": Prose(context.dataset.occupation.title),
    ]
    guard let percent = growth.value, percent < 0 else {
      return wording.prose(
        KeyFindingPhrase.outlook,
        values.merging(["growth": Prose(context.value(growth))]) { first, _ in first })
    }
    let decline = Quantity(-percent, growth.unit.unit, .published(context.citation(growth)))
    return wording.prose(
      KeyFindingPhrase.outlookDecline, values.merging(["decline": Prose(decline)]) { first, _ in first })
  }

  private func entry(_ item: ItemComparison) -> Prose {
    guard let range = item.ranges.first else { return Prose(item.title) }
    let values: [String: Prose] = ["rung": Prose(item.title), "pay": NextRungWords(context).pay(range)]
    guard let low = range.lowFromClient, let high = range.highFromClient else {
      return wording.prose(KeyFindingPhrase.entry, values)
    }
    let gap = Value.range(
      low: context.difference(low, "range - full-time pay", [range.figure]),
      high: context.difference(high, "range - full-time pay", [range.figure]),
      isOpen: range.figure.isOpenEnded)
    return wording.prose(
      KeyFindingPhrase.entryGap, values.merging(["gap": Prose(gap)]) { first, _ in first })
  }

  private func step(_ plan: CertificationPlan) -> Prose {
    guard let gain = plan.candidates.compactMap(\.yearlyGain).first, let first = plan.candidates.first else {
      return ""
    }
    let amount = context.value(
      gain, .dollarsPerYear,
      context.calculated("actual pay x (upper mean / lower mean - 1)", plan.stepFigures))
    let values = ["gain": Prose(amount), "credential": Prose(first.credential.id)]
    if case .targetSpecialization? = first.purposes.first, first.growsFrom == nil {
      return wording.prose(KeyFindingPhrase.stepTarget, values)
    }
    return wording.prose(KeyFindingPhrase.step, ["gain": Prose(amount)])
  }

  private func first(_ candidate: CertificationPlan.Candidate) -> Prose {
    guard let price = candidate.price else { return "" }
    let provenance = Provenance.calculated(
      formula: "sum of the costs",
      citations: price.lines.map(context.citation))
    let value = context.value(.between(price.low, price.high), .dollars, provenance)
    let shown: Value =
      if price.isApproximate, case .quantity(let quantity) = value { .bounded(.about, quantity) } else {
        value
      }
    return wording.prose(
      candidate.budgetFit == .within ? KeyFindingPhrase.firstWithinBudget : .first,
      ["credential": Prose(candidate.credential.id), "cost": Prose(shown)])
  }

  private func premium(_ premium: CredentialComparison.Premium) -> Prose {
    wording.prose(
      KeyFindingPhrase.premium,
      [
        "percent": Prose(
          Quantity(premium.percent, .percent, context.calculated("mean / mean - 1", premium.figures)))
      ])
  }
}

enum KeyFindingPhrase: String, PhraseKey {
  static let group = "key_finding"
  case target
  case targetOtherField = "target_other_field"
  case targetAmount = "target_amount"
  case targetRange = "target_range"
  case position
  case positionPercentile = "position_percentile"
  case entry
  case entryGap = "entry_gap"
  case step
  case stepTarget = "step_target"
  case first
  case firstWithinBudget = "first_within_budget"
  case premium, outlook
  case outlookDecline = "outlook_decline"
}

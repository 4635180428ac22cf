import Advising
import Calculation
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
      guard let comparison = context.comparison(pay) else {
        return wording.prose(KeyFindingPhrase.targetAmount, values)
      }
      values["difference"] = Prose(context.value(comparison.difference, of: pay.figure))
      values["percent"] = Prose(context.percent(comparison.percent))
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
    guard let comparison = context.comparison(position), let figure = position.benchmark,
      let amount = figure.value, let difference = context.quantity(comparison.difference, of: figure)
    else { return Prose(position.area.title) }
    let values: [String: Prose] = [
      "area": Prose(position.area.title), "statistic": Prose(wording.text(figure.statistic.phrase)),
      "benchmark": context.words(context.wage(amount, figure)),
      "difference": context.words(difference), "percent": Prose(context.percent(comparison.percent)),
    ]
    guard let placement = position.placement, case .at(let percentile) = placement,
      let distribution = position.distribution
    else { return wording.prose(KeyFindingPhrase.position, values) }
    let place = Quantity(percentile, .percentile, context.provenance(of: placement, distribution))
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
    guard range.highFromClient != nil,
      let gap = NextRungWords(context).gap(range, isOpen: range.figure.isOpenEnded)
    else {
      return wording.prose(KeyFindingPhrase.entry, values)
    }
    return wording.prose(
      KeyFindingPhrase.entryGap, values.merging(["gap": Prose(gap)]) { first, _ in first })
  }

  private func step(_ plan: CertificationPlan) -> Prose {
    guard let gain = context.yearlyGain, let first = plan.candidates.first else { return "" }
    let amount = Value(gain, .dollarsPerYear)
    let values = ["gain": Prose(amount), "credential": Prose(first.credential.id)]
    if case .targetSpecialization? = first.purposes.first, first.growsFrom == nil {
      return wording.prose(KeyFindingPhrase.stepTarget, values)
    }
    return wording.prose(KeyFindingPhrase.step, ["gain": Prose(amount)])
  }

  private func first(_ candidate: CertificationPlan.Candidate) -> Prose {
    guard let price = candidate.price else { return "" }
    let value = Value(price.amount, .dollars, context.provenance(of: price))
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
          Quantity(premium.percent, .percent, context.provenance(of: premium)))
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

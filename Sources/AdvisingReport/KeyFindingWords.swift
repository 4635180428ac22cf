import Advising
import Calculation
import CareerData
import ReportModel

/// The key findings as plain sentences: what an advisor would say aloud.
struct KeyFindingWords {
  let context: SectionContext
  var wording: Wording { context.wording }

  init(_ context: SectionContext) { self.context = context }

  func sentence(_ finding: KeyFinding) -> Prose {
    switch finding {
    case .rungPay(let pay): rungPay(pay)
    case .position(let position): self.position(position)
    case .nextRung(let next, let item): NextRungWords(context).finding(next, item)
    case .entryRung(let item): entry(item)
    case .entryNeed(let need): TrainingWords(context).finding(need)
    case .target(let item, let start): target(item, start)
    case .firstCredentials(let candidates): first(candidates)
    case .choice(let candidates): choice(candidates)
    case .cost(let candidate): cost(candidate)
    case .premium(let premium): self.premium(premium)
    case .outlook(let growth): outlook(growth)
    }
  }

  func joined(_ sentences: [Prose?]) -> Prose {
    Prose.joined(sentences.compactMap(\.self).filter { !$0.isEmpty }, separator: " ")
  }

  // MARK: - Where the client stands

  /// `Certified coders are usually paid $55,000 to $70,000. You earn $50,960.`
  private func rungPay(_ pay: CareerLadder.RungPay) -> Prose {
    let values = ["people": Prose(pay.rung.people), "pay": NextRungWords(context).pay(pay.range)]
    let usual = wording.prose(KeyFindingPhrase.usualPay, values).capitalized
    return joined([usual, own(pay.side == .above ? .ownMore : .own)])
  }

  private func own(_ phrase: KeyFindingPhrase) -> Prose? {
    context.advice.pay.map { pay in
      let own = ["own": Prose(context.clientPay(pay.annual))]
      return context.advice.isSelfEmployed
        ? wording.prose(KeyFindingPhrase.ownRate, own) : wording.prose(phrase, own)
    }
  }

  /// What is paid in the nearest place, what the client earns beside it, and how many earn less.
  private func position(_ position: Position) -> Prose {
    guard let figure = position.benchmark else { return Prose(position.area.title) }
    return joined([
      place(position, figure), difference(position, figure),
      position.placement.flatMap(ShareWords(wording).earnLess), stateMissing(position), selfEmployed,
    ])
  }

  /// The client's state, where the nation stands in for it.
  private func stateMissing(_ position: Position) -> Prose? {
    guard position.area.kind == .nation, let state = context.advice.place.state else { return nil }
    return wording.prose(KeyFindingPhrase.stateMissing, ["state": Prose(state.title)])
  }

  /// Published pay is of those who have an employer: told where many have none.
  private var selfEmployed: Prose? {
    guard
      let share = context.dataset.figures(of: .national).first(where: {
        $0.measure == OutlookMeasure.selfEmployed.rawValue
      }), (share.value ?? 0) >= Self.manySelfEmployed
    else { return nil }
    return wording.prose(KeyFindingPhrase.selfEmployed, ["share": Prose(context.value(share))])
  }

  /// In percent of the people in the work.
  private static let manySelfEmployed = 25.0

  private func place(_ position: Position, _ figure: PayFigure) -> Prose {
    let area = Prose(position.area.title)
    guard let amount = figure.value else {
      let floor = Value.bounded(.orMore, context.wage(figure.floor ?? 0, figure))
      return wording.prose(
        figure.statistic == .median ? KeyFindingPhrase.placeHalfFloor : .placeMean,
        ["area": area, "benchmark": Prose(floor)])
    }
    return wording.prose(
      figure.statistic == .median ? KeyFindingPhrase.placeHalf : .placeMean,
      ["area": area, "benchmark": context.words(context.wage(amount, figure))])
  }

  private func difference(_ position: Position, _ figure: PayFigure) -> Prose? {
    guard context.advice.status != .outsideField else { return own(.ownOtherField) }
    guard let comparison = context.comparison(position), let exact = comparison.difference.value.exact,
      let quantity = context.quantity(comparison.difference, of: figure)
    else { return context.advice.pay == nil ? nil : own(.own) }
    guard exact.magnitude >= 1 else { return wording.prose(KeyFindingPhrase.ownSame) }
    let words = ["difference": context.words(quantity.withoutSign)]
    return context.advice.isSelfEmployed
      ? wording.prose(exact < 0 ? KeyFindingPhrase.rateLess : .rateMore, words)
      : wording.prose(exact < 0 ? KeyFindingPhrase.earnLess : .earnMore, words)
  }

  private func entry(_ item: ItemComparison) -> Prose {
    let rung = context.dataset.records.rungs.first { $0.id == item.id }
    let people = ["people": Prose(rung?.people ?? item.title)]
    let pay =
      item.ranges.first.map { range in
        wording.prose(
          KeyFindingPhrase.entry,
          people.merging(["pay": NextRungWords(context).pay(range)]) { first, _ in first })
      } ?? wording.prose(KeyFindingPhrase.entryUnpaid, people)
    return joined([
      pay, item.ranges.first.flatMap(NextRungWords(context).more),
      context.span(context.advice.timeline.training).map {
        wording.prose(KeyFindingPhrase.entryTraining, ["span": $0])
      },
    ])
  }

  // MARK: - The aim

  private func target(_ item: ItemComparison, _ start: AimStart?) -> Prose {
    switch context.advice.leadingPay(of: item) {
    case nil: noted(item)
    case .pay(let pay):
      joined([published(item, pay), context.isAdvertised(pay.figure) ? nil : against(pay), begin(start)])
    case .range(let range): joined([self.range(item, range), begin(start), advertised(item)])
    }
  }

  /// An aim without a figure: what the dataset says of it.
  private func noted(_ item: ItemComparison) -> Prose {
    let note = context.dataset.records.specializations.first { $0.id == item.id }?.note ?? ""
    return wording.prose(KeyFindingPhrase.targetNote, ["item": Prose(item.title), "note": Prose(note)])
  }

  private func published(_ item: ItemComparison, _ pay: ComparedPay) -> Prose {
    let phrase: KeyFindingPhrase =
      context.isAdvertised(pay.figure)
      ? .advertisedAlone : pay.figure.statistic == .median ? .targetMedian : .targetMean
    return wording.prose(
      phrase,
      [
        "item": Prose(item.title), "amount": Prose(context.publishedValue(pay)),
        "basis": context.origin(pay.figure),
      ])
  }

  private func against(_ pay: ComparedPay) -> Prose? {
    guard let comparison = context.comparison(pay), let exact = comparison.difference.value.exact,
      exact.magnitude >= 1, let quantity = Quantity(comparison.difference, .dollarsPerYear)
    else { return nil }
    return wording.prose(
      exact < 0 ? KeyFindingPhrase.targetLess : .targetMore, ["difference": Prose(quantity.withoutSign)])
  }

  private func range(_ item: ItemComparison, _ range: ComparedRange) -> Prose {
    let population = context.dataset.population(range.figure.populationID)?.label ?? ""
    let values = [
      "item": Prose(item.title), "pay": NextRungWords(context).pay(range), "population": Prose(population),
      "detail": Prose(range.figure.detail),
    ]
    return wording.prose(
      range.figure.detail.isEmpty ? KeyFindingPhrase.targetRange : .targetRangeDetail, values)
  }

  /// The day by which the years that the source names are there.
  private func begin(_ start: AimStart?) -> Prose? {
    guard let years = start?.yearsMissing else { return nil }
    guard years > 0 else { return wording.prose(KeyFindingPhrase.targetYearsMet) }
    return context.month(context.advice.timeline.date(afterYears: years)).map {
      wording.prose(KeyFindingPhrase.targetYears, ["month": $0])
    }
  }

  private func advertised(_ item: ItemComparison) -> Prose? {
    ([item.pay].compactMap(\.self) + item.otherPay).first { context.isAdvertised($0.figure) }.map { pay in
      wording.prose(KeyFindingPhrase.advertised, ["amount": Prose(context.publishedValue(pay))])
    }
  }

  // MARK: - The market

  private func outlook(_ growth: PublishedFigure) -> Prose {
    let values = [
      "period": Prose(growth.period), "occupation": Prose(context.dataset.occupation.title),
    ]
    if growth.value == 0 {
      return joined([
        wording.prose(KeyFindingPhrase.outlookSame, values), Prose(.source(growth.sourceID)),
      ])
    }
    guard let percent = growth.value, percent < 0 else {
      return wording.prose(
        KeyFindingPhrase.outlook,
        values.merging(["growth": Prose(context.value(growth))]) { first, _ in first })
    }
    let decline = Quantity(-percent, growth.unit.unit, .published(context.citation(growth)))
    return wording.prose(
      KeyFindingPhrase.outlookDecline, values.merging(["decline": Prose(decline)]) { first, _ in first })
  }

  private func premium(_ premium: CredentialComparison.Premium) -> Prose {
    wording.prose(
      KeyFindingPhrase.premium,
      ["percent": Prose(Quantity(premium.percent, .percent, context.provenance(of: premium)))])
  }
}

enum KeyFindingPhrase: String, PhraseKey {
  static let group = "key_finding"
  case usualPay = "usual_pay"
  case own
  case ownMore = "own_more"
  case ownRate = "own_rate"
  case ownOtherField = "own_other_field"
  case ownSame = "own_same"
  case placeHalf = "place_half"
  case placeHalfFloor = "place_half_floor"
  case placeMean = "place_mean"
  case earnLess = "earn_less"
  case earnMore = "earn_more"
  case rateLess = "rate_less"
  case rateMore = "rate_more"
  case entry
  case entryUnpaid = "entry_unpaid"
  case entryTraining = "entry_training"
  case targetMedian = "target_median"
  case targetMean = "target_mean"
  case targetMore = "target_more"
  case targetLess = "target_less"
  case targetRange = "target_range"
  case targetRangeDetail = "target_range_detail"
  case targetNote = "target_note"
  case targetYears = "target_years"
  case targetYearsMet = "target_years_met"
  case advertised
  case advertisedAlone = "advertised_alone"
  case first
  case firstItem = "first_item"
  case firstSeveral = "first_several"
  case firstChoice = "first_choice"
  case course
  case afterFirst = "after_first"
  case cost
  case costUnknown = "cost_unknown"
  case budget, study, choice, degree
  case degreeAsk = "degree_ask"
  case premium, outlook
  case outlookDecline = "outlook_decline"
  case outlookSame = "outlook_same"
  case stateMissing = "state_missing"
  case selfEmployed = "self_employed"
}

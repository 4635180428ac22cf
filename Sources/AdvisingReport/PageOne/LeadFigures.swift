import Advising
import Calculation
import CareerData
import ReportModel

/// The two or three numbers that a client remembers: what she earns, what others do, what comes next.
struct LeadFigures {
  private let context: SectionContext
  private var advice: Advice { context.advice }
  private var wording: Wording { context.wording }

  init(_ context: SectionContext) { self.context = context }

  private static let most = 3

  var all: [LeadFigure] {
    Array([client, others, usual ?? nextRung ?? entry, jobs, openings].compactMap(\.self).prefix(Self.most))
  }

  // MARK: - The client and others

  private var client: LeadFigure? {
    advice.pay.map { pay in
      LeadFigure(
        role: .client,
        label: wording.prose(
          advice.status == .outsideField
            ? PageOnePhrase.youEarnElsewhere : advice.isSelfEmployed ? .yourRate : .youEarn),
        value: .quantity(context.clientPay(pay.annual)), note: note(pay))
    }
  }

  private func note(_ pay: FullTimePay) -> Prose {
    if pay.differsFromActual {
      return wording.prose(
        PageOnePhrase.fullTime,
        [
          "actual": Prose(context.clientPay(pay.actualAnnual)),
          "hours": Prose(Quantity(pay.hoursPerWeek, .hoursPerWeek, .statedByClient)),
        ])
    }
    guard advice.onlyWageBasis != .annual || pay.stated.basis == .hourly else {
      return wording.prose(PageOnePhrase.aYear)
    }
    return wording.prose(PageOnePhrase.aYearHourly, ["hourly": Prose(context.clientHourly(pay.hourly))])
  }

  /// What the nearest place pays.
  private var others: LeadFigure? {
    guard let position = advice.nearestPosition, let figure = position.benchmark else { return nil }
    let value: Value =
      figure.value.map { .quantity(context.wage($0, figure)) }
      ?? figure.floor.map { .bounded(.orMore, context.wage($0, figure)) } ?? .missing
    return LeadFigure(
      role: .others,
      label: wording.prose(
        figure.statistic == .median ? PageOnePhrase.halfEarnMore : .average,
        ["area": Prose(position.area.title)]), value: value,
      note: Prose.joined(
        [
          context.isShown(.annual, of: figure) ? "" : wording.prose(PageOnePhrase.anHour),
          difference(position, figure),
        ].filter { !$0.isEmpty }, separator: ", "))
  }

  private func difference(_ position: Position, _ figure: PayFigure) -> Prose {
    guard advice.status == .inField, let comparison = context.comparison(position),
      let exact = comparison.difference.value.exact,
      let quantity = context.quantity(comparison.difference, of: figure)
    else { return "" }
    guard exact.magnitude >= 1 else { return wording.prose(PageOnePhrase.asMuch) }
    return wording.prose(
      exact < 0 ? PageOnePhrase.moreThanYou : .lessThanYou,
      ["difference": context.words(quantity.withoutSign)])
  }

  // MARK: - What comes next

  /// What the rung usually pays of someone who is paid less.
  private var usual: LeadFigure? {
    guard let pay = advice.ladder.rungPay, pay.side == .below else { return nil }
    return LeadFigure(
      role: .aim, label: wording.prose(PageOnePhrase.usually, ["people": Prose(pay.rung.people)]).capitalized,
      value: range(pay.range))
  }

  private var nextRung: LeadFigure? {
    guard let next = advice.ladder.next,
      let item = advice.ladder.rungs.first(where: { $0.rung == next.rung })?.comparison,
      let value = value(item)
    else { return nil }
    return LeadFigure(
      role: .aim, label: wording.prose(PageOnePhrase.nextStep, ["rung": Prose(next.rung.title)]),
      value: value, note: needs(next))
  }

  private func needs(_ next: CareerLadder.NextRung) -> Prose {
    if next.isReached { return wording.prose(PageOnePhrase.reached) }
    if (next.yearsMissing ?? 0) > 0, let years = context.yearsMissingWords(next) {
      return wording.prose(PageOnePhrase.needYears, ["years": years])
    }
    switch next.credentials {
    case .anyOf(let credentials), .unknown(let credentials):
      return wording.prose(
        PageOnePhrase.asksFor,
        ["credentials": Prose(credentials.map(\.id).joined(separator: wording.text(CostPhrase.or)))])
    case .becomes, .met, .nothingRequired:
      guard next.yearsMissing == nil, next.yearsAsked > 0 else { return "" }
      return wording.prose(
        PageOnePhrase.asksYears,
        [
          "years": Prose(
            Quantity(next.yearsAsked, .years, .published(context.experienceCitation(next.rung))))
        ])
    }
  }

  /// Where the ladder starts, for someone who is not on it.
  private var entry: LeadFigure? {
    guard advice.status != .inField, let first = advice.ladder.rungs.first,
      let value = value(first.comparison)
    else { return nil }
    return LeadFigure(
      role: .aim, label: wording.prose(PageOnePhrase.startAs, ["people": Prose(first.rung.people)]),
      value: value,
      note: context.span(advice.timeline.training).map {
        wording.prose(PageOnePhrase.training, ["span": $0])
      } ?? "")
  }

  private func value(_ item: ItemComparison) -> Value? {
    item.ranges.first.flatMap { $0.figure.low == nil ? nil : range($0) }
      ?? item.pay.map(context.publishedValue)
  }

  private func range(_ range: ComparedRange) -> Value {
    guard let low = range.figure.low else { return .missing }
    return .range(
      low: context.annual(low, range.figure),
      high: range.figure.high.map { context.annual($0, range.figure) },
      isOpen: range.figure.isOpenEnded)
  }

  private var jobs: LeadFigure? {
    guard let growth = advice.dataset.figures(of: .national).first(where: { $0.measure == "growth" }) else {
      return nil
    }
    return LeadFigure(
      role: .others, label: wording.prose(PageOnePhrase.jobs, ["period": Prose(growth.period)]),
      value: context.value(growth),
      note: wording.prose(
        growth.value == 0
          ? PageOnePhrase.sameJobs : (growth.value ?? 0) < 0 ? PageOnePhrase.fewerJobs : .jobsNote))
  }

  /// For a client of whom nothing else is known.
  private var openings: LeadFigure? {
    guard let openings = advice.dataset.figures(of: .national).first(where: { $0.measure == "openings" })
    else { return nil }
    return LeadFigure(
      role: .others, label: wording.prose(PageOnePhrase.openings),
      value: context.figure(id: Area.nationalID, title: "", openings)
        .shown(withoutHigh: .above, withoutLow: .below), note: wording.prose(PageOnePhrase.openingsNote))
  }
}

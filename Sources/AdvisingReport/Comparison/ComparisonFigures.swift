import Advising
import Calculation
import CareerData
import ReportModel

/// What a comparison says of one occupation: the rows of its CSV, which cells and sentences are made from.
struct ComparisonFigures {
  /// The published wages of the place, lowest first, then the mean where no median is published.
  let wages: [Figure]
  /// What half earn more than, or the mean; nil where neither is published.
  let middle: Figure?
  /// What a tenth earn less than.
  let low: Figure?
  /// Of the nation: people employed, the change of their number, openings a year.
  let outlook: [Figure]
  /// The schooling, the experience and the training that entry asks for, in years, with their words as notes.
  let entry: [Figure]
  /// Years until the client can work in it; nil where nothing is known of them.
  let yearsUntil: Figure?
  /// The sum of what the client would have earned, least and most.
  let earnings: (low: Figure, high: Figure)?
  /// What the middle pay buys, place by place; nil where wages or prices are not published.
  let buyingPower: [Figure?]

  var all: [Figure] {
    wages + outlook + entry + [yearsUntil].compactMap(\.self)
      + (earnings.map { [$0.low, $0.high] } ?? []) + buyingPower.compactMap(\.self)
  }

  init(
    _ occupation: ComparedOccupation, _ comparison: OccupationComparison, places: [Area],
    _ context: SectionContext
  ) {
    let maker = ComparisonFigureMaker(occupation: occupation, comparison: comparison, context: context)
    wages = maker.wages
    middle = occupation.middlePay.flatMap { pay in
      maker.wages.first { $0.statistic == pay.figure.statistic.rawValue }
    }
    low = occupation.wages.low.flatMap { pay in
      maker.wages.first { $0.statistic == pay.figure.statistic.rawValue }
    }
    outlook = maker.outlook
    entry = maker.entry
    yearsUntil = maker.yearsUntil
    earnings = maker.earnings
    buyingPower = places.map(maker.buyingPower)
  }

  /// In the order of the rows of the CSV.
  static let outlookMeasures = ["employment", "growth", "openings"]

  func outlook(_ measure: String) -> Figure? { outlook.first { $0.measure == measure } }
  func entry(_ measure: String) -> Figure? { entry.first { $0.measure == measure } }
}

extension ComparisonFigures {
  /// A published wage of a place.
  ///
  /// - Parameter isCompared: true for the one that the client's pay is set beside.
  static func wage(
    _ figure: PayFigure, area: Area, isCompared: Bool, _ context: SectionContext
  ) -> Figure {
    Figure(
      itemID: area.id, item: area.title, measure: "pay", statistic: figure.statistic.rawValue,
      unit: figure.basis.unit, low: figure.floor, value: figure.value,
      comparison: isCompared && figure.basis == .annual ? difference(figure, context) : nil,
      provenance: context.published(figure),
      note: figure.floor == nil ? Prose(figure.note) : context.wording.prose(RangePhrase.open))
  }

  /// What is published less the client's pay.
  private static func difference(_ figure: PayFigure, _ context: SectionContext) -> Comparison? {
    guard let amount = figure.value, let client = context.fullTimePay else { return nil }
    return context.comparison(of: context.operand(amount, figure), from: client)
  }

  /// What the middle pay of a place buys at the nation's prices.
  static func buyingPower(_ power: BuyingPower, _ context: SectionContext) -> Figure? {
    guard let amount = power.pay.value else { return nil }
    let parity = AppliedRule.Operand(
      .exactly(power.parity.rpp), .percent,
      .published(
        Citation(
          sourceID: power.parity.sourceID, statistic: "price_parity", population: "",
          period: String(power.parity.year))))
    return Figure(
      itemID: power.area.id, item: power.area.title, measure: "buying_power",
      statistic: power.pay.statistic.rawValue, unit: .dollarsPerYear,
      AppliedRule(.buyingPower, context.annualOperand(amount, power.pay), parity))
  }
}

/// Makes the figures of one occupation.
private struct ComparisonFigureMaker {
  let occupation: ComparedOccupation
  let comparison: OccupationComparison
  let context: SectionContext

  // MARK: - Pay

  var wages: [Figure] {
    let points = occupation.wages.distribution?.everyPoint.map(\.figure) ?? []
    let middle = occupation.middlePay?.figure
    return (points + (middle.map { points.contains($0) ? [] : [$0] } ?? [])).map(wage)
  }

  private func wage(_ figure: PayFigure) -> Figure {
    ComparisonFigures.wage(
      figure, area: comparison.area, isCompared: figure == occupation.middlePay?.figure, context)
  }

  func buyingPower(in area: Area) -> Figure? {
    occupation.buyingPower(in: area).flatMap { ComparisonFigures.buyingPower($0, context) }
  }

  // MARK: - Outlook

  /// Of the nation, since there are projections of no other place.
  var outlook: [Figure] {
    ComparisonFigures.outlookMeasures.compactMap { measure in
      occupation.dataset.outlook(measure).map {
        context.figure(id: Area.nationalID, title: occupation.dataset.nationTitle, $0)
      }
    }
  }

  // MARK: - Entry

  var entry: [Figure] { entryFigures?.all(study: occupation.study) ?? [] }

  private var entryFigures: EntryFigures? {
    occupation.entry.map {
      EntryFigures(
        context: context, requirement: $0, itemID: Area.nationalID, item: occupation.dataset.nationTitle)
    }
  }

  var yearsUntil: Figure? {
    guard let entry = entryFigures, !occupation.isPresent, !occupation.yearsUntil.isMissing else {
      return nil
    }
    func years(_ amount: Amount, _ measure: String) -> AppliedRule.Operand {
      AppliedRule.Operand(amount, .years, .published(entry.citation(measure)))
    }
    let rule = AppliedRule(
      .yearsUntilTrained, years(occupation.study, EntryFigures.study),
      years(occupation.training, EntryFigures.training))
    let isShort = rule.value.isShort
    var figure = Figure(
      itemID: "client", item: context.wording.text(ComparisonPhrase.you), measure: "time_until_trained",
      unit: isShort ? .months : .years,
      isShort ? AppliedRule(.monthsOfYears, AppliedRule.Operand(rule, .years)) : rule,
      note: context.wording.prose(ComparisonPhrase.lengths))
    // What may take no time at all takes so long at most.
    if figure.low == 0 { figure.low = nil }
    return figure
  }

  // MARK: - Earnings

  /// The ends in their order: where present pay is higher than a beginner's, a longer study earns more.
  var earnings: (low: Figure, high: Figure)? {
    guard let earnings = occupation.earnings else { return nil }
    let rules = [earnings.low, earnings.high].compactMap { rule($0, earnings.years) }
    guard let low = rules.min(by: { amount($0) < amount($1) }),
      let high = rules.max(by: { amount($0) < amount($1) }), rules.count == 2
    else { return nil }
    return (figure(low, "low"), figure(high, "high"))
  }

  private func amount(_ rule: AppliedRule) -> Double { rule.value.exact ?? 0 }

  private func figure(_ rule: AppliedRule, _ end: String) -> Figure {
    Figure(
      itemID: "client", item: context.wording.text(ComparisonPhrase.you), measure: "earnings_over_horizon",
      statistic: end, unit: .dollars, rule, note: context.wording.prose(ComparisonPhrase.earningsNote))
  }

  private func rule(_ path: ComparedEarnings.Path, _ years: Int) -> AppliedRule? {
    func stated(_ amount: Double) -> AppliedRule.Operand {
      AppliedRule.Operand(.exactly(amount), .years, .stated)
    }
    guard let trained = path.trained, let beginning = path.beginning else {
      return context.actualPay.map { AppliedRule(.payOverYears, $0, stated(Double(years))) }
    }
    guard let beginningPay = paid(beginning), let trainedPay = paid(trained) else { return nil }
    let nothing = AppliedRule.Operand(.exactly(0), .dollarsPerYear, .stated)
    return AppliedRule(
      .earningsOverHorizon, context.actualPay ?? nothing, beginningPay, trainedPay, length(path.study),
      length(path.untilTrained), stated(Double(years)))
  }

  private func length(_ years: Double) -> AppliedRule.Operand {
    AppliedRule.Operand(
      .exactly(years), .years,
      entryFigures.map { .published($0.citation(EntryFigures.study)) } ?? .stated)
  }

  /// Published pay for the hours that the client works.
  private func paid(_ figure: PayFigure) -> AppliedRule.Operand? {
    guard let amount = figure.value else { return nil }
    let full = context.operand(amount, figure)
    guard comparison.pay?.differsFromActual == true, let actual = context.actualPay,
      let fullTime = context.fullTimePay
    else { return full }
    return AppliedRule.Operand(AppliedRule(.partOfFullTime, full, actual, fullTime), .dollarsPerYear)
  }
}

extension Amount {
  /// Whether people would say the years in months: `3 to 24 months` for a quarter of a year to two.
  var isShort: Bool {
    let ends = [low, high].compactMap(\.self).filter { $0 > 0 }
    return ends.contains { $0 < 1 } && ends.allSatisfy { $0 <= 2 }
  }
}

extension CareerDataset {
  /// Of two sources that of the projections: all jobs, those of the self-employed among them.
  func outlook(_ measure: String) -> PublishedFigure? {
    let figures = figures(of: .national)
    let projections = figures.first { $0.measure == "growth" }?.sourceID
    let found = figures.filter { $0.measure == measure }
    return found.first { $0.sourceID == projections } ?? found.first
  }

  fileprivate var nationTitle: String { records.areas.first { $0.kind == .nation }?.title ?? Area.nationalID }
}

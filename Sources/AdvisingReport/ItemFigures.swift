import Advising
import CareerData
import ReportModel

/// The tidy rows of an item whose published pay is compared with the client's.
extension SectionContext {
  /// Pay, what the best paid earn, ranges with their gaps, and the nearest figures: in this order.
  func figures(of item: ItemComparison, note: Prose = "") -> [Figure] {
    var figures: [Figure] = []
    if let pay = item.pay {
      figures.append(figure(item, "pay", pay, note: note))
      figures += nationalDifference(item, pay)
    }
    figures += item.otherPay.map { figure(item, "pay_other_source", $0, note: note) }
    if let top = item.top { figures.append(figure(item, "pay_top", top, note: note)) }
    for range in item.ranges { figures += rangeFigures(item.id, item.title, range) }
    for nearest in item.nearest { figures += nearestFigures(item, nearest) }
    if item.hasNoFigure { figures.append(noFigure(item)) }
    return figures
  }

  private func figure(
    _ item: ItemComparison, _ measure: String, _ pay: ComparedPay, note: Prose
  ) -> Figure {
    figure(id: item.id, title: item.title, measure: measure, pay, note: note)
  }

  /// A published mean or median, in its own unit.
  func figure(
    id: String, title: String, measure: String, _ pay: ComparedPay, note: Prose = ""
  ) -> Figure {
    Figure(
      itemID: id, item: title, measure: measure, statistic: pay.figure.statistic.rawValue,
      unit: pay.figure.basis == .annual ? .dollarsPerYear : .dollarsPerHour, value: pay.amount,
      difference: pay.fromClient?.amount, differencePercent: pay.fromClient?.percent,
      provenance: published(pay.figure), note: note.isEmpty ? Prose(pay.figure.note) : note)
  }

  private func nationalDifference(_ item: ItemComparison, _ pay: ComparedPay) -> [Figure] {
    nationalDifference(id: item.id, title: item.title, pay)
  }

  /// The item less the national median, in dollars and in percent.
  func nationalDifference(id: String, title: String, _ pay: ComparedPay) -> [Figure] {
    guard let difference = pay.fromNationalMedian, let median = advice.national?.benchmark else { return [] }
    func row(_ measure: String, _ unit: Unit, _ value: Double) -> Figure {
      Figure(
        itemID: id, item: title, measure: measure, statistic: pay.figure.statistic.rawValue, unit: unit,
        value: value, provenance: calculated("item - national median", [pay.figure, median]),
        note: pay.figure.isComparable(with: median) ? "" : wording.prose(BasisPhrase.mixed))
    }
    return [
      row("difference_from_national_median", .dollarsPerYear, difference.amount),
      row("difference_from_national_median_percent", .percent, difference.percent),
    ]
  }

  /// A published range and its gap to the client's pay.
  func rangeFigures(_ id: String, _ title: String, _ range: ComparedRange) -> [Figure] {
    let unit: Unit = range.figure.basis == .annual ? .dollarsPerYear : .dollarsPerHour
    var figures = [
      Figure(
        itemID: id, item: title, measure: "pay_range", statistic: range.figure.statistic.rawValue,
        unit: unit, low: range.figure.low, high: range.figure.high, provenance: published(range.figure),
        note: rangeNote(range.figure))
    ]
    if range.lowFromClient != nil || range.highFromClient != nil {
      figures.append(
        Figure(
          itemID: id, item: title, measure: "pay_gap", statistic: range.figure.statistic.rawValue,
          unit: .dollarsPerYear, low: range.lowFromClient?.amount, high: range.highFromClient?.amount,
          provenance: calculated("range - full-time pay", [range.figure]),
          note: rangeNote(range.figure)))
    }
    return figures
  }

  private func rangeNote(_ figure: PayFigure) -> Prose {
    let parts = [
      figure.isOpenEnded ? wording.prose(RangePhrase.open) : "", Prose(figure.detail), Prose(figure.note),
    ]
    return Prose.joined(parts.filter { !$0.isEmpty }, separator: "; ")
  }

  private func nearestFigures(_ item: ItemComparison, _ nearest: NearestPay) -> [Figure] {
    let note = wording.prose(RangePhrase.nearest, ["subject": Prose(nearest.subjectTitle)])
    if let pay = nearest.pay {
      return [figure(id: item.id, title: item.title, measure: "pay_nearest", pay, note: note)]
    }
    guard let range = nearest.range else { return [] }
    return [
      Figure(
        itemID: item.id, item: item.title, measure: "pay_nearest",
        statistic: range.figure.statistic.rawValue,
        unit: range.figure.basis == .annual ? .dollarsPerYear : .dollarsPerHour, low: range.figure.low,
        high: range.figure.high, provenance: published(range.figure), note: note)
    ]
  }

  private func noFigure(_ item: ItemComparison) -> Figure {
    Figure(
      itemID: item.id, item: item.title, measure: "pay_not_published", unit: .dollarsPerYear,
      provenance: .calculated(formula: "none published", citations: []),
      note: wording.prose(BasisPhrase.noFigure))
  }

  /// A published figure that is not pay.
  func figure(id: String, title: String, _ published: PublishedFigure) -> Figure {
    Figure(
      itemID: id, item: title, measure: published.measure, statistic: published.statistic,
      unit: published.unit.unit, low: published.low, value: published.value, high: published.high,
      provenance: .published(citation(published)),
      note: Prose.joined(
        [published.label, published.population, published.note].filter { !$0.isEmpty }.map { Prose($0) },
        separator: "; "))
  }

  /// What is known of a published figure that is not pay.
  func value(_ figure: PublishedFigure) -> Value {
    let provenance = Provenance.published(citation(figure))
    let unit = figure.unit.unit
    if let value = figure.value { return .quantity(Quantity(value, unit, provenance)) }
    switch (figure.low, figure.high) {
    case (let low?, let high?):
      return .range(
        low: Quantity(low, unit, provenance), high: Quantity(high, unit, provenance), isOpen: false)
    case (let low?, nil): return .bounded(.above, Quantity(low, unit, provenance))
    case (nil, let high?): return .bounded(.below, Quantity(high, unit, provenance))
    case (nil, nil): return .missing
    }
  }
}

extension PayFigure {
  /// Figures are ranked together only when they are the same statistic of the same population.
  func isComparable(with other: PayFigure) -> Bool {
    statistic == other.statistic && populationID == other.populationID
  }
}

extension PublishedFigure.Unit {
  var unit: ReportModel.Unit {
    switch self {
    case .count: .count
    case .percent: .percent
    case .months: .months
    case .years: .years
    }
  }
}

enum RangePhrase: String, PhraseKey {
  static let group = "range"
  case open, nearest
}

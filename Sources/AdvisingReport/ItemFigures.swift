import Advising
import Calculation
import CareerData
import ReportModel

/// The tidy rows of an item whose published pay is compared with the client's.
extension SectionContext {
  /// Pay, what the best paid earn, ranges with their gaps, and the nearest figures: in this order.
  ///
  /// A setting has its leading industry's pay under its own id; each further industry is an item of its own,
  /// `billing-company/5611`, so that an item has one `pay` row. The nearest industries, which settings may share, are
  /// not among the rows: see ``nearestIndustryFigures``.
  func figures(of item: ItemComparison, note: Prose = "") -> [Figure] {
    let words = IndustryWords(self)
    var figures: [Figure] = []
    if let pay = item.pay {
      let note = note.isEmpty ? Prose(item.industries.first.map(words.note) ?? "") : note
      let title = item.industries.first.map { words.title(of: item, $0) } ?? item.title
      figures.append(figure(id: item.id, title: title, measure: "pay", pay, note: note))
      figures += nationalDifference(id: item.id, title: title, pay)
    }
    for other in item.industries.dropFirst() {
      let id = "\(item.id)/\(other.industry.naics)"
      let title = words.title(of: item, other)
      figures.append(
        figure(id: id, title: title, measure: "pay", other.pay, note: Prose(words.note(other))))
      figures += nationalDifference(id: id, title: title, other.pay)
    }
    figures += item.otherPay.map { figure(item, "pay_other_source", $0, note: note) }
    if let top = item.top { figures.append(figure(item, "pay_top", top, note: note)) }
    for range in item.ranges { figures += rangeFigures(item.id, item.title, range) }
    for nearest in item.nearest where nearest.subject.kind != .industry {
      figures += nearestFigures(item, nearest)
    }
    let isNearestElsewhere = item.nearest.contains { $0.subject.kind == .industry }
    if item.hasNoFigure || isNearestElsewhere { figures.append(noFigure(item)) }
    return figures
  }

  /// The industries that stand in for settings without a figure, each once: items such as `industry:62`.
  var nearestIndustryFigures: [Figure] {
    let words = IndustryWords(self)
    return words.nearestIndustries.compactMap { nearest in
      nearest.pay.map { pay in
        figure(
          id: IndustryWords.itemID(nearest.subject), title: nearest.subjectTitle, measure: "pay_nearest", pay,
          note: Prose(words.nearestFor(nearest.subject)))
      }
    }
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
      unit: pay.figure.basis == .annual ? .dollarsPerYear : .dollarsPerHour,
      low: pay.isFloor ? pay.amount : nil, value: pay.isFloor ? nil : pay.amount,
      comparison: comparison(pay), provenance: published(pay.figure),
      note: Prose.joined(
        [
          pay.isFloor ? wording.prose(RangePhrase.open) : "",
          note.isEmpty ? Prose(pay.figure.note) : note,
        ].filter { !$0.isEmpty }, separator: "; "))
  }

  /// The item less the national median, in dollars and in percent.
  func nationalDifference(id: String, title: String, _ pay: ComparedPay) -> [Figure] {
    guard pay.fromNationalMedian != nil, let median = advice.national?.benchmark, let base = nationalMedian
    else { return [] }
    let comparison = comparison(of: annualOperand(pay.amount, pay.figure), from: base)
    func row(_ measure: String, _ unit: Unit, _ calculation: Calculation) -> Figure {
      Figure(
        itemID: id, item: title, measure: measure, statistic: pay.figure.statistic.rawValue, unit: unit,
        calculation, note: pay.figure.isComparable(with: median) ? "" : wording.prose(BasisPhrase.mixed))
    }
    return [
      row("difference_from_national_median", .dollarsPerYear, comparison.difference),
      row("difference_from_national_median_percent", .percent, comparison.percent),
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
    let gaps = [gap(range.figure.low, range.figure), gap(range.figure.high, range.figure)]
    if let gap = gaps.compactMap(\.self).first {
      figures.append(
        Figure(
          itemID: id, item: title, measure: "pay_gap", statistic: range.figure.statistic.rawValue,
          unit: .dollarsPerYear, low: gaps[0]?.value.exact, high: gaps[1]?.value.exact,
          provenance: .calculated(gap), note: rangeNote(range.figure)))
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

  /// Says that nothing is published, and which industry is nearest.
  private func noFigure(_ item: ItemComparison) -> Figure {
    let nearest = IndustryWords(self).nearest(of: item)
    return Figure(
      itemID: item.id, item: item.title, measure: "pay_not_published", unit: .dollarsPerYear,
      provenance: .counted([]),
      note: Prose.joined(
        [wording.prose(BasisPhrase.noFigure), Prose(nearest)].filter { !$0.isEmpty }, separator: "; "))
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

/// The unit of a report's figures: a published figure has a ``PublishedFigure/Unit`` of its own.
typealias ReportUnit = Unit

extension PublishedFigure.Unit {
  var unit: ReportUnit {
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

import CareerData

/// Sets published pay beside one client's full-time pay and the national median.
struct PayComparer: Sendable, Equatable {
  /// US dollars a year at full time; nil when the profile states no pay.
  let clientAnnual: Double?
  /// US dollars a year; nil when none is published.
  let nationalMedian: Double?
  /// That of the national median; nil when none is published.
  var nationalEdition: SurveyEdition?

  /// The leading mean or median of some figures: the first source leads, its median before its mean, annual
  /// before hourly, and an amount before a lower bound.
  func pay(_ figures: [PayFigure]) -> ComparedPay? { payBySource(figures).first }

  /// The leading mean or median of each source after the first.
  func otherPay(_ figures: [PayFigure]) -> [ComparedPay] { Array(payBySource(figures).dropFirst()) }

  /// The leading mean or median of each source, in the order of the figures.
  func payBySource(_ figures: [PayFigure]) -> [ComparedPay] {
    let central = figures.filter { ($0.value ?? $0.floor) != nil && $0.statistic.isCentral }
    let sources = central.map(\.sourceID).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    return sources.compactMap { source in leading(central.filter { $0.sourceID == source }) }
  }

  /// The median alone, be it only a lower bound; the first source that publishes one leads.
  func median(_ figures: [PayFigure]) -> ComparedPay? { pay(figures.filter { $0.statistic == .median }) }

  func top(_ figures: [PayFigure]) -> ComparedPay? {
    figures.first { $0.statistic == .top && $0.value != nil }.flatMap(compare)
  }

  func ranges(_ figures: [PayFigure]) -> [ComparedRange] {
    figures.filter { $0.statistic == .range }.map(compareRange)
  }

  private func leading(_ figures: [PayFigure]) -> ComparedPay? {
    let order: [(PayStatistic, PayBasis)] = [
      (.median, .annual), (.median, .hourly), (.mean, .annual), (.mean, .hourly),
    ]
    let ordered = order.flatMap { statistic, basis in
      figures.filter { $0.statistic == statistic && $0.basis == basis }
    }
    return (ordered.first { $0.value != nil } ?? ordered.first).flatMap(compare)
  }

  private func compare(_ figure: PayFigure) -> ComparedPay? {
    guard let amount = figure.value ?? figure.floor else { return nil }
    let annual = figure.annual(amount)
    let isFloor = figure.value == nil
    func difference(from base: Double?) -> Difference? {
      isFloor ? nil : base.flatMap { Difference(of: annual, from: $0) }
    }
    return ComparedPay(
      figure: figure, amount: amount, annual: annual, isFloor: isFloor,
      fromClient: difference(from: clientAnnual),
      fromNationalMedian: nationalEdition?.isLeft(by: figure) == true
        ? nil : difference(from: nationalMedian))
  }

  private func compareRange(_ figure: PayFigure) -> ComparedRange {
    let low = figure.low.map(figure.annual)
    let high = figure.high.map(figure.annual)
    func fromClient(_ end: Double?) -> Difference? {
      end.flatMap { end in clientAnnual.flatMap { Difference(of: end, from: $0) } }
    }
    return ComparedRange(
      figure: figure, annualLow: low, annualHigh: high, lowFromClient: fromClient(low),
      highFromClient: fromClient(high))
  }
}

extension PayFigure {
  /// The amount of a figure that is published only as "this or more", such as the `#` of OEWS; nil for others.
  public var floor: Double? { isOpenEnded && value == nil && high == nil && statistic != .range ? low : nil }
}

extension PayStatistic {
  /// True for the median and the mean.
  public var isCentral: Bool { self == .median || self == .mean }
}

import CareerData

/// Sets published pay beside one client's full-time pay and the national median.
struct PayComparer: Sendable, Equatable {
  /// US dollars a year at full time; nil when the profile states no pay.
  let clientAnnual: Double?
  /// US dollars a year; nil when none is published.
  let nationalMedian: Double?

  /// The leading mean or median of some figures: the first source leads, its median before its mean, annual
  /// before hourly.
  func pay(_ figures: [PayFigure]) -> ComparedPay? {
    let central = figures.filter { $0.value != nil && ($0.statistic == .median || $0.statistic == .mean) }
    guard let source = central.first?.sourceID else { return nil }
    return leading(central.filter { $0.sourceID == source })
  }

  /// The leading mean or median of each source after the first.
  func otherPay(_ figures: [PayFigure]) -> [ComparedPay] {
    let central = figures.filter { $0.value != nil && ($0.statistic == .median || $0.statistic == .mean) }
    var sources: [String] = []
    for figure in central where !sources.contains(figure.sourceID) { sources.append(figure.sourceID) }
    return sources.dropFirst().compactMap { source in leading(central.filter { $0.sourceID == source }) }
  }

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
    for (statistic, basis) in order {
      if let figure = figures.first(where: { $0.statistic == statistic && $0.basis == basis }) {
        return compare(figure)
      }
    }
    return nil
  }

  private func compare(_ figure: PayFigure) -> ComparedPay? {
    guard let amount = figure.value else { return nil }
    let annual = figure.annual(amount)
    return ComparedPay(
      figure: figure, amount: amount, annual: annual,
      fromClient: clientAnnual.map { Difference(of: annual, from: $0) },
      fromNationalMedian: nationalMedian.map { Difference(of: annual, from: $0) })
  }

  private func compareRange(_ figure: PayFigure) -> ComparedRange {
    let low = figure.low.map(figure.annual)
    let high = figure.high.map(figure.annual)
    func fromClient(_ end: Double?) -> Difference? {
      end.flatMap { end in clientAnnual.map { Difference(of: end, from: $0) } }
    }
    return ComparedRange(
      figure: figure, annualLow: low, annualHigh: high, lowFromClient: fromClient(low),
      highFromClient: fromClient(high))
  }
}

/// The percentiles of one subject, basis, population, period and source do not fall.
///
/// A figure of which only the lower end is known counts with that.
enum PercentileOrderCheck: PlausibilityCheck {
  private struct Key: Hashable {
    let pay: PayKey
    let basis: PayBasis
  }

  private struct Point {
    let figure: PayFigure
    let percentile: Double
    let amount: Double
    let column: String
  }

  static func findings(in checked: CheckedDataset) -> [CheckFinding] {
    checked.records.pay.filter { $0.statistic.percentile != nil }
      .grouped { Key(pay: PayKey($0), basis: $0.basis) }
      .flatMap { findings(of: $0, in: checked) }
  }

  private static func findings(of figures: [PayFigure], in checked: CheckedDataset) -> [CheckFinding] {
    let points = figures.compactMap(point).sorted { $0.percentile < $1.percentile }
    return zip(points, points.dropFirst()).compactMap { lower, upper in
      guard lower.percentile < upper.percentile, lower.amount > upper.amount else { return nil }
      return CheckFinding(
        .error, checked.place(ofFigure: upper.figure.id, upper.column),
        .percentileOrder(
          lower: lower.figure.statistic, lowerAmount: lower.amount, upper: upper.figure.statistic,
          upperAmount: upper.amount),
        figureIDs: [upper.figure.id, lower.figure.id])
    }
  }

  private static func point(_ figure: PayFigure) -> Point? {
    guard let percentile = figure.statistic.percentile, let amount = figure.value ?? figure.low else {
      return nil
    }
    return Point(
      figure: figure, percentile: percentile, amount: amount, column: figure.value == nil ? "low" : "value")
  }
}

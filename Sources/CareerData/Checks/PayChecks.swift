import OrderedCollections

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
    let percentiles = checked.records.pay.filter { $0.statistic.percentile != nil }
    return OrderedDictionary(grouping: percentiles) { Key(pay: PayKey($0), basis: $0.basis) }.values
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

/// Hourly pay for a ``FullTimeYear`` is close to the annual pay.
///
/// Ranges and what the best paid earn are left out: their ends are rounded at will.
public enum HourlyAnnualCheck {
  /// How far the two may be apart, in US dollars a year: BLS calculates one from the other and rounds the hour to
  /// cents (half a cent x 2,080 is 10.40) and the year to tens (half of it is 5). In the national file of May 2024 the
  /// greatest of 4,657 distances is 15.20.
  public static let tolerance = 15.4
}

extension HourlyAnnualCheck: PlausibilityCheck {
  private struct Key: Hashable {
    let pay: PayKey
    let statistic: PayStatistic
  }

  static func findings(in checked: CheckedDataset) -> [CheckFinding] {
    let points = checked.records.pay.filter { $0.statistic.percentile != nil || $0.statistic == .mean }
    return OrderedDictionary(grouping: points) { Key(pay: PayKey($0), statistic: $0.statistic) }.values
      .flatMap { figures in
        let annual = figures.filter { $0.basis == .annual }.prefix(DatasetLimits.figuresOfOneKind)
        return figures.filter { $0.basis == .hourly }.flatMap { hourly in
          annual.compactMap { finding(hourly, $0, in: checked) }
        }
      }
  }

  private static func finding(
    _ hourly: PayFigure, _ annual: PayFigure, in checked: CheckedDataset
  ) -> CheckFinding? {
    let ends: [(String, Double?, Double?)] = [
      ("value", hourly.value, annual.value), ("low", hourly.low, annual.low),
      ("high", hourly.high, annual.high),
    ]
    for (column, hour, year) in ends {
      guard let hour, let year else { continue }
      // A little more, for the binary fractions of decimal cents.
      guard abs(hour * FullTimeYear.hours - year) > tolerance + 1e-6 else { continue }
      return CheckFinding(
        .error, checked.place(ofFigure: hourly.id, column),
        .hourlyAgainstAnnual(hourly.statistic, hourly: hour, annual: year),
        figureIDs: [hourly.id, annual.id])
    }
    return nil
  }
}

/// No amount of pay is one that nobody earns: units are mixed up, or a file is damaged.
enum PaySizeCheck: PlausibilityCheck {
  /// US dollars. No published statistic of an occupation in the United States comes near these.
  static let mostAnnual = 10_000_000.0
  static let mostHourly = 5_000.0

  static func findings(in checked: CheckedDataset) -> [CheckFinding] {
    checked.records.pay.compactMap { figure in
      let most = figure.basis == .annual ? mostAnnual : mostHourly
      let amounts = [("value", figure.value), ("low", figure.low), ("high", figure.high)]
      for case (let column, let amount?) in amounts where amount > most || amount < 0 {
        return CheckFinding(
          .error, checked.place(ofFigure: figure.id, column),
          .paySize(figure.statistic, figure.basis, amount: amount), figureIDs: [figure.id])
      }
      return nil
    }
  }
}

/// What pay figures have in common that may be compared as one distribution.
struct PayKey: Hashable {
  let subject: Subject
  let populationID: String
  let detail: String
  let period: String
  let sourceID: String

  init(_ figure: PayFigure) {
    subject = figure.subject
    populationID = figure.populationID
    detail = figure.detail
    period = figure.period
    sourceID = figure.sourceID
  }
}

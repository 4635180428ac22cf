import CareerData

/// The published percentiles of pay of one area, on one basis.
public struct WageDistribution: Sendable, Equatable {
  /// A published percentile.
  public struct Point: Sendable, Equatable {
    /// 10, 25, 50, 75 or 90.
    public let percentile: Double
    /// US dollars on the basis of the distribution.
    public let pay: Double
    public let figure: PayFigure
  }

  /// A place among the published percentiles.
  public enum Placement: Sendable, Equatable {
    /// On a published point, or between two neighboring ones by linear interpolation.
    case at(Double)
    case below(Double)
    case above(Double)
    /// Between two published points with one between them that is not published.
    case between(Double, Double)
  }

  /// Hourly only where no annual percentile is published.
  public let basis: PayBasis
  /// Those published, lowest first.
  public let points: [Point]

  /// The percentiles that OEWS publishes.
  static let published: [Double] = [10, 25, 50, 75, 90]

  /// The distribution among an area's pay figures; nil when none of the percentiles has a value.
  public init?(_ figures: [PayFigure]) {
    guard
      let (basis, points) = [PayBasis.annual, .hourly].lazy
        .map({ ($0, Self.points(figures, basis: $0)) })
        .first(where: { !$0.1.isEmpty })
    else { return nil }
    self.basis = basis
    self.points = points
  }

  private static func points(_ figures: [PayFigure], basis: PayBasis) -> [Point] {
    published.compactMap { percentile in
      figures.first { $0.basis == basis && $0.statistic.percentile == percentile && $0.value != nil }
        .flatMap { figure in
          figure.value.map { Point(percentile: percentile, pay: $0, figure: figure) }
        }
    }
  }

  /// Where an amount stands.
  ///
  /// Linear between published neighbors; on equal neighbors the highest counts; outside the points only the
  /// side is known. A percentile that is not published is never invented.
  ///
  /// - Parameter pay: US dollars on the basis of the distribution.
  public func placement(of pay: Double) -> Placement {
    guard let first = points.first, let last = points.last else {
      preconditionFailure("a distribution has a point")
    }
    if pay < first.pay { return .below(first.percentile) }
    if pay > last.pay { return .above(last.percentile) }
    guard let index = points.lastIndex(where: { $0.pay <= pay }) else { return .below(first.percentile) }
    let lower = points[index]
    if lower.pay == pay || index + 1 == points.count { return .at(lower.percentile) }
    let upper = points[index + 1]
    guard Self.areNeighbors(lower.percentile, upper.percentile) else {
      return .between(lower.percentile, upper.percentile)
    }
    let share = (pay - lower.pay) / (upper.pay - lower.pay)
    return .at(lower.percentile + (upper.percentile - lower.percentile) * share)
  }

  /// Where a client's full-time pay stands.
  public func placement(of pay: FullTimePay) -> Placement {
    placement(of: basis == .annual ? pay.annual : pay.hourly)
  }

  /// True when OEWS publishes no percentile between the two.
  public static func areNeighbors(_ a: Double, _ b: Double) -> Bool {
    guard let index = published.firstIndex(of: a), index + 1 < published.count else { return false }
    return published[index + 1] == b
  }
}

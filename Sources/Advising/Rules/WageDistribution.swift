import Calculation
import CareerData

/// The published percentiles of pay of one area, on one basis.
public struct WageDistribution: Sendable, Equatable {
  /// A published percentile.
  public struct Point: Sendable, Equatable {
    /// 10, 25, 50, 75 or 90.
    public let percentile: Double
    /// US dollars on the basis of the distribution; a lower bound for an open point.
    public let pay: Double
    public let figure: PayFigure
  }

  /// A place among the published percentiles.
  public enum Placement: Sendable, Equatable {
    /// On a published point, or between two neighboring ones by linear interpolation.
    case at(Double)
    case below(Double)
    case above(Double)
    /// Between two published points with one between them that is not published, or of which the upper is only
    /// known to be this or more.
    case between(Double, Double)

    /// What is known of the percentile, from 0 to 100: one end twice when it is known.
    public var percentiles: ClosedRange<Double> {
      switch self {
      case .at(let percentile): percentile...percentile
      case .below(let percentile): 0...percentile
      case .above(let percentile): percentile...100
      case .between(let low, let high): low...high
      }
    }
  }

  /// Hourly only where no annual percentile is published.
  public let basis: PayBasis
  /// Those published as an amount, lowest first.
  public let points: [Point]
  /// Those published only as "this or more" (the `#` of OEWS: 239,200 a year, 115.00 an hour), lowest first.
  public let openPoints: [Point]

  /// All that is published, lowest first.
  public var everyPoint: [Point] { (points + openPoints).sortedStably { $0.percentile < $1.percentile } }

  /// The percentiles that OEWS publishes.
  static let published: [Double] = [10, 25, 50, 75, 90]

  /// The distribution among an area's pay figures; nil when none of the percentiles is published.
  public init?(_ figures: [PayFigure]) {
    func points(_ basis: PayBasis, _ amount: (PayFigure) -> Double?) -> [Point] {
      Self.published.compactMap { percentile in
        let figure = figures.first {
          $0.basis == basis && $0.statistic.percentile == percentile && amount($0) != nil
        }
        return figure.flatMap { figure in
          amount(figure).map { Point(percentile: percentile, pay: $0, figure: figure) }
        }
      }
    }
    for basis in [PayBasis.annual, .hourly] {
      let closed = points(basis, \.value)
      let open = points(basis, \.floor)
      guard !closed.isEmpty || !open.isEmpty else { continue }
      (self.basis, self.points, openPoints) = (basis, closed, open)
      return
    }
    return nil
  }

  /// Where an amount stands.
  ///
  /// Linear between published neighbors; on equal neighbors the highest counts; outside the points only the
  /// side is known. A percentile that is not published is never invented, and below an open point only that is
  /// known. Nil when nothing is: from the lowest point on, when that is open.
  ///
  /// - Parameter pay: US dollars on the basis of the distribution.
  public func placement(of pay: Double) -> Placement? { placement(of: pay) { $0.pay } }

  /// Where a client's full-time pay stands, by dollars a year: pay that is stated by the hour is multiplied as a
  /// published wage by the hour is, so that the two are equal when they are.
  public func placement(of pay: FullTimePay) -> Placement? {
    placement(of: pay.annual) { $0.figure.annual($0.pay) }
  }

  private func placement(of pay: Double, _ amount: (Point) -> Double) -> Placement? {
    let open = openPoints.first
    guard let first = points.first, let last = points.last else {
      return open.flatMap { pay < amount($0) ? .below($0.percentile) : nil }
    }
    if pay < amount(first) { return .below(first.percentile) }
    if pay > amount(last) {
      guard let open, open.percentile > last.percentile, pay < amount(open) else {
        return .above(last.percentile)
      }
      return .between(last.percentile, open.percentile)
    }
    guard let index = points.lastIndex(where: { amount($0) <= pay }) else { return .below(first.percentile) }
    let lower = points[index]
    if amount(lower) == pay || index + 1 == points.count { return .at(lower.percentile) }
    let upper = points[index + 1]
    guard Self.areNeighbors(lower.percentile, upper.percentile) else {
      return .between(lower.percentile, upper.percentile)
    }
    return .at(
      Rule.percentile.number(pay, amount(lower), amount(upper), lower.percentile, upper.percentile))
  }

  /// True when OEWS publishes no percentile between the two.
  public static func areNeighbors(_ a: Double, _ b: Double) -> Bool {
    guard let index = published.firstIndex(of: a), index + 1 < published.count else { return false }
    return published[index + 1] == b
  }
}

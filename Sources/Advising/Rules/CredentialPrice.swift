import Calculation
import CareerData

/// What a credential costs: exam, membership and what else is published. Training, renewals and continuing
/// education come on top.
public struct CredentialPrice: Sendable, Equatable {
  /// Never empty.
  public let lines: [CredentialCost]
  /// US dollars, the sum of the low ends.
  public let low: Double
  /// US dollars, the sum of the high ends.
  public let high: Double
  public let isApproximate: Bool

  public var amount: Amount { Amount(low: low, high: high) }

  /// Nil when no cost is published.
  public init?(of credentialID: String, in dataset: CareerDataset) {
    lines = dataset.records.credentialCosts.filter { $0.credentialID == credentialID }
    guard !lines.isEmpty else { return nil }
    low = lines.reduce(0) { $0 + $1.low }
    high = lines.reduce(0) { $0 + $1.high }
    isApproximate = lines.contains(where: \.isApproximate)
  }

  /// Whether a budget pays for it.
  public func fits(budget: Double) -> BudgetFit { BudgetFit(budget, of: low...high) }
}

/// How a price and a budget meet.
public enum BudgetFit: String, Sendable {
  case within
  /// The low end of the price is within the budget, the high end is not.
  case partly
  case over

  init(_ budget: Double, of cost: ClosedRange<Double>) {
    self = budget >= cost.upperBound ? .within : budget >= cost.lowerBound ? .partly : .over
  }
}

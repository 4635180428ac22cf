import Calculation

/// How far one amount of pay lies from another.
public struct Difference: Sendable, Equatable {
  /// In the unit of the amounts.
  public let amount: Double
  /// Percent of the base.
  public let percent: Double

  /// An amount below this, a cent in US dollars, is no pay that another could be compared with.
  public static let leastBase = 0.01

  /// `amount` less `base`, and that over `base`. Nil for a base below ``leastBase``.
  public init?(of amount: Double, from base: Double) {
    guard let difference = Rule.difference.value(.exactly(amount), .exactly(base)).exact,
      let percent = Rule.percent.value(.exactly(amount), .exactly(base)).exact
    else { return nil }
    self.amount = difference
    self.percent = percent
  }
}

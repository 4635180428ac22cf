/// How far one amount of pay lies from another.
public struct Difference: Sendable, Equatable {
  /// In the unit of the amounts.
  public let amount: Double
  /// Percent of the base, for a base above zero.
  public let percent: Double

  /// `amount` less `base`, and that over `base`.
  ///
  /// - Precondition: `base` is above zero.
  public init(of amount: Double, from base: Double) {
    precondition(base > 0, "a percentage has a base above zero")
    self.amount = amount - base
    percent = (amount - base) / base * 100
  }
}

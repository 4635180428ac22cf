import Calculation

/// What a way of working earns over the years, added up.
///
/// A projection of stated assumptions and no forecast: the pay of the first year, the same raise every year, and a
/// cost that is paid before the first.
public enum EarningsProjection {
  /// The sum at the end of each year, in US dollars before tax: first year 0, which is less the cost.
  ///
  /// In year n the pay is `yearlyPay` x (1 + raise / 100)^(n - 1).
  ///
  /// - Parameters:
  ///   - yearlyPay: US dollars paid in the first year.
  ///   - raisePercent: a year, in percent of the pay; may be below zero.
  ///   - cost: US dollars, once.
  ///   - years: zero or more.
  public static func cumulative(
    yearlyPay: Double, raisePercent: Double, cost: Double, years: Int
  ) -> [Double] {
    var sums = [0 - cost]
    for year in 0..<max(0, years) {
      sums.append(Rule.earnings.number(sums[year], yearlyPay, raisePercent, Double(year + 1)))
    }
    return sums
  }
}

import Calculation

/// What a way of working earns over the years, added up.
///
/// A projection of stated assumptions and no forecast: the pay of the first year, the same raise every year, and a
/// cost that is paid before the first. Until a way can begin, present pay goes on (rule 5).
public enum EarningsProjection {
  /// The sum at the end of each year, in US dollars before tax: first year 0, which is less the cost.
  ///
  /// In year n the pay is that of the year x (1 + raise / 100)^(n - 1). The pay of the year is ``yearlyPay`` once
  /// the way has begun, `payBefore` before, and both by their part of the year in which it begins.
  ///
  /// - Parameters:
  ///   - yearlyPay: US dollars paid in a year of the way.
  ///   - payBefore: US dollars paid in a year until it begins.
  ///   - yearsBefore: years until it begins, zero or more.
  ///   - raisePercent: a year, in percent of the pay; may be below zero.
  ///   - cost: US dollars, once.
  ///   - years: zero or more.
  public static func cumulative(
    yearlyPay: Double, payBefore: Double = 0, yearsBefore: Double = 0, raisePercent: Double, cost: Double,
    years: Int
  ) -> [Double] {
    var sums = [0 - cost]
    for year in 1..<max(1, years + 1) {
      let pay = Rule.payOfYear.number(payBefore, yearlyPay, yearsBefore, Double(year))
      sums.append(Rule.earnings.number(sums[year - 1], pay, raisePercent, Double(year)))
    }
    return sums
  }
}

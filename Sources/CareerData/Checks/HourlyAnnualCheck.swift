/// Hourly pay for a full year of 2,080 hours is near the annual pay.
///
/// Ranges and what the best paid earn are left out: their ends are rounded at will.
public enum HourlyAnnualCheck {
  /// The hours of a year of full-time work: 52 weeks of 40.
  public static let hoursPerYear = 2080.0

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
    checked.records.pay.filter { $0.statistic.percentile != nil || $0.statistic == .mean }
      .grouped { Key(pay: PayKey($0), statistic: $0.statistic) }
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
      guard abs(hour * hoursPerYear - year) > tolerance + 1e-6 else { continue }
      return CheckFinding(
        .error, checked.place(ofFigure: hourly.id, column),
        .hourlyAgainstAnnual(hourly.statistic, hourly: hour, annual: year),
        figureIDs: [hourly.id, annual.id])
    }
    return nil
  }
}

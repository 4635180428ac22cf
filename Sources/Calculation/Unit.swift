/// What a number counts. The raw value is the word used in the `unit` column of the CSV.
public enum Unit: String, Sendable, Equatable, CaseIterable {
  /// US dollars for a year of work.
  case dollarsPerYear = "USD/year"
  /// US dollars for an hour of work.
  case dollarsPerHour = "USD/hour"
  /// US dollars, once.
  case dollars = "USD"
  /// Parts of a hundred: 8.5 means 8.5 %.
  case percent = "%"
  /// A place in a distribution, 0 to 100.
  case percentile = "percentile"
  /// A ratio to a base of 1: 1.188 means 18.8 % above the base.
  case index = "index"
  case months
  case years
  /// Hours of work in a week.
  case hoursPerWeek = "hours/week"
  /// People, jobs or things.
  case count

  /// The digits after the decimal point that a stored amount of this unit keeps at most.
  ///
  /// Dollars keep cents, percents and percentiles one digit, indexes three.
  public var storedFractionDigits: Int {
    switch self {
    case .dollarsPerYear, .dollarsPerHour, .dollars: 2
    case .percent, .percentile, .months: 1
    case .index: 3
    case .years, .hoursPerWeek: 2
    case .count: 0
    }
  }
}

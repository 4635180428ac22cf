import Calculation
import CareerData

/// Every figure that Pathbook calculates about a client, each stated once.
///
/// The rules of advising call them for their values, the what-if applies them to its inputs, and a figure says with
/// them how it was made. Parameters are named as people would say them.
extension Rule {
  // MARK: - Pay

  /// Annual pay at full time, from hourly pay: US dollars a year.
  public static let annualOfHourly = Rule("annual_of_hourly", "hourly pay") { hourly in
    hourly * hoursPerYear
  }

  /// Hourly pay at full time, from annual pay: US dollars an hour.
  public static let hourlyOfAnnual = Rule("hourly_of_annual", "annual pay") { annual in
    annual / hoursPerYear
  }

  /// Full-time pay of who is paid by the year: part-time pay, as BLS counts part time, is scaled to 40 hours.
  public static let fullTimeOfAnnual = Rule("full_time_of_annual", "pay", "hours a week") { pay, hours in
    when(
      hours < .number(FullTimePay.fullTimeFromHoursPerWeek),
      pay * .number(FullTimeYear.hoursPerWeek) / hours, pay)
  }

  /// What is paid in a year by the hour, for the hours worked.
  public static let actualOfHourly = Rule("actual_of_hourly", "hourly pay", "hours a week") { hourly, hours in
    hourly * hours * .number(FullTimeYear.weeks)
  }

  /// What a month of annual pay comes to, in US dollars.
  public static let monthlyOfAnnual = Rule("monthly_of_annual", "annual pay") { annual in annual / 12 }

  private static let hoursPerYear = Formula.number(FullTimeYear.hours)

  // MARK: - Comparisons

  /// Missing where the base is no pay that something could be compared with.
  public static let difference = Rule("difference", "amount", "base") { amount, base in
    when(base < leastBase, .missing, amount - base)
  }

  /// A difference in percent of the base.
  public static let percent = Rule("percent", "amount", "base") { amount, base in
    when(base < leastBase, .missing, (amount - base) / base * 100)
  }

  private static let leastBase = Formula.number(Difference.leastBase)

  /// How far the mean of one group lies above that of another, in percent.
  public static let premium = Rule("premium", "upper mean", "lower mean") { upper, lower in
    when(lower < leastBase, .missing, (upper / lower - 1) * 100)
  }

  /// A local median over the national one: a level of pay, not of the cost of living.
  public static let payLevel = Rule("pay_level", "local median", "national median") { local, national in
    when(national < leastBase, .missing, local / national)
  }

  /// What pay buys where prices are the nation's, by a regional price parity (100: the nation's level). It stands beside
  /// pay and goes into no other figure.
  public static let buyingPower = Rule("buying_power", "pay", "price parity") { pay, parity in
    when(parity <= 0, .missing, pay / (parity / 100))
  }

  /// A place among percentiles, linear between two published neighbors.
  public static let percentile = Rule(
    "percentile", parameters: ["pay", "lower pay", "upper pay", "lower percentile", "upper percentile"]
  ) { parts in
    let (pay, low, high, lowPlace, highPlace) = (parts[0], parts[1], parts[2], parts[3], parts[4])
    return lowPlace + (highPlace - lowPlace) * ((pay - low) / (high - low))
  }

  // MARK: - Credentials

  /// What goes with one credential more in the published means, in US dollars a year.
  public static let yearlyGain = Rule("yearly_gain", "actual pay", "upper mean", "lower mean") {
    pay, upper, lower in when(lower < leastBase, .missing, pay * (upper / lower - 1))
  }

  /// Months until a yearly gain has paid a cost back; missing without a gain. A report says it only where a training
  /// program's cost is counted; the what-if, of what its reader enters.
  public static let payback = Rule("payback", "gain a year", "cost") { gain, cost in
    when(gain <= 0, .missing, cost / gain * 12)
  }

  public static let gainOverHorizon = Rule("gain_over_horizon", "gain a year", "years", "cost") {
    gain, years, cost in gain * years - cost
  }

  /// What several published costs come to together.
  ///
  /// - Parameter items: what each is for, each unlike the others: `exam`, `membership`.
  public static func sum(of items: [String]) -> Rule {
    Rule("sum_of_\(items.joined(separator: "_"))", parameters: items) { parts in
      parts.dropFirst().reduce(parts.first ?? .missing, +)
    }
  }

  // MARK: - Years

  /// Years of experience still missing for a rung; 0 for who has them.
  public static let yearsMissing = Rule("years_missing", "years asked for", "years of experience") {
    asked, years in when(asked < years, 0, asked - years)
  }

  public static let monthsOfYears = Rule("months_of_years", "years") { years in years * 12 }

  /// What is paid in a year in which something may begin: the pay before for the part of the year until it does, the
  /// pay of it for the rest.
  public static let payOfYear = Rule(
    "pay_of_year", parameters: ["pay before", "pay from then on", "years until then", "year"]
  ) { parts in
    let (before, after, wait, year) = (parts[0], parts[1], parts[2], parts[3])
    let part = when(wait <= year - 1, 0, when(wait < year, wait - (year - 1), 1))
    return before * part + after * (1 - part)
  }

  /// What is earned in some years in which a client studies, then is trained on the job, then works as the others do: no
  /// raise is assumed. Study and training that end after those years end with them.
  public static let earningsOverHorizon = Rule(
    "earnings_over_horizon",
    parameters: [
      "pay before", "pay in training", "pay when trained", "years of study", "years until trained", "years",
    ]
  ) { parts in
    let (before, training, trained, horizon) = (parts[0], parts[1], parts[2], parts[5])
    func within(_ years: Formula) -> Formula { when(years < horizon, years, horizon) }
    let (study, untilTrained) = (within(parts[3]), within(parts[4]))
    return before * study + training * (untilTrained - study) + trained * (horizon - untilTrained)
  }

  /// The same of one year, the first of which is 1.
  public static let payOfYearInTraining = Rule(
    "pay_of_year_in_training",
    parameters: [
      "pay before", "pay in training", "pay when trained", "years of study", "years until trained", "year",
    ]
  ) { parts in
    let (before, training, trained, year) = (parts[0], parts[1], parts[2], parts[5])
    func part(_ end: Formula) -> Formula {
      when(end <= year - 1, 0, when(end < year, end - (year - 1), 1))
    }
    let (study, untilTrained) = (part(parts[3]), part(parts[4]))
    return before * study + training * (untilTrained - study) + trained * (1 - untilTrained)
  }

  /// What present pay comes to in some years without a raise.
  public static let payOverYears = Rule("pay_over_years", "pay", "years") { pay, years in pay * years }

  /// What full-time pay comes to for the client's part of full time.
  public static let partOfFullTime = Rule(
    "part_of_full_time", "published pay", "actual pay", "pay at full time"
  ) {
    pay, actual, fullTime in pay * actual / fullTime
  }

  /// Years of study, then of training on the job.
  public static let yearsUntilTrained = Rule("years_until_trained", "years of study", "years of training") {
    study, training in study + training
  }

  /// The sum of earnings at the end of a year: that of the year before, and the year's own pay, which grows by the
  /// same raise every year.
  public static let earnings = Rule(
    "earnings", parameters: ["earnings before", "pay of the first year", "raise in percent", "year"]
  ) { parts in
    parts[0] + parts[1] * .calculation(.power, 1 + parts[2] / 100, parts[3] - 1)
  }
}

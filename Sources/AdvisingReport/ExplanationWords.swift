import Advising
import Calculation
import ReportModel

/// How a figure was made, in the words of a template: for `explain`, and for the appendix of a report.
package struct ExplanationWords: Sendable {
  private let wording: Wording
  private let formatter: ValueFormatter

  package init(_ template: ReportTemplate) {
    self.init(template.wording, ValueFormatter(style: template.style))
  }

  init(_ wording: Wording, _ formatter: ValueFormatter) {
    self.wording = wording
    self.formatter = formatter
  }

  /// `difference: amount - base = $46,000 - $59,700 = -$13,700`
  package func step(_ step: Explanation.Step) -> String {
    let what: ExplanationPhrase? =
      switch step.part {
      case .figure?: .figure
      case .difference?: .difference
      case .differencePercent?: .differencePercent
      case nil: nil
      }
    let rule = rule(step.calculation)
    return (what.map { "\(wording.text($0)): " } ?? "")
      + (rule == numbers(step.calculation) ? rule : "\(rule) = \(result(step))")
  }

  /// `$46,000 - $59,700 = -$13,700`
  func result(_ step: Explanation.Step) -> String {
    "\(numbers(step.calculation)) = \(number(step.calculation.value, step.unit))"
  }

  /// `amount - base`
  func rule(_ calculation: AppliedRule) -> String {
    words(calculation) { parameter, _ in
      ParameterPhrase(rawValue: parameter.replacing(" ", with: "_")).map { wording.text($0) } ?? parameter
    }
  }

  /// `$46,000 - $59,700`
  func numbers(_ calculation: AppliedRule) -> String {
    words(calculation) { number($1.amount, $1.unit) }
  }

  /// The same by the names that programs know, whatever the language.
  package func formula(_ calculation: AppliedRule) -> String {
    words(calculation) { parameter, _ in parameter }
  }

  /// What a calculation is for: `what it buys at the nation's prices`.
  func purpose(_ calculation: AppliedRule) -> String {
    wording.text(RulePhrase(rawValue: calculation.rule.id) ?? .sum)
  }

  /// `$46,000: stated by the client`, for each of the client's own numbers once.
  package func stated(_ explanation: Explanation) -> [String] {
    explanation.steps.flatMap(\.calculation.operands).filter { $0.origin == .stated }
      .map { "\(number($0.amount, $0.unit)): \(wording.text(ExplanationPhrase.stated))" }
      .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// Of a figure that stands as it was published or stated.
  package var nothing: String { wording.text(ExplanationPhrase.nothing) }

  /// `10th percentile` for `p10`; a statistic without a phrase has its own name.
  package func statistic(_ name: String) -> String {
    if let phrase = StatisticPhrase(rawValue: name) { return wording.text(phrase) }
    return name == "price_parity" ? wording.text(ExplanationPhrase.priceParity) : name
  }

  package func number(_ amount: Amount, _ unit: Unit) -> String {
    formatter.text(Value(amount, unit, .counted([])))
  }

  private func words(
    _ calculation: AppliedRule, _ word: @escaping (String, AppliedRule.Operand) -> String
  ) -> String {
    let operands = Dictionary(zip(calculation.rule.parameters, calculation.operands)) { first, _ in first }
    let words = FormulaWords(
      name: { name in operands[name].map { word(name, $0) } ?? name },
      number: { formatter.text(.quantity(Quantity($0, .count, .counted([])))) })
    return words.text(calculation.rule.formula) { name in operands[name].map { FormulaValue($0.amount) } }
  }
}

enum ExplanationPhrase: String, PhraseKey {
  static let group = "explanation"
  case title
  case sheetTitle = "sheet_title"
  case intro
  case rules
  case line
  case lineStated = "line_stated"
  case common
  case figure
  case difference
  case differencePercent = "difference_percent"
  case stated
  case nothing
  case priceParity = "price_parity"
}

/// What a rule is for, by its id; `sum` of several costs.
enum RulePhrase: String, PhraseKey {
  static let group = "rule"
  case annualOfHourly = "annual_of_hourly"
  case hourlyOfAnnual = "hourly_of_annual"
  case fullTimeOfAnnual = "full_time_of_annual"
  case actualOfHourly = "actual_of_hourly"
  case monthlyOfAnnual = "monthly_of_annual"
  case difference
  case percent
  case premium
  case payLevel = "pay_level"
  case buyingPower = "buying_power"
  case percentile
  case yearlyGain = "yearly_gain"
  case payback
  case gainOverHorizon = "gain_over_horizon"
  case yearsMissing = "years_missing"
  case monthsOfYears = "months_of_years"
  case earningsOverHorizon = "earnings_over_horizon"
  case payOverYears = "pay_over_years"
  case partOfFullTime = "part_of_full_time"
  case yearsUntilTrained = "years_until_trained"
  case sum
}

/// The names of the numbers that go into a rule, with `_` for a space.
enum ParameterPhrase: String, PhraseKey {
  static let group = "parameter"
  case hourlyPay = "hourly_pay"
  case annualPay = "annual_pay"
  case pay
  case hoursAWeek = "hours_a_week"
  case amount
  case base
  case upperMean = "upper_mean"
  case lowerMean = "lower_mean"
  case localMedian = "local_median"
  case nationalMedian = "national_median"
  case priceParity = "price_parity"
  case lowerPercentile = "lower_percentile"
  case upperPercentile = "upper_percentile"
  case lowerPay = "lower_pay"
  case upperPay = "upper_pay"
  case actualPay = "actual_pay"
  case gainAYear = "gain_a_year"
  case cost
  case years
  case yearsAskedFor = "years_asked_for"
  case yearsOfExperience = "years_of_experience"
  case payBefore = "pay_before"
  case payInTraining = "pay_in_training"
  case payWhenTrained = "pay_when_trained"
  case publishedPay = "published_pay"
  case payAtFullTime = "pay_at_full_time"
  case yearsOfStudy = "years_of_study"
  case yearsOfTraining = "years_of_training"
  case yearsUntilTrained = "years_until_trained"
}

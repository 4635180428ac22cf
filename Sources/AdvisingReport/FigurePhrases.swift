import Calculation
import ReportModel

extension ReportTemplate {
  /// What the CSV codes stand for in the table of all figures.
  var figureWords: FigureWords {
    func words<Key: PhraseKey>(_: Key.Type) -> [String: String] {
      Dictionary(uniqueKeysWithValues: Key.allCases.map { ($0.rawValue, wording.text($0)) })
    }
    return FigureWords(
      measures: words(FigureMeasurePhrase.self), statistics: words(FigureStatisticPhrase.self),
      units: Dictionary(
        uniqueKeysWithValues: Unit.allCases.map { ($0, wording.text(FigureUnitPhrase(of: $0))) }))
  }
}

/// What is measured. A dataset may have other measures.
enum FigureMeasurePhrase: String, PhraseKey {
  static let group = "figure_measure"
  case payStated = "pay_stated"
  case payActual = "pay_actual"
  case payFullTime = "pay_full_time"
  case payFullTimeHourly = "pay_full_time_hourly"
  case hoursPerWeek = "hours_per_week"
  case rung
  case credentials
  case keyFinding = "key_finding"
  case nextStep = "next_step"
  case nextStepDue = "next_step_due"
  case pay
  case payMean = "pay_mean"
  case payPercentile = "pay_percentile"
  case percentile
  case payIndex = "pay_index"
  case payMonth = "pay_month"
  case buyingPower = "buying_power"
  case differenceFromNationalMedian = "difference_from_national_median"
  case differenceFromNationalMedianPercent = "difference_from_national_median_percent"
  case payNotPublished = "pay_not_published"
  case payNearest = "pay_nearest"
  case payOtherSource = "pay_other_source"
  case payTop = "pay_top"
  case payRange = "pay_range"
  case payGap = "pay_gap"
  case payBelowRung = "pay_below_rung"
  case payAboveRung = "pay_above_rung"
  case employmentShare = "employment_share"
  case remoteShare = "remote_share"
  case employment
  case growth
  case openings
  case unemployment
  case premium
  case premiumOverNone = "premium_over_none"
  case premiumOverAny = "premium_over_any"
  case premiumOverTwo = "premium_over_two"
  case gainPerYear = "gain_per_year"
  case yearlyGain = "yearly_gain"
  case paybackMonths = "payback_months"
  case experience
  case experienceGapYears = "experience_gap_years"
  case requirement
  case duration
  case study
  case cost
  case costTotal = "cost_total"
  case costNotPublished = "cost_not_published"
  case codeCount = "code_count"
  case datasetFigures = "dataset_figures"
  case openQuestions = "open_questions"
  case clients
}

/// Which statistic it is. A dataset may name others.
enum FigureStatisticPhrase: String, PhraseKey {
  static let group = "figure_statistic"
  case p10
  case p25
  case median
  case p75
  case p90
  case mean
  case range
  case top
  case interpolated
  case ratio
  case association
  case price
  case about
  case stated
  case asStated = "as_stated"
  case inferred
  case held
  case by
  case met
  case missing
  case unknown
  case advised
  case count
  case countRounded = "count_rounded"
  case countALowerBound = "count_a_lower_bound"
  case shareOfEmployment = "share_of_employment"
  case shareOfRespondents = "share_of_respondents"
  case projectedChangeOverTenYears = "projected_change_over_ten_years"
  case differenceOfMeans = "difference_of_means"
}

enum FigureUnitPhrase: String, PhraseKey {
  static let group = "figure_unit"
  case dollarsPerYear = "dollars_per_year"
  case dollarsPerHour = "dollars_per_hour"
  case dollars, percent, percentile, index, months, years, count
  case hoursPerWeek = "hours_per_week"
}

extension FigureUnitPhrase {
  fileprivate init(of unit: Unit) {
    self =
      switch unit {
      case .dollarsPerYear: .dollarsPerYear
      case .dollarsPerHour: .dollarsPerHour
      case .dollars: .dollars
      case .percent: .percent
      case .percentile: .percentile
      case .index: .index
      case .count: .count
      case .months: .months
      case .years: .years
      case .hoursPerWeek: .hoursPerWeek
      }
  }
}

import Calculation
import ReportModel

/// The names of the inputs, steps and results of the what-if. Each has a `_`, so that none looks like a cell.
enum WhatIfName: String, CaseIterable {
  // Inputs.
  case inField = "in_field"
  case payAmount = "pay_amount"
  case payBasis = "pay_basis"
  case hoursPerWeek = "hours_per_week"
  case area = "area_choice"
  case setting = "setting_choice"
  case specialization = "specialization_choice"
  case credentialCount = "credential_count"
  case rung = "rung_choice"
  case cost = "certification_cost"
  case yearsOfExperience = "years_of_experience"
  case horizon = "horizon_years"
  case raise = "yearly_raise"

  // Pay.
  case fullTimePay = "full_time_pay"
  case actualPay = "actual_pay"
  case hourlyPay = "hourly_pay"

  // Place.
  case areaRow = "area_row"
  case nationalPercentile = "national_percentile"
  case nationalDifference = "national_difference"
  case nationalPercent = "national_percent"
  case areaPercentile = "area_percentile"
  case areaDifference = "area_difference"
  case areaPercent = "area_percent"
  case nationalMedian = "national_median"
  case areaMedian = "area_median"
  case payLevel = "pay_level"

  // Comparisons.
  case settingRow = "setting_row"
  case settingPay = "setting_pay"
  case settingDifference = "setting_difference"
  case settingPercent = "setting_percent"
  case specializationRow = "specialization_row"
  case specializationPay = "specialization_pay"
  case specializationDifference = "specialization_difference"
  case specializationPercent = "specialization_percent"
  case specializationWait = "specialization_wait"

  // Credentials.
  case credentialRow = "credential_row"
  case groupPay = "group_pay"
  case groupDifference = "group_difference"
  case groupPercent = "group_percent"
  case yearlyGain = "yearly_gain"
  case paybackMonths = "payback_months"
  case gainOverHorizon = "gain_over_horizon"
  case credentialWait = "credential_wait"

  // Ladder.
  case rungRow = "rung_row"
  case nextRung = "next_rung"
  case nextLow = "next_rung_low"
  case nextHigh = "next_rung_high"
  case gapLow = "gap_low"
  case gapHigh = "gap_high"
  case nextWait = "next_rung_wait"
  case firstPay = "first_post_pay"
  case firstWait = "first_post_wait"

  // A comparison of occupations.
  case occupation = "occupation_choice"
  case occupationRow = "occupation_row"
  case wageRow = "wage_row"
  case studyLow = "study_low"
  case studyHigh = "study_high"
  case untilTrained = "until_trained"
  case comparedPay = "compared_pay"
  case comparedDifference = "compared_difference"
  case comparedPercent = "compared_percent"
  case comparedLow = "compared_low"
  case comparedBuys = "compared_buys"
  case comparedWait = "compared_wait"
}

extension Formula {
  static func named(_ name: WhatIfName) -> Formula { .name(name.rawValue) }

  static func known(_ names: [WhatIfName], _ formula: Formula) -> Formula {
    .known(names.map(\.rawValue), formula)
  }
}

import Advising
import CareerData
import ReportModel

/// The words of the what-if. They stand in cells that formulas read, so they are words without values.
struct WhatIfWords {
  let context: SectionContext
  let formatter: ValueFormatter

  func text(_ phrase: WhatIfPhrase) -> String { context.wording.text(phrase) }

  func text(_ phrase: WhatIfPhrase, _ values: [String: Prose]) -> String {
    formatter.text(context.wording.prose(phrase, values))
  }

  /// A place among percentiles, which are shown as ordinals.
  func place(_ phrase: WhatIfPhrase, _ percentiles: [String: Double]) -> String {
    text(phrase, percentiles.mapValues { Prose(Quantity($0, .percentile, .statedByClient)) })
  }

  func basis(_ figure: PayFigure) -> String { formatter.text(context.clientBasis(figure).capitalized) }

  /// Of an amount that the what-if counts with, its basis; of any other what is published, and its basis, since it
  /// stands in no cell as a number: `$239,200 or more; half earn more, ...`.
  func basis(_ pay: ComparedPay) -> String {
    guard pay.isFloor else { return basis(pay.figure) }
    return formatter.text(
      Prose.joined(
        [Prose(.bounded(.orMore, context.annual(pay.amount, pay.figure))), context.clientBasis(pay.figure)],
        separator: "; "))
  }

  /// The same of a range that has no low end.
  func basis(highEndOf range: ComparedRange) -> String {
    guard let high = range.figure.high else { return text(.noFigure) }
    return formatter.text(
      Prose.joined(
        [Prose(.bounded(.atMost, context.annual(high, range.figure))), context.clientBasis(range.figure)],
        separator: "; "))
  }

  func lowEnd(_ figure: PayFigure) -> String { text(.lowEnd, ["basis": context.clientBasis(figure)]) }
}

enum WhatIfPhrase: String, PhraseKey {
  static let group = "what_if"
  case title, sheet, introduction, assumptions, reset, changed
  case pageIntroduction = "page_introduction"

  // The assumptions, and what may be entered.
  case inField = "in_field"
  case payAmount = "pay_amount"
  case payBasis = "pay_basis"
  case hoursPerWeek = "hours_per_week"
  case area, setting, specialization, credentials, rung, cost, horizon, raise
  case yearsOfExperience = "years_of_experience"
  case yearsAsked = "years_asked"
  case studyAsked = "study_asked"
  case chooseHint = "choose_hint"
  case numberHint = "number_hint"
  case yes, no
  case aYear = "a_year"
  case anHour = "an_hour"
  case noneHeld = "none_held"
  case oneHeld = "one_held"
  case twoHeld = "two_held"
  case threeHeld = "three_held"

  // The tables that the formulas look up.
  case choice, median, point, percentile, published, basis, from, to
  case gapWords = "gap_words"
  case belowWords = "below_words"
  case aboveWords = "above_words"
  case upperMean = "upper_mean"
  case lowerMean = "lower_mean"
  case gainSide = "gain_side"
  case paybackSide = "payback_side"
  case below, above, between
  case noFigure = "no_figure"
  case lowEnd = "low_end"
  case highestRung = "highest_rung"
  case atLeast = "at_least"
  case atMost = "at_most"
  case association, beyond

  // The results.
  case payGroup = "pay_group"
  case fullTimePay = "full_time_pay"
  case actualPay = "actual_pay"
  case hourlyPay = "hourly_pay"
  case placeGroup = "place_group"
  case nationalMedian = "national_median"
  case nationalPercentile = "national_percentile"
  case nationalDifference = "national_difference"
  case areaMedian = "area_median"
  case areaPercentile = "area_percentile"
  case areaDifference = "area_difference"
  case payLevel = "pay_level"
  case payLevelNote = "pay_level_note"
  case percentileNote = "percentile_note"
  case settingGroup = "setting_group"
  case specializationGroup = "specialization_group"
  case credentialsGroup = "credentials_group"
  case rungGroup = "rung_group"
  case publishedPay = "published_pay"
  case difference, percent
  case yearlyGain = "yearly_gain"
  case payback
  case gainOverHorizon = "gain_over_horizon"
  case nextRung = "next_rung"
  case nextLow = "next_low"
  case nextHigh = "next_high"
  case gapLow = "gap_low"
  case gapHigh = "gap_high"
  case firstPay = "first_pay"
  case wait
  case waitNote = "wait_note"
  case step

  // The projection.
  case projectionTitle = "projection_title"
  case chartTitle = "chart_title"
  case alternativeText = "alternative_text"
  case year
  case amountAxis = "amount_axis"
  case unknownPath = "unknown_path"
  case laterPath = "later_path"
  case bandOfRange = "band_of_range"
  case highEnd = "high_end"
  case stay
  case nextCredential = "next_credential"
  case nextRungPath = "next_rung_path"
  case firstPost = "first_post"
  case targetSpecialization = "target_specialization"
  case projectionSource = "projection_source"

  // What the results take for granted.
  case notes
  case noteAssociation = "note_association"
  case noteProjection = "note_projection"
  case noteRange = "note_range"
  case noteGross = "note_gross"
  case noteSources = "note_sources"
}

/// The words of a comparison of occupations.
enum ComparisonPhrase: String, PhraseKey {
  static let group = "comparison"
  case title, sheet, subtitle
  case subtitleAdvisor = "subtitle_advisor"
  case meaning, you, occupation, now

  // The picture.
  case chartTitle = "chart_title"
  case chartTitleMean = "chart_title_mean"
  case chartSubject = "chart_subject"
  case chartAxis = "chart_axis"
  case chartNote = "chart_note"

  // The tables.
  case pay, beginning, least, most
  case beginningHourly = "beginning_hourly"
  case jobs, employment, growth, openings, nation
  case atOnce = "at_once"
  case jobsAlone = "jobs_alone"
  case placesNote = "places_note"
  case halfEarnMore = "half_earn_more"
  case halfEarnMoreHourly = "half_earn_more_hourly"
  case jobsNote = "jobs_note"
  case entry, education, study, experience, training
  case yearsUntil = "years_until"
  case enough
  case notYet = "not_yet"
  case educationUnknown = "education_unknown"

  // What it comes to.
  case pays
  case paysMore = "pays_more"
  case paysLess = "pays_less"
  case withoutStudy = "without_study"
  case asks
  case asksNoMore = "asks_no_more"
  case asksUnknown = "asks_unknown"
  case asksExperience = "asks_experience"
  case horizon
  case horizonStay = "horizon_stay"
  case stateMissing = "state_missing"
  case withoutPay = "without_pay"
  case notKnown = "not_known"

  // Places beside each other.
  case placesTitle = "places_title"
  case placesChart = "places_chart"
  case placePaysMost = "place_pays_most"
  case placeBuysMost = "place_buys_most"
  case placesNotKnown = "places_not_known"
  case placesTable = "places_table"
  case placesTableNote = "places_table_note"
  case place, middle, buys, concentration
  case fromYou = "from_you"
  case jobsThere = "jobs_there"

  // The what-if.
  case whatIfOccupation = "what_if_occupation"
  case whatIfGroup = "what_if_group"
  case whatIfBuys = "what_if_buys"
  case whatIfLeast = "what_if_least"
  case whatIfMost = "what_if_most"

  // What limits the figures.
  case lengths
  case earningsNote = "earnings_note"
  case sources
}

/// What the rows of OEWS are called in a dataset.
enum OEWSNames {
  /// Figures whose id begins like this belong to the import.
  static let idPrefix = "oews-"
  static let sourcePrefix = "bls-oews-"
  static let population = "oews-wage-and-salary"
  static let populationInWords = "wage and salary workers (self-employed excluded)"
  /// The row of `populations`, for a dataset that has none yet.
  static let populationRow = [
    "id": population, "label": "wage and salary workers", "kind": "paid_wages",
    "caveat": "Wages that employers report; the self-employed are left out.",
  ]
  /// The row of `sources`, but for id, period and last day, for a dataset that has no OEWS yet.
  static let sourceRow = [
    "publisher": "U.S. Bureau of Labor Statistics",
    "title": "Occupational Employment and Wage Statistics", "link": "https://www.bls.gov/oes/",
    "editorial": "false", "note": "wage and salary workers, self-employed excluded",
  ]
}

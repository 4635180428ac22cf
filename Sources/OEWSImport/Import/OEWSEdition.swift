import CareerData

/// An edition of OEWS, by the month that its figures are about: most often a May.
public struct OEWSEdition: Sendable, Hashable, Comparable {
  public let year: Int
  /// 1 to 12.
  public let month: Int

  /// Nil when there is no such month, or the year is not of OEWS (1997 to 2199).
  public init?(month: Int, year: Int) {
    guard (1...12).contains(month), (1997...2199).contains(year) else { return nil }
    self.month = month
    self.year = year
  }

  /// Reads `May 2024`; nil when the text has another form.
  public init?(_ text: String) {
    let words = text.split(separator: " ")
    guard words.count == 2, let month = CalendarDate.monthNames.firstIndex(of: String(words[0])),
      words[1].utf8.count == 4, let year = Int(words[1])
    else { return nil }
    self.init(month: month + 1, year: year)
  }

  /// Reads the month and the year of a period as a dataset may write it, `May 2024` or what a spreadsheet has made of it.
  static func read(_ period: String) -> OEWSEdition? {
    PeriodText.lastDay(of: period).flatMap { OEWSEdition(month: $0.month, year: $0.year) }
  }

  /// `May 2024`.
  public var text: String { "\(CalendarDate.monthNames[month - 1]) \(year)" }

  /// The last day of the month.
  public var lastDay: CalendarDate {
    guard let day = CalendarDate.lastDay(ofMonth: month, year) else {
      preconditionFailure("the month and the year were checked")
    }
    return day
  }

  /// The id of its row in `sources`: `bls-oews-2024`.
  public var sourceID: String { OEWSNames.sourcePrefix + String(year) }

  /// What the mark `#` stands for, in US dollars; nil before May 2022, when the mark stood for less.
  var limit: (annual: String, hourly: String)? { year < 2022 ? nil : ("239200", "115") }

  public static func < (a: OEWSEdition, b: OEWSEdition) -> Bool { (a.year, a.month) < (b.year, b.month) }
}

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

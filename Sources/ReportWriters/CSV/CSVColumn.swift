import Calculation
import ReportModel
import Tabular

/// The columns of the tidy CSV in their order. The raw value is the name in the header row.
enum CSVColumn: String, CaseIterable, Sendable {
  case clientID = "client_id"
  case reportDate = "report_date"
  case section
  /// Of a comparison alone.
  case occupation
  case itemID = "item_id"
  case item
  case measure
  case statistic
  case unit
  case low
  case value
  case high
  case difference
  case differencePercent = "difference_percent"
  case sourceID = "source_id"
  case period
  case note

  /// The type of the Table Schema.
  private var type: JSONText {
    switch self {
    case .low, .value, .high, .difference, .differencePercent: "number"
    case .reportDate: "date"
    default: "string"
    }
  }

  /// What holds for each cell of each report.
  private var constraints: JSONText? {
    switch self {
    case .clientID: ["required": true, "pattern": "[A-Za-z0-9][A-Za-z0-9._-]{0,63}"]
    case .reportDate, .itemID: ["required": true]
    case .occupation: ["required": true, "pattern": "[0-9]{2}-[0-9]{4}"]
    case .section, .measure: ["required": true, "pattern": "[a-z][a-z0-9_]*"]
    case .unit: ["required": true, "enum": .array(Unit.allCases.map { .string($0.rawValue) })]
    default: nil
    }
  }

  private var description: String {
    switch self {
    case .clientID: "The id of the client, the same in every row."
    case .reportDate: "The date of the report, YYYY-MM-DD."
    case .section:
      "The section of the report that the figure belongs to: position, settings, ladder and others."
    case .occupation: "The SOC code of the occupation that the figure is of."
    case .itemID:
      "The item the figure is about: national, state: and the two letters of a state, or an id of the dataset."
    case .item: "The item in words."
    case .measure: "What is measured: pay, pay_range, percentile and others."
    case .statistic: "median, mean, range or another statistic; empty where the word does not apply."
    case .unit:
      "The unit of low, value and high. USD/year and USD/hour are US dollars for a year or an hour of work, "
        + "USD is US dollars once, % is parts of a hundred, percentile is 0 to 100, index is a ratio to 1."
    case .low:
      "The lower end, or what the number is at least; in the unit of the row. Empty where there is none."
    case .value: "The number; in the unit of the row. Empty for a range and where nothing is published."
    case .high:
      "The upper end, or what the number is at most; in the unit of the row. Empty where there is none."
    case .difference:
      "In US dollars a year (full time): the item less the client's pay; in the section position the client's "
        + "pay less the benchmark."
    case .differencePercent:
      "The difference in percent of what was subtracted: 8.5 is 8.5 percent. At most one decimal."
    case .sourceID:
      "The ids of the sources that the number rests on, with ; between them; each is an id in the sources of this "
        + "package. Empty for what the client stated."
    case .period: "The time that the published figures are about, in words, with ; between several."
    case .note: "What a reader must know beside the number. [1] is the first of the sources of this package."
    }
  }

  /// Those of a report: a comparison of occupations has one more.
  static func columns(of report: Report) -> [CSVColumn] {
    report.figures.contains { $0.occupation != nil } ? allCases : ofReports
  }

  /// Those of a report on one occupation.
  static let ofReports = allCases.filter { $0 != .occupation }

  /// The Table Schema of the CSV of a report.
  static func schema(of report: Report) -> JSONText {
    columns(of: report).count == ofReports.count ? schemaOfReports : schema(allCases)
  }

  private static let schemaOfReports = schema(ofReports)

  private static func schema(_ columns: [CSVColumn]) -> JSONText {
    ["fields": .array(columns.map(\.field)), "missingValues": [""]]
  }

  private var field: JSONText {
    var members: [(name: String, value: JSONText)] = [
      ("name", .string(rawValue)), ("type", type), ("description", .string(description)),
    ]
    if let constraints { members.append(("constraints", constraints)) }
    return .object(members)
  }
}

import CareerData
import Tabular

/// A column of the tables of the Employment Projections, by what its name begins with: the names hold the years of their
/// edition.
enum ProjectionsColumn: Hashable, Sendable {
  case title, code, type
  /// In a year.
  case employment(year: Int)
  case measure(OutlookMeasure)
  case education, experience, training
  case industryCode, factor

  /// Nil for a name of a column that is not read.
  init?(name: String) {
    let name = Self.normalized(name)
    let isOfMatrix = name.contains("employment matrix")
    if isOfMatrix, name.contains("industry") {
      guard name.hasSuffix("code") else { return nil }
      self = .industryCode
    } else if isOfMatrix, name.hasSuffix("code") {
      self = .code
    } else if isOfMatrix, name.hasSuffix("title") {
      self = .title
    } else if let year = Self.year(of: name) {
      self = .employment(year: year)
    } else if let found = Self.beginnings.first(where: { name.hasPrefix($0.text) && !name.contains(" rate") })
    {
      self = found.column
    } else {
      return nil
    }
  }

  private static let beginnings: [(text: String, column: ProjectionsColumn)] = [
    ("occupation type", .type), ("employment change, percent", .measure(.growth)),
    ("percent self", .measure(.selfEmployed)), ("occupational openings", .measure(.openings)),
    ("labor force exits", .measure(.laborForceExits)),
    ("occupational transfers", .measure(.occupationalTransfers)),
    ("total occupational separations", .measure(.separations)),
    ("typical education needed for entry", .education),
    ("work experience in a related occupation", .experience), ("typical on-the-job training", .training),
    ("factors affecting occupational utilization", .factor),
  ]

  /// What a message calls it.
  var name: String {
    switch self {
    case .title: "National Employment Matrix title"
    case .code: "National Employment Matrix code"
    case .type: "Occupation type"
    case .employment(let year): "Employment, \(year)"
    case .industryCode: "National Employment Matrix industry code"
    default:
      Self.beginnings.first { $0.column == self }.map { $0.text.prefix(1).uppercased() + $0.text.dropFirst() }
        ?? ""
    }
  }

  /// The year of `employment, 2024`.
  private static func year(of name: String) -> Int? {
    let beginning = "employment, "
    guard name.hasPrefix(beginning) else { return nil }
    let digits = name.dropFirst(beginning.count)
    return digits.utf8.count == 4 ? Int(digits) : nil
  }

  /// Small, with single spaces and without the number of a footnote: `median annual wage, dollars, 2024`.
  private static func normalized(_ name: String) -> String {
    let words = name.prefix { $0 != "[" }.lowercased().split(whereSeparator: \.isWhitespace)
    return words.joined(separator: " ")
  }
}

/// What a table of the workbook holds, by its columns.
struct ProjectionsHeader: Sendable {
  enum Kind: Sendable {
    /// Table 1.2: employment, change, openings, what entry asks for.
    case occupations
    /// Table 1.10: exits, transfers and separations.
    case separations
    /// Table 1.12: the written factors.
    case factors
  }

  let kind: Kind
  let positions: [ProjectionsColumn: Int]
  /// The first and the last; nil for the table of factors.
  let years: (first: Int, last: Int)?

  /// Nil for a row that is no header of one of these tables.
  init?(_ texts: [(position: Int, text: String)], row: Int, in place: OEWSPlace) throws(OEWSError) {
    var positions: [ProjectionsColumn: Int] = [:]
    for (position, text) in texts {
      if let column = ProjectionsColumn(name: text), positions[column] == nil { positions[column] = position }
    }
    if positions[.education] != nil {
      kind = .occupations
    } else if positions[.measure(.separations)] != nil, positions[.code] != nil {
      kind = .separations
    } else if positions[.factor] != nil, positions[.code] != nil {
      kind = .factors
    } else {
      return nil
    }
    self.positions = positions
    let years = positions.keys.compactMap { column -> Int? in
      if case .employment(let year) = column { year } else { nil }
    }
    if let first = years.min(), let last = years.max(), first < last {
      self.years = (first, last)
    } else {
      self.years = nil
    }
    try checkNeeded(row, texts.map(\.text), place)
  }

  private func checkNeeded(_ row: Int, _ names: [String], _ place: OEWSPlace) throws(OEWSError) {
    let found = names.joined(separator: ", ")
    for column in needed where positions[column] == nil {
      throw place.error(.columnMissing, row: row, column: column.name, found: found)
    }
    if kind == .occupations, years == nil {
      throw place.error(.columnMissing, row: row, column: "Employment, with two years", found: found)
    }
  }

  private var needed: [ProjectionsColumn] {
    switch kind {
    case .occupations:
      [.code, .title, .measure(.growth), .measure(.openings), .education, .experience, .training]
    case .separations: [.code, .measure(.laborForceExits), .measure(.occupationalTransfers)]
    case .factors: [.code, .industryCode]
    }
  }

  /// The columns with the measures of this table: those of the other are rounded the same, and need no second reading.
  var measures: [(measure: OutlookMeasure, column: ProjectionsColumn)] {
    switch kind {
    case .occupations:
      [
        (.growth, .measure(.growth)), (.openings, .measure(.openings)),
        (.selfEmployed, .measure(.selfEmployed)),
      ]
        + (years.map {
          [(.employment, .employment(year: $0.first)), (.projectedEmployment, .employment(year: $0.last))]
        } ?? [])
    case .separations:
      [OutlookMeasure.laborForceExits, .occupationalTransfers, .separations].map { ($0, .measure($0)) }
    case .factors: []
    }
  }
}

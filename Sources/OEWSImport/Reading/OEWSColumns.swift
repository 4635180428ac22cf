import Tabular

/// The columns of OEWS tables that a row is made of.
enum OEWSColumn: Hashable, Sendable {
  case area
  case areaTitle
  case areaType
  case primaryState
  case naics
  case naicsTitle
  case industryGroup
  case ownership
  /// In words, in the tables before May 2019 that have rows of one owner each.
  case ownerName
  case occupation
  case occupationTitle
  case occupationGroup
  case employment
  case locationQuotient
  case pay(OEWSRow.Point)
  case isAnnualOnly
  case isHourlyOnly

  /// As the tables since May 2019 have it.
  var name: String {
    switch self {
    case .area: "AREA"
    case .areaTitle: "AREA_TITLE"
    case .areaType: "AREA_TYPE"
    case .primaryState: "PRIM_STATE"
    case .naics: "NAICS"
    case .naicsTitle: "NAICS_TITLE"
    case .industryGroup: "I_GROUP"
    case .ownership: "OWN_CODE"
    case .ownerName: "OWNERSHIP"
    case .occupation: "OCC_CODE"
    case .occupationTitle: "OCC_TITLE"
    case .occupationGroup: "O_GROUP"
    case .employment: "TOT_EMP"
    case .locationQuotient: "LOC_QUOTIENT"
    case .pay(let point): Self.name(of: point)
    case .isAnnualOnly: "ANNUAL"
    case .isHourlyOnly: "HOURLY"
    }
  }

  /// The names in other releases.
  var formerNames: [String] {
    switch self {
    case .areaTitle: ["AREA_NAME", "STATE"]
    case .primaryState: ["ST"]
    case .occupationGroup: ["OCC_GROUP", "GROUP"]
    default: []
    }
  }

  static let all: [OEWSColumn] =
    [
      .area, .areaTitle, .areaType, .primaryState, .naics, .naicsTitle, .industryGroup, .ownership,
      .ownerName, .occupation, .occupationTitle, .occupationGroup, .employment, .locationQuotient,
      .isAnnualOnly, .isHourlyOnly,
    ] + points.map(OEWSColumn.pay)

  /// The columns of an area, which the national and industry tables before May 2019 do not have: they are of the nation.
  static let ofAreas: [OEWSColumn] = [.area, .areaTitle, .areaType]

  /// All points that tables have columns for.
  static let points: [OEWSRow.Point] = [.annual, .hourly].flatMap { basis in
    [.mean, .percentile10, .percentile25, .median, .percentile75, .percentile90].map {
      OEWSRow.Point($0, basis)
    }
  }

  private static func name(of point: OEWSRow.Point) -> String {
    let basis = point.basis == .annual ? "A" : "H"
    return switch point.statistic {
    case .mean: "\(basis)_MEAN"
    case .median: "\(basis)_MEDIAN"
    default: "\(basis)_PCT\(Int(point.statistic.percentile ?? 0))"
    }
  }
}

/// Where the columns of a table stand, by their names in its header.
struct OEWSColumns: Sendable {
  /// From 0.
  let occupation: Int
  /// Columns with wages and their points, in the order of ``OEWSColumn/points``.
  let pay: [(point: OEWSRow.Point, column: OEWSColumn, position: Int)]
  private let positions: [OEWSColumn: Int]

  subscript(column: OEWSColumn) -> Int? { positions[column] }

  /// Whether a column is one that a row is made of, for every position up to the last such column.
  var isRead: [Bool] {
    var result = [Bool](repeating: false, count: (positions.values.max() ?? 0) + 1)
    for position in positions.values { result[position] = true }
    return result
  }

  /// True for the national and industry tables before May 2019.
  var hasNoAreas: Bool { OEWSColumn.ofAreas.allSatisfy { positions[$0] == nil } }

  /// True for the tables before May 2019 of all industries together: they do not say so.
  var hasNoIndustries: Bool { positions[.naics] == nil }

  /// Reads a row as a header.
  ///
  /// - Parameter texts: the cells of the row, each with its position.
  /// - Returns: nil when the row names fewer than three columns of OEWS tables, as a heading, a row of numbers and
  ///   the rows of the sheet Field Descriptions do.
  init?(_ texts: [(position: Int, text: String)], row: Int, in place: OEWSPlace) throws(OEWSError) {
    let named = texts.map { (name: Self.normalized($0.text), position: $0.position) }
    positions = try Self.positions(named, row: row, in: place)
    guard positions.count >= 3 else { return nil }
    let names = named.map(\.name)
    for column in Self.needed(in: positions, names: names) where positions[column] == nil {
      throw place.error(.columnMissing, row: row, column: column.name, found: names.joined(separator: ", "))
    }
    let positions = positions
    occupation = positions[.occupation] ?? 0
    pay = OEWSColumn.points.compactMap { point in
      positions[.pay(point)].map { (point, .pay(point), $0) }
    }
    guard !pay.isEmpty else {
      throw place.error(.noWageColumn, row: row, found: names.joined(separator: ", "))
    }
  }

  /// The names of the columns that a table must have, for messages.
  static let neededNames =
    (needed(in: [.area: 0], names: []).map(\.name)) + ["columns of wages such as A_MEAN"]

  /// The tables since May 2019 have all columns; those before have fewer, by what they are about. They are told by
  /// columns of their own: a newer table from which a column was taken must not pass for one of the whole nation.
  private static func needed(in positions: [OEWSColumn: Int], names: [String]) -> [OEWSColumn] {
    let ofAreas = OEWSColumn.ofAreas
    let hasNoAreas = ofAreas.allSatisfy { positions[$0] == nil }
    let isFormer = positions[.areaType] == nil && positions[.naics] == nil && positions[.industryGroup] == nil
    // The nation: neither area nor industry. The states have ST and STATE, the metropolitan areas AREA_NAME.
    if isFormer, hasNoAreas, positions[.primaryState] == nil, positions[.ownership] == nil,
      names.contains(where: { OEWSColumn.occupationGroup.formerNames.contains($0) })
    {
      return [.occupation]
    }
    if isFormer, names.contains("ST") { return [.area, .areaTitle, .primaryState, .occupation] }
    if isFormer, names.contains("AREA_NAME") { return [.area, .areaTitle, .primaryState, .occupation] }
    // The industry tables have no column for the level of the industry either: the code itself tells it.
    return hasNoAreas ? [.naics, .occupation] : ofAreas + [.naics, .industryGroup, .occupation]
  }

  private static func positions(
    _ named: [(name: String, position: Int)], row: Int, in place: OEWSPlace
  ) throws(OEWSError) -> [OEWSColumn: Int] {
    var result: [OEWSColumn: Int] = [:]
    for column in OEWSColumn.all {
      for name in [column.name] + column.formerNames where result[column] == nil {
        let found = named.filter { $0.name == name }
        guard found.count <= 1 else { throw place.error(.columnTwice, row: row, column: name) }
        result[column] = found.first?.position
      }
    }
    return result
  }

  /// `AREA_TITLE` for `area_title`, `Area Title ` and the like.
  private static func normalized(_ name: String) -> String {
    let bytes = Array(name.uppercased().utf8)[...].trimmed
    return String(decoding: bytes.map { $0 == UInt8(ascii: " ") ? UInt8(ascii: "_") : $0 }, as: UTF8.self)
  }
}

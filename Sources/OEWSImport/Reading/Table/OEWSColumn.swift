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
      .ownerName, .occupation, .occupationTitle, .occupationGroup, .employment, .isAnnualOnly, .isHourlyOnly,
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

/// The ids of the tables of a package.
struct KnownIDs {
  /// The names of all resources, those that could not be opened too.
  private let resourceNames: Set<String>
  private let isPackageComplete: Bool
  private let idsByTable: [CareerDataset.Table: Set<String>]

  init(package: DataPackage, tables: [String: OpenTable]) {
    resourceNames = Set(package.resources.map(\.name))
    isPackageComplete = package.isComplete
    var ids: [CareerDataset.Table: Set<String>] = [:]
    for table in CareerDataset.Table.allCases {
      guard let open = tables[table.rawValue], open.isComplete, let name = table.idColumn,
        let column = open.column(name)
      else { continue }
      ids[table] = Set((0..<open.document.rowCount).compactMap { open.key($0, [column]) })
    }
    idsByTable = ids
  }

  /// The ids that a table has, none when the package lacks it; nil when they are not known, because the table
  /// could not be read whole.
  func ids(of table: CareerDataset.Table) -> Set<String>? {
    idsByTable[table] ?? (isPackageComplete && !resourceNames.contains(table.rawValue) ? [] : nil)
  }
}

extension CareerDataset.Table {
  /// The column that tells the rows apart; nil for tables that link two others, or words.
  var idColumn: String? {
    switch self {
    case .occupations: "soc_code"
    case .industries: "naics"
    case .settingIndustries, .specializationCredentials, .credentialCosts, .rungCredentials,
      .translations:
      nil
    case .sources, .populations, .areas, .pay, .figures, .settings, .specializations, .credentials, .rungs,
      .employers, .startSteps, .drivers, .disagreements:
      "id"
    }
  }
}

extension Subject.Kind {
  /// The table whose ids are meant; nil for groups by number of credentials, which have none.
  var table: CareerDataset.Table? {
    switch self {
    case .area: .areas
    case .industry: .industries
    case .setting: .settings
    case .specialization: .specializations
    case .credentialGroup: nil
    case .credential: .credentials
    case .rung: .rungs
    case .employer: .employers
    case .step: .startSteps
    case .occupation: .occupations
    }
  }
}

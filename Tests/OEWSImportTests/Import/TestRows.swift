import TestValues

@testable import CareerData
@testable import OEWSImport

/// Rows of OEWS tables and datasets to import them into.
enum TestRows {
  static let period = OEWSEdition(month: 5, year: 2024)!

  /// A point for each statistic on each basis: numbers that tell where they came from.
  static func pay(_ base: Int) -> [OEWSRow.Point: OEWSEstimate] {
    let statistics: [PayStatistic] = [
      .percentile10, .percentile25, .median, .percentile75, .percentile90, .mean,
    ]
    var pay: [OEWSRow.Point: OEWSEstimate] = [:]
    for (index, statistic) in statistics.enumerated() {
      pay[.init(statistic, .annual)] = .number("\(base + index * 1000).0")
      pay[.init(statistic, .hourly)] = .number("\(base / 2000 + index).50")
    }
    return pay
  }

  static func row(
    soc: String = "00-0001", area: (String, String, OEWSRow.AreaType, String) = ("99", "U.S.", .nation, "US"),
    naics: String = "000000", naicsTitle: String = "Cross-industry",
    group: OEWSRow.IndustryGroup = .crossIndustry, ownership: String = "1235",
    isOfOneOwner: Bool = false, occupationGroup: String = "detailed",
    employment: OEWSEstimate? = .number("100.0"),
    pay: [OEWSRow.Point: OEWSEstimate] = pay(40_000)
  ) -> OEWSRow {
    OEWSRow(
      areaCode: area.0, areaTitle: area.1, areaType: area.2, primaryState: area.3, naics: naics,
      naicsTitle: naicsTitle, industryGroup: group, ownership: ownership, isOfOneOwner: isOfOneOwner,
      socCode: soc,
      occupationTitle: "Lighthouse Keepers", occupationGroup: occupationGroup, employment: employment,
      pay: pay,
      isAnnualOnly: false, isHourlyOnly: false)
  }

  static func industry(
    _ naics: String, _ group: OEWSRow.IndustryGroup, ownership: String = "5",
    isOfOneOwner: Bool = false, base: Int = 50_000
  ) -> OEWSRow {
    row(
      naics: naics, naicsTitle: "Industry \(naics)", group: group, ownership: ownership,
      isOfOneOwner: isOfOneOwner, pay: pay(base))
  }

  static func catalog() throws -> TableCatalog {
    TableCatalog(package: try SampleFiles.files("medical-coding")["datapackage.json"] ?? [])
  }

  static func draft(_ name: String = "lighthouse-keeping") throws -> DatasetDraft {
    try DatasetDraft(DatasetFiles(files: SampleFiles.files(name)))
  }

  static func renew(
    _ draft: DatasetDraft, _ rows: [OEWSRow], period: OEWSEdition = period, allowsOlder: Bool = false
  ) throws -> OEWSImporter.Renewal {
    let table = OEWSImporter.Table(name: "table.xlsx", period: period, rows: rows)
    return try OEWSImporter(tables: [table], catalog: catalog()).renew(
      draft, allowsOlder: allowsOlder)
  }

  /// The draft as it is read back from its files.
  static func readBack(_ draft: DatasetDraft) throws -> DatasetDraft { try DatasetDraft(draft.files) }
}

extension DatasetDraft {
  /// The row of a table with a key, by columns.
  func row(_ table: CareerDataset.Table, _ key: String) -> Cells? {
    guard let table = self[table], let row = table.rows.first(where: { $0[0] == key }) else { return nil }
    return Dictionary(uniqueKeysWithValues: zip(table.columns, row))
  }
}

import TestValues
import Testing

@testable import CareerData
@testable import OEWSImport

@Suite struct CatalogueImporterTests {
  private let shipped: DatasetFiles

  init() throws { shipped = DatasetFiles(files: try SampleFiles.catalogue()) }

  /// A national table with a row for each occupation of the shipped catalogue but one, and with one more.
  private func nation(_ period: OEWSEdition, without left: String = "", adding more: String? = nil)
    -> OEWSImporter.Table
  {
    let codes = Catalogue(shipped).titles.map(\.socCode).filter { $0 != left } + [more].compactMap(\.self)
    return OEWSImporter.Table(
      name: "national.xlsx", period: period, rows: codes.map { TestRows.row(soc: $0) })
  }

  private func may(_ year: Int) throws -> OEWSEdition { try #require(OEWSEdition(month: 5, year: year)) }

  private func renew(
    _ tables: [OEWSImporter.Table] = [], projections: Projections? = nil, onet: ONETTables = ONETTables(),
    version: String? = nil, allowsOlder: Bool = false
  ) throws -> CatalogueImporter.Renewed {
    let importer = try CatalogueImporter(
      wages: tables, projections: projections, onet: onet, onetVersion: version)
    return try importer.renew(shipped, allowsOlder: allowsOlder)
  }

  @Test func `a national table of a new edition renews the wages, and nothing is mixed`() throws {
    let renewed = try renew([nation(try may(2025), without: "11-1031", adding: "11-1032")])
    let catalogue = try Catalogue(checking: renewed.files)
    #expect(catalogue.wageSource?.period == "May 2025" && catalogue.wageSource?.id == "bls-oews-2025")
    #expect(catalogue["11-1031"] == nil && catalogue["11-1032"]?.outlook == [])
    #expect(catalogue["29-2072"]?.pay(.median, .annual)?.value == 42_000)
    #expect(catalogue["29-2072"]?.pay(.median, .annual)?.period == "May 2025")
    #expect(catalogue["29-2072"]?.outlook(.growth)?.value == 7.1)
    #expect(catalogue.statePay(of: "29-2072") == [])
    #expect(catalogue.relatedOccupations(to: "11-1011").allSatisfy { $0.socCode != "11-1031" })
    #expect(catalogue.version == "2024.2.0")
    #expect(
      renewed.lines.contains { $0.hasPrefix("11-1031, Legislators: OEWS May 2025 does not publish it") })
    #expect(renewed.lines.contains { $0.contains("694 rows of May 2024 left out") })
    let package = String(decoding: renewed.files.files["datapackage.json"] ?? [], as: UTF8.self)
    #expect(package.contains("Occupational Employment and Wage Statistics, May 2025\""))
    #expect(!package.contains("Occupational Employment and Wage Statistics, May 2024\""))
    let spanish = try #require(catalogue.dataset(for: "29-2072", language: "es"))
    #expect(spanish.records.pay[0].period == "mayo de 2025")
  }

  @Test func `states come in beside the nation of the same time alone`() throws {
    let row = TestRows.row(soc: "29-1141", area: ("48", "Texas", .state, "TX"))
    let table = OEWSImporter.Table(name: "states.xlsx", period: try may(2024), rows: [row])
    let catalogue = try Catalogue(checking: renew([table]).files)
    #expect(catalogue.statePay(of: "29-1141").map(\.stateCode) == ["TX"])
    #expect(catalogue.statePay(of: "29-2072").count == 51)
    let other = OEWSImporter.Table(name: "states.xlsx", period: try may(2025), rows: [row])
    #expect(throws: OEWSImportError.self) { try renew([other]) }
    #expect(throws: OEWSImportError.self) { try renew([table, table]) }
    let both = try Catalogue(checking: renew([nation(try may(2025)), other]).files)
    #expect(both.statePay(of: "29-1141").map(\.pay[0].period) == ["May 2025"])
  }

  @Test func `an older edition is refused unless it is asked for`() throws {
    #expect(throws: OEWSImportError.self) { try renew([nation(try may(2023))]) }
    #expect(
      try Catalogue(renew([nation(try may(2023))], allowsOlder: true).files).wageSource?.period == "May 2023")
    var fixture = ProjectionsFixture()
    (fixture.first, fixture.last) = (2023, 2033)
    let older = try fixture.read()
    #expect(throws: OEWSImportError.self) { try renew(projections: older) }
  }

  @Test func `projections renew the outlook, and groups and gaps are told`() throws {
    var fixture = ProjectionsFixture()
    (fixture.first, fixture.last) = (2026, 2036)
    let renewed = try renew(projections: try fixture.read())
    let catalogue = try Catalogue(checking: renewed.files)
    #expect(catalogue["29-2072"]?.outlook(.growth)?.period == "2026-2036")
    #expect(catalogue["29-2072"]?.outlook(.employment)?.label == "Employment in 2026")
    #expect(catalogue["11-1011"]?.outlook == [] && catalogue["11-1011"]?.entry == nil)
    #expect(catalogue.factor(of: "29-2072") == "Demand change - share increases.")
    #expect(renewed.lines.contains { $0.hasPrefix("no projections: 11-1011; ") })
    let spanish = try #require(catalogue.dataset(for: "29-2072", language: "es"))
    #expect(spanish.records.figures.contains { $0.label == "Empleo en 2026" })
  }

  @Test func `a row of a group says whose projection it has`() throws {
    let tables = [nation(try may(2025), without: "31-1120", adding: "31-1121")]
    let renewed = try renew(tables, projections: try ProjectionsFixture().read())
    let catalogue = try Catalogue(checking: renewed.files)
    let aides = try #require(catalogue["31-1121"])
    #expect(aides.projectionCode == "31-1120")
    #expect(aides.outlook(.growth)?.note == "published for the group 31-1120 alone")
    #expect(renewed.lines.contains { $0.hasPrefix("31-1121: only the group 31-1120") })
  }

  private static let occupationData =
    "onet_soc_code,title,description\n29-2072.00,Medical Records Specialists,a\n31-1121.00,Home Health Aides,b\n31-1122.00,Personal Care Aides,c\n29-2099.08,Patient Representatives,d\n29-2099.00,\"Health Technologists and Technicians, All Other\",e\n"
  private static let related =
    "O*NET-SOC Code\tRelated O*NET-SOC Code\tRelatedness Tier\tIndex\n29-2072.00\t29-2099.08\tPrimary-Short\t1\n29-2072.00\t29-2099.00\tPrimary-Long\t6\n29-2072.00\t31-1121.00\tSupplemental\t11\n29-2099.00\t29-2099.08\tPrimary-Short\t1\n"

  @Test func `tables of O*NET fold to the codes of the catalogue, the nearest first, none to itself`() throws
  {
    var onet = ONETTables()
    try onet.add(Array(Self.occupationData.utf8), name: "occupation_data.csv")
    try onet.add(Array(Self.related.utf8), name: "related.txt")
    let catalogue = try Catalogue(checking: renew(onet: onet, version: "30.3").files)
    #expect(catalogue.relatedOccupations(to: "29-2072").map(\.socCode) == ["29-2099", "31-1120"])
    #expect(catalogue.relatedOccupations(to: "29-2072").map(\.tier) == [.primaryShort, .supplemental])
    #expect(catalogue.relatedOccupations(to: "29-2099") == [])
    #expect(catalogue.jobTitles(of: "31-1120") == ["Home Health Aides", "Personal Care Aides"])
    #expect(catalogue.group(of: "31-1121")?.socCode == "31-1120")
    #expect(catalogue.onetSource?.title == "O*NET 30.3 Database")
    let package = String(
      decoding: try renew(onet: onet, version: "30.3").files.files["datapackage.json"] ?? [], as: UTF8.self)
    #expect(package.contains("O*NET 30.3 Database by") && !package.contains("O*NET 29.3"))
  }

  @Test func `a table of O*NET that cannot be read is told`() throws {
    func message(_ text: String) -> String? {
      var onet = ONETTables()
      do throws(OEWSError) { try onet.add(Array(text.utf8), name: "t.csv") } catch {
        return error.description
      }
      return nil
    }
    #expect(message("onet_soc_code,title,description\n29-2072,A,b\n")?.contains("row 2") == true)
    #expect(message(Self.related.replacing("Primary-Long", with: "Far"))?.contains("\"Far\"") == true)
    #expect(message("onet_soc_code,job_zone\n29-2072.00,3\n")?.contains("it contains no") == true)
    #expect(message("a,b\n1,2\n") != nil && message("") != nil)
    var onet = ONETTables()
    try onet.add(Array(Self.related.utf8), name: "related.txt")
    #expect(throws: OEWSImportError(.noOccupationData)) { try renew(onet: onet) }
  }

  @Test func `what is shipped comes out of itself`() throws {
    var rows: [OEWSRow] = []
    for occupation in Catalogue(shipped).occupations {
      var pay: [OEWSRow.Point: OEWSEstimate] = [:]
      for figure in occupation.pay {
        pay[.init(figure.statistic, figure.basis)] =
          figure.isOpenEnded ? .atOrAboveLimit : .number("\(figure.value ?? 0)")
      }
      rows.append(
        OEWSRow(
          areaCode: "99", areaTitle: "U.S.", areaType: .nation, primaryState: "US", naics: "000000",
          naicsTitle: "", industryGroup: .crossIndustry, ownership: "1235", socCode: occupation.socCode,
          occupationTitle: occupation.title, occupationGroup: "detailed",
          employment: .number("\(occupation.employment?.value ?? 0)"), pay: pay, isAnnualOnly: false,
          isHourlyOnly: false))
    }
    let table = OEWSImporter.Table(name: "national.xlsx", period: try may(2024), rows: rows.reversed())
    let renewed = try renew([table])
    #expect(renewed.files == shipped)
    #expect(renewed.lines == ["nothing changed: the catalogue already has these figures"])
  }
}

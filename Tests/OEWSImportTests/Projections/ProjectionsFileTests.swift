import CareerData
import Testing

@testable import OEWSImport

@Suite struct ProjectionsFileTests {
  @Test func `the tables of the workbook become one row for each occupation`() throws {
    let projections = try ProjectionsFixture().read()
    #expect(projections.period == "2024-2034" && projections.rows.count == 4)
    let specialists = try #require(projections["29-2072"])
    #expect(
      specialists.numbers == [
        .employment: "194.8", .projectedEmployment: "208.6", .growth: "7.1", .openings: "14.2",
        .selfEmployed: "0.8", .laborForceExits: "7.1", .occupationalTransfers: "5.8", .separations: "12.9",
      ])
    #expect(specialists.education == .certificate && specialists.experience == EntryExperience.none)
    #expect(specialists.title == "Medical records specialists" && !specialists.isSummary)
    #expect(specialists.factors.map(\.industryCode) == ["TE1000", "622000"])
    let total = try #require(projections["00-0000"])
    #expect(total.isSummary && total.education == nil && total.training == nil)
  }

  @Test func `what falls is below zero, and a dash is no number`() throws {
    let typists = try #require(try ProjectionsFixture().read()["43-9022"])
    #expect(typists.numbers[.growth] == "-36.1" && typists.numbers[.selfEmployed] == nil)
    #expect(typists.numbers[.separations] == nil)
  }

  @Test func `a later edition is read by the years of its header`() throws {
    var fixture = ProjectionsFixture()
    (fixture.first, fixture.last) = (2027, 2037)
    #expect(try fixture.read().period == "2027-2037")
  }

  @Test func `columns are found whatever their case, spaces and footnotes`() throws {
    var fixture = ProjectionsFixture()
    fixture.rename = { $0.uppercased().replacing(" ", with: "  ") + "[2]" }
    #expect(try fixture.read() == (try ProjectionsFixture().read()))
  }

  @Test func `the tables of separations and of factors may be missing, that of occupations not`() throws {
    let projections = try ProjectionsFixture().read(without: ["Table 1.10", "Table 1.12"])
    #expect(projections["29-2072"]?.numbers[.openings] == "14.2")
    #expect(projections["29-2072"]?.factors == [])
    #expect(throws: OEWSError.self) { try ProjectionsFixture().read(without: ["Table 1.2"]) }
  }

  @Test func `an occupation without a row has that of its broad group`() throws {
    let projections = try ProjectionsFixture().read()
    #expect(projections.row(for: "31-1121")?.code == "31-1120")
    #expect(projections.row(for: "29-2072")?.code == "29-2072")
    #expect(projections.row(for: "29-2073") == nil)
    #expect(projections.row(for: "43-9999", group: "43-9022")?.code == "43-9022")
  }

  private func failure(_ change: (inout ProjectionsFixture) -> Void) throws -> String? {
    var fixture = ProjectionsFixture()
    change(&fixture)
    let bytes = try fixture.bytes()
    do {
      _ = try ProjectionsFixture.read(bytes)
      return nil
    } catch let error as OEWSError { return error.description }
  }

  @Test func `a cell that cannot be read is told with sheet, row and column`() throws {
    #expect(
      try failure { $0.occupations[2][5] = "up" }
        == "occupation.xlsx: sheet \"Table 1.2\", row 5, Employment change, percent: \"up\" is neither a number nor a BLS mark; use digits with a decimal point, — or nothing"
    )
    #expect(
      try failure { $0.occupations[2][8] = "Some school" }?.contains("\"Some school\" is not one of") == true)
    #expect(try failure { $0.occupations[2][1] = "29-207" }?.contains("\"29-207\" does not have the") == true)
    #expect(
      try failure { $0.occupations[2][1] = "31-1120" }?.contains("\"31-1120\" has a row already") == true)
    #expect(
      try failure { fixture in fixture.rename = { $0.replacing("Employment, 2034", with: "Jobs") } }?
        .contains("Employment, with two years: the table has no such column") == true)
    #expect(
      try failure { fixture in fixture.rename = { $0.hasPrefix("Occupational openings") ? "O" : $0 } }?
        .contains("Occupational openings: the table has no such column") == true)
  }

  @Test func `a workbook that is none, and no workbook, are told`() throws {
    #expect(throws: OEWSError.self) { try ProjectionsFixture.read(OEWSFixture().workbook()) }
    #expect(throws: OEWSError.self) { try ProjectionsFixture.read(Array("a,b\n".utf8)) }
    let damaged = Array(try ProjectionsFixture().bytes().dropLast(200))
    #expect(throws: OEWSError.self) { try ProjectionsFixture.read(damaged) }
  }
}

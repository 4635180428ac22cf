import CareerData
import OEWSImport
import Testing
import Zip

struct OEWSArchiveTests {
  private static let descriptions = TestWorkbook(sheets: [
    (
      "Field Descriptions",
      [["May 2024 OEWS Estimates"], ["Field", "Description"], ["occ_code", "The SOC code"]]
    )
  ])

  @Test func `every table of an archive is read, and what is none is passed over`() throws {
    let sectors = OEWSFixture().with(["NAICS": "62", "I_GROUP": "sector"])
    let archive = try ZipWriter.archive([
      ("oesm24/", []), ("oesm24/readme.txt", Array("See www.bls.gov/oes, OCC_CODE is the code.\n".utf8)),
      ("oesm24/fields.xlsx", try Self.descriptions.bytes()),
      ("oesm24/notes.pdf", [0x25, 0x50, 0x44, 0x46, 0xFF, 0]),
      ("oesm24/old.xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1]),
      ("oesm24/national_M2024_dl.xlsx", try OEWSFixture().workbook()),
      ("oesm24/natsector.csv", sectors.csv()), ("oesm24/inner.zip", try ZipWriter.archive([("a", [1])])),
    ])
    let result = OEWSResult(archive, name: "downloads/oesm24nat.zip")
    #expect(result.message == nil)
    #expect(result.rows.map(\.naics) == ["000000", "62"])
    #expect(result.info?.period == "May 2024")
    #expect(
      result.info?.tables.map(\.file) == [
        "downloads/oesm24nat.zip/oesm24/national_M2024_dl.xlsx",
        "downloads/oesm24nat.zip/oesm24/natsector.csv",
      ])
    #expect(result.info?.tables.map(\.sheet) == ["national_M2024_dl", nil])
    #expect(result.info?.tables.map(\.rowCount) == [1, 1])
  }

  @Test func `every sheet of a workbook that is a table is read`() throws {
    let fixture = OEWSFixture()
    let rows = [fixture.header.map(OEWSFixture.Cell.text)] + fixture.rows
    let book = TestWorkbook(
      sheets: [("nat4d_1", rows), ("Filler", []), ("nat4d_2", rows)] + Self.descriptions.sheets)
    let result = OEWSResult(try book.bytes())
    #expect(result.rows == [OEWSFileTests.row, OEWSFileTests.row])
    #expect(result.info?.tables.map(\.sheet) == ["nat4d_1", "nat4d_2"])
    #expect(result.info?.period == "May 2024")
  }

  @Test func `field descriptions in a file of their own tell nothing of the period of the others`() throws {
    var older = Self.descriptions
    older.sheets[0].rows[0] = ["May 2019 OES Estimates"]
    let archive = try ZipWriter.archive([
      ("field_descriptions_M2019.xlsx", try older.bytes()),
      ("a.xlsx", try OEWSFixture().workbook(named: "All May 2024 data")),
    ])
    #expect(OEWSResult(archive).info?.period == "May 2024")
    #expect(OEWSResult(archive).message == nil)
  }

  @Test(
    arguments: [
      ("national_M2024_dl.xlsx", "May 2024"), ("/tmp/M2019/all_data_M_2023.xlsx", "May 2023"),
      ("national_N2003_dl.csv", "November 2003"), ("nat4d_may2007_dl.xlsx", "May 2007"),
      ("oesm24nat.zip", "May 2024"),
      ("oesn03in4.zip", "November 2003"), ("oesm97all.zip", "May 1997"),
      ("November 2002.csv", "November 2002"),
      ("table.xlsx", nil), ("M20245.xlsx", nil), ("form2024.csv", nil), ("item2024_team2023.csv", nil),
      ("mayor 2024.csv", nil), ("oesm245.zip", nil), ("M1900.csv", nil), ("may.csv", nil),
    ])
  func `the name of a file tells its period`(_ name: String, _ period: String?) {
    let result = OEWSResult(OEWSFixture().csv(), name: name)
    #expect(result.message == nil)
    #expect(result.info?.period == period)
  }

  @Test(
    arguments: [
      ("All May 2024 data", "May 2024"), ("national_M2024_dl", "May 2024"), ("Sheet1", nil),
      ("nat3d_dl_1", nil),
    ])
  func `the name of a sheet tells its period`(_ name: String, _ period: String?) throws {
    #expect(OEWSResult(try OEWSFixture().workbook(named: name)).info?.period == period)
  }

  @Test(
    arguments: [
      ("May 2024 OEWS Estimates", "May 2024"), ("November 2003 OES Estimates", "November 2003"),
      ("Occupational Employment Statistics, May 2018", "May 2018"), ("09MAY2021:10:42:00", nil),
      ("Updated in May 2021", nil), ("OEWS", nil),
    ])
  func `a heading of another sheet tells the period`(_ heading: String, _ period: String?) throws {
    let fixture = OEWSFixture()
    let table = [fixture.header.map(OEWSFixture.Cell.text)] + fixture.rows
    let book = TestWorkbook(sheets: [("Data", table), ("Fields", [[], [.text(heading)]])])
    #expect(OEWSResult(try book.bytes()).info?.period == period)
  }

  @Test func `a file that contradicts itself about its period is refused`() throws {
    let fixture = OEWSFixture()
    let table = [fixture.header.map(OEWSFixture.Cell.text)] + fixture.rows
    let descriptions = Self.descriptions.sheets
    let book = TestWorkbook(sheets: [("All May 2023 data", table)] + descriptions)
    #expect(
      OEWSResult(try book.bytes()).message
        == "national.xlsx: it says May 2023 in the name of the sheet, and May 2024 in a heading; "
        + "use the file as BLS publishes it, under its own name")
    let renamed = OEWSResult(try OEWSFixture().workbook(), name: "national_M2022_dl.xlsx")
    #expect(
      renamed.message == "national_M2022_dl.xlsx: it says May 2022 in the name of the file, and "
        + "May 2024 in the name of the sheet; use the file as BLS publishes it, under its own name")
    let two = try ZipWriter.archive([("a_M2024.csv", fixture.csv()), ("a_M2023.csv", fixture.csv())])
    #expect(
      OEWSResult(two, name: "both.zip").error
        == OEWSError(
          file: "both.zip", kind: .periodsDiffer, found: "May 2024 in the name of the file",
          allowed: ["May 2023 in the name of the file"]))
  }
}

import CareerData
import OEWSImport
import Testing
import Zip

struct OEWSFileTests {
  static let row = OEWSRow(
    areaCode: "99", areaTitle: "U.S.", areaType: .nation, primaryState: "US", naics: "000000",
    naicsTitle: "Cross-industry", industryGroup: .crossIndustry, ownership: "1235", socCode: "29-2072",
    occupationTitle: "Medical Records Specialists", occupationGroup: "detailed",
    employment: .number("187910"),
    pay: [
      .init(.mean, .hourly): .number("26.91"), .init(.mean, .annual): .number("55970"),
      .init(.percentile10, .hourly): .number("17.2"), .init(.percentile25, .hourly): .number("20"),
      .init(.median, .hourly): .number("24.16"), .init(.percentile75, .hourly): .number("30.8"),
      .init(.percentile90, .hourly): .number("38.92"), .init(.percentile10, .annual): .number("35780"),
      .init(.percentile25, .annual): .number("41600"), .init(.median, .annual): .number("50250"),
      .init(.percentile75, .annual): .number("64070"), .init(.percentile90, .annual): .number("80950"),
    ], isAnnualOnly: false, isHourlyOnly: false)

  @Test(arguments: OEWSFixture.TextStyle.allCases)
  func `a workbook is read, however it keeps its texts`(_ style: OEWSFixture.TextStyle) throws {
    let result = OEWSResult(try OEWSFixture().workbook(style))
    #expect(result.message == nil)
    #expect(result.rows == [Self.row])
    let table = OEWSTableInfo.Table(file: "national.xlsx", sheet: "national_M2024_dl", rowCount: 1)
    #expect(result.info == OEWSTableInfo(period: "May 2024", tables: [table]))
  }

  @Test func `CSV is read, with or without a byte order mark, with either line end, quoted or not`() {
    let fixture = OEWSFixture().with(["OCC_TITLE": "Records, \u{E9}tudes"])
    for start in [[], [0xEF, 0xBB, 0xBF]] as [[UInt8]] {
      for lineEnd in ["\n", "\r\n"] {
        for isQuoted in [true, false] {
          let result = OEWSResult(start + fixture.csv(lineEnd: lineEnd, isQuoted: isQuoted), name: "a.csv")
          #expect(result.message == nil)
          #expect(result.rows.map(\.occupationTitle) == ["Records, \u{E9}tudes"])
          #expect(result.rows.map(\.pay) == [Self.row.pay])
          #expect(result.info?.period == nil)
        }
      }
    }
  }

  @Test func `the concentration of an occupation is read where there is a column for it`() {
    var fixture = OEWSFixture()
    fixture.header.append("LOC_QUOTIENT")
    fixture.rows = fixture.rows.map { $0 + [.number("0.90000000000000002")] }
    #expect(OEWSResult(fixture.csv()).rows.map(\.locationQuotient) == [.number("0.9")])
    #expect(OEWSResult(OEWSFixture().csv()).rows.map(\.locationQuotient) == [nil])
    fixture.rows[0][fixture.header.count - 1] = "**"
    #expect(OEWSResult(fixture.csv()).rows.map(\.locationQuotient) == [.notPublished])
  }

  @Test func `the last line of CSV needs no line end`() {
    #expect(OEWSResult(Array(OEWSFixture().csv().dropLast())).rows == [Self.row])
  }

  @Test func `what a file is, its content tells and not its name`() throws {
    #expect(OEWSResult(OEWSFixture().csv(), name: "table.xlsx").rows == [Self.row])
    #expect(OEWSResult(try OEWSFixture().workbook(), name: "table.csv").rows == [Self.row])
    let archive = try ZipWriter.archive([("x", try OEWSFixture().workbook())])
    #expect(OEWSResult(archive, name: "table.csv").rows == [Self.row])
  }

  @Test func `columns stand in any order and case, and others between them`() throws {
    var fixture = OEWSFixture()
    fixture.header = fixture.header.reversed().map { " \($0.lowercased()) " } + ["new column"]
    fixture.rows = fixture.rows.map { $0.reversed() + ["new"] }
    #expect(OEWSResult(try fixture.workbook()).rows == [Self.row])
    #expect(OEWSResult(fixture.csv()).rows == [Self.row])
  }

  @Test(arguments: ["OCC_GROUP", "GROUP", "occ_group", "group"])
  func `the level of an occupation is found under its former names`(_ name: String) throws {
    let fixture = OEWSFixture().renaming("O_GROUP", to: name)
    #expect(OEWSResult(try fixture.workbook()).rows == [Self.row])
    #expect(OEWSResult(fixture.with([name: .none]).csv()).rows == [Self.row], "detailed where it is empty")
  }

  @Test func `columns that a table may do without are empty`() throws {
    let fixture = OEWSFixture().without(
      "PRIM_STATE", "NAICS_TITLE", "OWN_CODE", "OCC_TITLE", "O_GROUP", "TOT_EMP", "ANNUAL", "HOURLY",
      "H_MEAN",
      "H_PCT10", "H_PCT25", "H_MEDIAN", "H_PCT75", "H_PCT90", "A_PCT10", "A_PCT25", "A_PCT75", "A_PCT90",
      "A_MEDIAN")
    let row = try #require(OEWSResult(try fixture.workbook()).rows.first)
    #expect(row.primaryState == "US")
    #expect([row.naicsTitle, row.ownership, row.occupationTitle, row.occupationGroup] == ["", "", "", ""])
    #expect(row.employment == nil)
    #expect(row.pay == [.init(.mean, .annual): .number("55970")])
  }

  @Test func `the tables before May 2019 are read as what they are about`() throws {
    let fixture = OEWSFixture().renaming("O_GROUP", to: "OCC_GROUP").without(
      "AREA_TYPE", "NAICS", "NAICS_TITLE", "I_GROUP", "OWN_CODE")
    let nation = fixture.without("AREA", "AREA_TITLE", "PRIM_STATE")
    let row = try #require(OEWSResult(try nation.workbook()).rows.first)
    #expect(row.areaType == .nation && row.industryGroup == .crossIndustry && row.naics == "000000")
    #expect(row.pay == Self.row.pay)
    let states = fixture.renaming("AREA_TITLE", to: "STATE").renaming("PRIM_STATE", to: "ST")
    for (code, name, type) in [("1", "AL", OEWSRow.AreaType.state), ("72", "PR", .territory)] {
      let row = try #require(
        OEWSResult(try states.with(["AREA": .number(code), "STATE": "Name", "ST": .text(name)]).workbook())
          .rows.first)
      #expect(row.areaType == type && row.primaryState == name && row.areaTitle == "Name")
      #expect(row.areaCode == (code == "1" ? "01" : code) && row.industryGroup == .crossIndustry)
    }
    let areas = fixture.renaming("AREA_TITLE", to: "AREA_NAME")
    for (code, type) in [("10180", OEWSRow.AreaType.metropolitan), ("100001", .nonmetropolitan)] {
      let row = try #require(
        OEWSResult(try areas.with(["AREA": .text(code), "PRIM_STATE": "TX"]).workbook()).rows.first)
      #expect(row.areaType == type && row.areaTitle == "U.S." && row.primaryState == "TX")
    }
  }

  @Test func `a newer table from which columns were taken is not taken for one of the nation`() throws {
    for fixture in [
      OEWSFixture().without(
        "AREA", "AREA_TITLE", "AREA_TYPE", "PRIM_STATE", "NAICS", "NAICS_TITLE", "I_GROUP", "OWN_CODE"),
      OEWSFixture().without("AREA", "AREA_TITLE", "AREA_TYPE", "NAICS", "I_GROUP"),
      OEWSFixture().without("AREA_TITLE", "AREA_TYPE", "NAICS", "I_GROUP"), OEWSFixture().without("NAICS"),
    ] {
      #expect(OEWSResult(try fixture.workbook()).error?.kind == .columnMissing)
    }
  }

  @Test func `rows of one owner are told from rows of all, in both ways that BLS marks them`() throws {
    func row(_ fixture: OEWSFixture) throws -> OEWSRow {
      try #require(OEWSResult(try fixture.workbook()).rows.first)
    }
    let now = OEWSFixture().with(["NAICS": "611200", "I_GROUP": "4-digit, ownership", "OWN_CODE": "3"])
    #expect(try row(now).isOfOneOwner && row(now).ownership == "3" && row(now).naics == "6112")
    let former = OEWSFixture().without("AREA", "AREA_TITLE", "AREA_TYPE", "PRIM_STATE", "I_GROUP")
      .renaming("OWN_CODE", to: "OWNERSHIP").with(["NAICS": "611200", "OWNERSHIP": "Local government"])
    #expect(try row(former).isOfOneOwner && row(former).ownership == "Local government")
    let all = OEWSFixture().with(["NAICS": "622", "I_GROUP": "3-digit", "OWN_CODE": "235"])
    #expect(try !row(all).isOfOneOwner && row(all).ownership == "235")
  }

  @Test(arguments: ["detail", "Detail", "detailed"]) func `the level of a detailed occupation has two names`(
    name: String
  ) throws {
    let row = try #require(OEWSResult(OEWSFixture().with(["O_GROUP": .text(name)]).csv()).rows.first)
    #expect(row.occupationGroup == "detailed")
  }

  @Test func `an industry table without columns of areas is of the nation`() throws {
    let fixture = OEWSFixture().without(
      "AREA", "AREA_TITLE", "AREA_TYPE", "PRIM_STATE", "I_GROUP", "OWN_CODE")
    let codes = ["622000", "621100", "541330", "541511", "31-33", "6211A1", "62", "000000", "000001"]
    let groups: [OEWSRow.IndustryGroup] = [
      .threeDigit, .fourDigit, .fiveDigit, .sixDigit, .sector, .fourDigit, .sector, .crossIndustry,
      .crossIndustry,
    ]
    let plain = ["622", "6211", "54133", "541511", "31-33", "6211A1", "62", "000000", "000001"]
    for (index, code) in codes.enumerated() {
      let row = try #require(
        OEWSResult(try fixture.with(["NAICS": .text(code)]).workbook()).rows.first, "\(code)")
      #expect(row.naics == plain[index])
      #expect(row.industryGroup == groups[index])
      #expect([row.areaCode, row.areaTitle, row.primaryState] == ["99", "U.S.", "US"])
      #expect(row.areaType == .nation)
    }
  }

  @Test(
    arguments: [
      ("622000", "3-digit", "622"), ("621100", "4-digit", "6211"), ("541330", "5-digit", "54133"),
      ("541330", "6-digit", "541330"), ("327000", "4-digit", "327"), ("999101", "4-digit", "999101"),
      ("6211A1", "4-digit", "6211A1"), ("62", "sector", "62"), ("620000", "sector", "62"),
      ("31-33", "sector", "31-33"),
      ("6211", "4-digit", "6211"), ("000001", "cross-industry, ownership", "000001"),
      ("0", "cross-industry", "000000"),
      ("622000", "3-digit, ownership", "622"), ("621100", "4-DIGIT", "6211"),
    ])
  func `an industry is named without the zeros that fill it up`(
    _ code: String, _ group: String, _ plain: String
  )
    throws
  {
    let fixture = OEWSFixture().with(["NAICS": .text(code), "I_GROUP": .text(group), "OWN_CODE": "5"])
    let row = try #require(OEWSResult(try fixture.workbook()).rows.first)
    #expect(row.naics == plain)
    #expect(group.lowercased().hasPrefix(row.industryGroup.rawValue))
    #expect(row.ownership == "5")
  }

  @Test func `a code that a workbook keeps as a number is read as a code`() throws {
    let fixture = OEWSFixture().with([
      "NAICS": .number("6.22E5"), "I_GROUP": "3-digit", "AREA_TYPE": .number("1.0"),
    ])
    #expect(OEWSResult(try fixture.workbook()).rows.map(\.naics) == ["622"])
  }

  @Test(
    arguments: [
      ("1", "1", "2", "01"), ("72", "72", "3", "72"), ("10180", "10180", "4", "10180"),
      ("100001", "0100001", "6", "0100001"), ("99", "99", "1", "99"),
    ])
  func `an area keeps the zeros in front of its code`(
    _ short: String, _ full: String, _ type: String, _ code: String
  )
    throws
  {
    for text in [OEWSFixture.Cell.text(full), .number(short), .text(short)] {
      let fixture = OEWSFixture().with(["AREA": text, "AREA_TYPE": .text(type), "PRIM_STATE": "AL"])
      let row = try #require(OEWSResult(try fixture.workbook()).rows.first)
      #expect(row.areaCode == code)
      #expect(row.areaType.rawValue == Int(type))
      #expect(row.primaryState == "AL")
    }
  }

  @Test(
    arguments: [
      ("NA", OEWSEstimate.notPublished), ("N/A", .notPublished), ("*", .notPublished), ("**", .notPublished),
      ("", .notPublished), (" ", .notPublished),
      ("#", .atOrAboveLimit), ("~", .belowHalfPercent), (" # ", .atOrAboveLimit), ("50250", .number("50250")),
      ("\"50,250\"", .number("50250")), ("\"1,050,250.50\"", .number("1050250.5")),
      ("24.10", .number("24.1")),
      ("0", .number("0")), ("0.00005", .number("0.00005")),
    ])
  func `a mark of BLS is kept as what it means`(_ text: String, _ estimate: OEWSEstimate) throws {
    let plain = String(text.filter { $0 != "\"" })
    for column in ["TOT_EMP", "H_MEDIAN"] {
      let result = OEWSResult(try OEWSFixture().with([column: .text(plain)]).workbook())
      let row = try #require(result.rows.first, "\(result.message ?? "")")
      #expect((column == "TOT_EMP" ? row.employment : row.pay[.init(.median, .hourly)]) == estimate)
      #expect(OEWSResult(OEWSFixture().with([column: .text(plain)]).csv()).rows == [row])
    }
  }

  @Test(
    arguments: [
      ("1.5418738E8", "154187380"), ("67920.0", "67920"), ("22.559999999999999", "22.56"), ("0.0", "0"),
      ("7.0000000000000007E-2", "0.07"), ("5e-05", "0.00005"), ("24.16", "24.16"),
    ])
  func `a number of a workbook is the number that was entered`(_ written: String, _ plain: String) throws {
    let result = OEWSResult(try OEWSFixture().with(["A_MEAN": .number(written)]).workbook())
    #expect(result.rows.first?.pay[.init(.mean, .annual)] == .number(plain))
  }

  @Test(arguments: [OEWSFixture.Cell.text("TRUE"), .text("true"), .boolean(true)])
  func `occupations with pay by the year or by the hour alone are told`(_ mark: OEWSFixture.Cell) throws {
    let byYear = try #require(OEWSResult(try OEWSFixture().with(["ANNUAL": mark]).workbook()).rows.first)
    #expect(byYear.isAnnualOnly && !byYear.isHourlyOnly)
    let byHour = try #require(OEWSResult(try OEWSFixture().with(["HOURLY": mark]).workbook()).rows.first)
    #expect(!byHour.isAnnualOnly && byHour.isHourlyOnly)
  }

  @Test func `only the occupations that are asked for are looked at`() throws {
    let fixture = OEWSFixture().adding(["OCC_CODE": "29-2099", "A_MEAN": "bad", "AREA_TYPE": "bad"])
      .adding(["OCC_CODE": " 29-1000 ", "O_GROUP": "minor", "A_MEAN": "#", "AREA_TYPE": "1"])
    for bytes in [try fixture.workbook(), fixture.csv()] {
      let result = OEWSResult(bytes, occupations: ["29-2072", "29-1000", "99-9999999"])
      #expect(result.message == nil)
      #expect(result.rows.map(\.socCode) == ["29-2072", "29-1000"])
      #expect(result.rows.map(\.occupationGroup) == ["detailed", "minor"])
      #expect(result.info?.rowCount == 3)
      #expect(OEWSResult(bytes, occupations: []).rows.isEmpty)
      #expect(OEWSResult(bytes).error?.kind == .notAllowed)
    }
  }

  @Test func `rows without any value are passed over`() throws {
    var fixture = OEWSFixture()
    fixture.rows.append(fixture.header.map { _ in .none })
    fixture.rows.append(fixture.header.map { _ in " " })
    fixture = fixture.adding(["OCC_CODE": .none])
    fixture.rows.append(OEWSFixture().rows[0])
    for bytes in [try fixture.workbook(), fixture.csv()] {
      #expect(OEWSResult(bytes).rows == [Self.row, Self.row])
      #expect(OEWSResult(bytes).info?.rowCount == 2)
    }
  }

  @Test func `headings may stand over the names of the columns`() throws {
    let fixture = OEWSFixture()
    let heading: [[OEWSFixture.Cell]] = [["May 2023 OEWS Estimates"], [], ["AREA", "the first column"]]
    let book = TestWorkbook(sheets: [("Sheet1", heading + [fixture.header.map { .text($0) }] + fixture.rows)])
    let result = OEWSResult(try book.bytes())
    #expect(result.rows == [Self.row])
    #expect(result.info?.period == "May 2023")
  }

  @Test func `cells without a reference follow one another`() throws {
    var book = TestWorkbook(sheets: [("M2024", [OEWSFixture().header.map { .text($0) }] + OEWSFixture().rows)]
    )
    book.edit = { part, xml in
      part.hasSuffix("sheet1.xml") ? xml.replacing(#/ r="[A-Z]*\d+"/#, with: "") : xml
    }
    #expect(OEWSResult(try book.bytes()).rows == [Self.row])
  }

  @Test
  func `texts of several runs are read without their reading aids, and prefixes of names do not matter`()
    throws
  {
    var book = TestWorkbook(sheets: [("M2024", [OEWSFixture().header.map { .text($0) }] + OEWSFixture().rows)]
    )
    let runs = "<x:si><x:r><x:t>U.</x:t></x:r><x:rPh><x:t>u</x:t></x:rPh><x:r><x:t>S.</x:t></x:r></x:si>"
    book.edit = { part, xml in
      let prefixed = xml.replacing(#/<(\/?)(?=[a-zA-Z])/#) { "<\($0.1)x:" }
      return prefixed.replacing("<x:si><x:t xml:space=\"preserve\">U.S.</x:t></x:si>", with: runs)
    }
    #expect(OEWSResult(try book.bytes()).rows == [Self.row])
  }

  @Test func `parts are found where the workbook says`() throws {
    var parts = TestWorkbook(sheets: [
      ("M2024", [OEWSFixture().header.map { .text($0) }] + OEWSFixture().rows)
    ]).parts()
    for index in parts.indices {
      let xml = String(decoding: parts[index].bytes, as: UTF8.self)
      parts[index].bytes = Array(
        xml.replacing("Target=\"worksheets/", with: "Target=\"/xl/../tables/")
          .replacing("Target=\"sharedStrings.xml", with: "Target=\"./../texts.xml").utf8)
      parts[index].name = parts[index].name.replacing("xl/worksheets", with: "tables")
        .replacing("xl/sharedStrings", with: "texts")
    }
    #expect(OEWSResult(try ZipWriter.archive(parts)).rows == [Self.row])
  }
}

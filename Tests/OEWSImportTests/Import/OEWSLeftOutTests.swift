import Testing

@testable import CareerData
@testable import OEWSImport

/// What an import leaves out, leaves as it was, or refuses.
@Suite struct OEWSLeftOutTests {
  // MARK: - Owners

  @Test func `a lone row of one owner stands for no industry and is listed`() throws {
    let rows = [
      TestRows.row(), TestRows.industry("6112", .fourDigit, ownership: "3", isOfOneOwner: true),
      TestRows.industry("6113", .fourDigit, ownership: "Private", isOfOneOwner: true),
      TestRows.row(naics: "000001", ownership: "5", isOfOneOwner: true, pay: TestRows.pay(90_000)),
    ]
    let renewal = try TestRows.renew(TestRows.draft(), rows)
    #expect(renewal.draft[.industries] == nil)
    #expect(renewal.draft.row(.pay, "oews-national-p10")?["value"] == "40000")
    let note = try #require(renewal.summary.notes.first)
    #expect(
      note == "left out, 3 rows for one type of ownership each, which represent no whole industry or area: "
        + "00-0001 in U.S., NAICS 6112 (4-digit), owner 3; 00-0001 in U.S., NAICS 6113 (4-digit), owner Private; "
        + "00-0001 in U.S., owner 5")
  }

  @Test(arguments: ["5", "57", "58", "59", "123", "235", "2", "1235", ""])
  func `a lone row that BLS gives without that mark stands for its industry, whatever its owners`(
    owners: String
  )
    throws
  {
    let rows = [TestRows.row(), TestRows.industry("62", .sector, ownership: owners, base: 61_000)]
    let renewal = try TestRows.renew(TestRows.draft(), rows)
    #expect(renewal.draft.row(.pay, "oews-industry-62-p10")?["value"] == "61000")
    #expect(renewal.summary.notes.isEmpty)
  }

  @Test func `a row of one owner beside the row of all is left out, and no duplicate`() throws {
    let rows = [
      TestRows.row(), TestRows.industry("6112", .fourDigit, ownership: "235", base: 61_000),
      TestRows.industry("6112", .fourDigit, ownership: "235", isOfOneOwner: true, base: 70_000),
      TestRows.row(area: ("72", "Puerto Rico", .territory, "PR"), ownership: "5", isOfOneOwner: true),
    ]
    let renewal = try TestRows.renew(TestRows.draft(), rows)
    #expect(renewal.draft.row(.pay, "oews-industry-6112-p10")?["value"] == "61000")
    #expect(renewal.draft.row(.areas, "state:PR") == nil)
  }

  @Test func `tables with nothing but rows of some owners are refused`() throws {
    let start = try TestRows.draft()
    for row in [
      TestRows.industry("6112", .fourDigit, isOfOneOwner: true),
      TestRows.row(ownership: "5", isOfOneOwner: true),
    ] {
      let error = #expect(throws: OEWSImportError.self) { try TestRows.renew(start, [row]) }
      #expect(error?.description.hasPrefix("only rows for some types of ownership") == true)
    }
  }

  // MARK: - Older figures

  @Test func `an older table over newer figures is refused, and taken when that is asked for`() throws {
    let newer = try TestRows.readBack(TestRows.renew(TestRows.draft(), [TestRows.row()]).draft)
    let older = try #require(OEWSEdition("May 2023"))
    let row = TestRows.row(pay: TestRows.pay(30_000))
    let error = #expect(throws: OEWSImportError.self) { try TestRows.renew(newer, [row], period: older) }
    #expect(
      error?.description == "the figures for May 2023 are older than the 13 for May 2024 in the dataset; "
        + "use a newer file, or --older to replace them with the older figures")
    let renewal = try TestRows.renew(newer, [row], period: older, allowsOlder: true)
    #expect(renewal.draft.row(.pay, "oews-national-p10")?["value"] == "30000")
    #expect(try TestRows.readBack(renewal.draft).row(.sources, "bls-oews-2023")?["period"] == "May 2023")
  }

  @Test func `an older table over nothing, and a newer and an equal one, need no word`() throws {
    let held = try TestRows.readBack(TestRows.renew(TestRows.draft(), [TestRows.row()]).draft)
    let older = try #require(OEWSEdition("May 2023"))
    let newer = try #require(OEWSEdition("May 2025"))
    #expect(try TestRows.renew(held, [TestRows.industry("62", .sector)], period: older).summary.isChange)
    #expect(try TestRows.renew(held, [TestRows.row()], period: newer).summary.isChange)
    #expect(try !TestRows.renew(held, [TestRows.row()]).summary.isChange)
  }

  // MARK: - Columns that a table does not have

  @Test func `a statistic for which a table has no column stays as it was`() throws {
    let before = try TestRows.readBack(TestRows.renew(TestRows.draft(), [TestRows.row()]).draft)
    let means = TestRows.row(employment: nil, pay: [.init(.mean, .annual): .number("47000")])
    let newer = try #require(OEWSEdition("May 2025"))
    let renewal = try TestRows.renew(before, [means], period: newer)
    let after = try TestRows.readBack(renewal.draft)
    #expect(renewal.summary.changes.map(\.removed).allSatisfy { $0 == 0 })
    #expect(after.row(.pay, "oews-national-mean")?["value"] == "47000")
    for id in ["median", "p10", "hourly-mean", "hourly-p90"] {
      #expect(after.row(.pay, "oews-national-\(id)") == before.row(.pay, "oews-national-\(id)"), "\(id)")
    }
    #expect(
      after.row(.figures, "oews-national-employment") == before.row(.figures, "oews-national-employment"))
    // The source of what stays stays too.
    #expect(after.row(.sources, "bls-oews-2024") != nil && after.row(.sources, "bls-oews-2025") != nil)
    #expect(renewal.summary.notes == ["12 figures for May 2024 stay; the files do not include them"])
  }

  @Test func `a column without an estimate takes the figure away`() throws {
    let before = try TestRows.readBack(TestRows.renew(TestRows.draft(), [TestRows.row()]).draft)
    let row = TestRows.row(
      employment: .notPublished,
      pay: [.init(.mean, .annual): .notPublished, .init(.median, .annual): .number("42000")])
    let after = try TestRows.readBack(TestRows.renew(before, [row]).draft)
    #expect(
      after.row(.pay, "oews-national-mean") == nil && after.row(.figures, "oews-national-employment") == nil)
    #expect(after.row(.pay, "oews-national-p10") != nil)
  }

  // MARK: - Contradictions

  @Test(arguments: [
    ([PayStatistic.median: "50000", .percentile75: "30000"], "p75 is 30000, below median, 50000"),
    ([.mean: "214748364824"], "mean is 214748364824 a year"),
  ])
  func `figures of a table that do not agree are found`(amounts: [PayStatistic: String], words: String) throws
  {
    var pay: [OEWSRow.Point: OEWSEstimate] = [:]
    for (statistic, amount) in amounts { pay[.init(statistic, .annual)] = .number(amount) }
    let renewal = try TestRows.renew(TestRows.draft(), [TestRows.row(pay: pay)])
    #expect(renewal.contradictions.map(\.found) == [words])
    let made = try TestRows.renew(
      TestRows.draft(), [TestRows.row(pay: [.init(.mean, .annual): .number("50000")])])
    #expect(made.contradictions.isEmpty)
  }

  @Test func `a table without a row of the occupation is told beside others`() throws {
    let tables = [
      OEWSImporter.Table(name: "a.xlsx", period: TestRows.period, rows: [TestRows.row()]),
      OEWSImporter.Table(name: "b.xlsx", period: TestRows.period, rows: [TestRows.row(soc: "11-9111")]),
    ]
    let start = try TestRows.draft("medical-coding").with(soc: "00-0001")
    let summary = try OEWSImporter(tables: tables, catalog: TestRows.catalog()).renew(start).summary
    #expect(summary.notes.contains("b.xlsx: no row of 00-0001"))
  }
}

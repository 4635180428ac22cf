import TestValues
import Testing

@testable import CareerData
@testable import OEWSImport

@Suite struct OEWSImporterTests {
  private let state = ("72", "Puerto Rico", OEWSRow.AreaType.territory, "PR")

  @Test func `a row of the nation becomes twelve figures of pay and one of employment`() throws {
    let draft = try TestRows.readBack(TestRows.renew(TestRows.draft(), [TestRows.row()]).draft)
    let ids = (draft[.pay]?.cells("id") ?? []).filter { $0.hasPrefix("oews-national") }
    #expect(
      ids
        == ["p10", "p25", "median", "p75", "p90", "mean"].map { "oews-national-\($0)" }
        + ["p10", "p25", "median", "p75", "p90", "mean"].map { "oews-national-hourly-\($0)" })
    #expect(
      draft.row(.pay, "oews-national-hourly-median") == [
        "id": "oews-national-hourly-median", "subject_kind": "area", "subject": "national",
        "statistic": "median", "basis": "hourly", "low": "", "value": "22.5", "high": "",
        "open_ended": "false", "population": "oews-wage-and-salary", "period": "May 2024",
        "source": "bls-oews-2024", "note": "",
      ])
    #expect(draft.row(.figures, "oews-national-employment")?["value"] == "100")
    #expect(draft.row(.populations, "oews-wage-and-salary")?["kind"] == "paid_wages")
    #expect(draft.row(.sources, "bls-oews-2024")?["last_day"] == "2024-05-31")
  }

  @Test func `places of every kind have their rows and ids`() throws {
    let rows = [
      TestRows.row(area: ("31080", "Los Angeles-Long Beach-Anaheim, CA", .metropolitan, "CA")),
      TestRows.row(area: ("100001", "Northwest Alabama nonmetropolitan area", .nonmetropolitan, "AL")),
      TestRows.row(area: state), TestRows.row(area: ("1", "Alabama", .state, "AL")),
    ]
    let draft = try TestRows.readBack(
      TestRows.renew(TestRows.draft("medical-coding").with(soc: "00-0001"), rows).draft)
    #expect(draft.row(.areas, "area:31080")?["kind"] == "metropolitan")
    #expect(draft.row(.areas, "area:31080")?["code"] == "31080")
    #expect(draft.row(.areas, "area:31080")?["title"] == "Los Angeles-Long Beach-Anaheim, CA")
    #expect(draft.row(.areas, "area:0100001")?["kind"] == "nonmetropolitan")
    #expect(
      draft.row(.areas, "state:PR") == [
        "id": "state:PR", "kind": "state", "code": "PR", "fips": "72", "title": "Puerto Rico",
      ])
    #expect(draft.row(.areas, "state:AL")?["fips"] == "01")
    #expect(draft.row(.pay, "oews-area-31080-median")?["subject"] == "area:31080")
    #expect(draft.row(.pay, "oews-area-0100001-hourly-p90") != nil)
    #expect(draft.row(.pay, "oews-state-PR-mean")?["subject"] == "state:PR")
    #expect(draft.row(.figures, "oews-area-31080-employment")?["value"] == "100")
  }

  @Test func `industries of every level have theirs`() throws {
    let rows = [
      TestRows.industry("6221", .fourDigit, base: 61_000), TestRows.industry("31-33", .sector),
      TestRows.industry("622", .threeDigit, base: 60_000), TestRows.industry("5320A1", .fourDigit),
      TestRows.industry("62211", .fiveDigit), TestRows.industry("622110", .sixDigit),
    ]
    let draft = try TestRows.readBack(TestRows.renew(TestRows.draft(), rows).draft)
    // The widest first, whatever the order of the tables.
    #expect(
      draft[.industries]?.rows == [
        ["31-33", "Industry 31-33", "sector"], ["622", "Industry 622", "3-digit"],
        ["6221", "Industry 6221", "4-digit"], ["5320A1", "Industry 5320A1", "4-digit"],
        ["62211", "Industry 62211", "5-digit"], ["622110", "Industry 622110", "6-digit"],
      ])
    #expect(draft.row(.pay, "oews-industry-622-median")?["value"] == "62000")
    #expect(draft.row(.pay, "oews-industry-622-median")?["subject_kind"] == "industry")
  }

  @Test func `the marks of BLS are kept as what they mean`() throws {
    var pay = TestRows.pay(100_000)
    pay[.init(.percentile90, .annual)] = .atOrAboveLimit
    pay[.init(.percentile90, .hourly)] = .atOrAboveLimit
    pay[.init(.percentile10, .annual)] = .notPublished
    pay[.init(.percentile10, .hourly)] = nil
    pay[.init(.percentile25, .annual)] = .belowHalfPercent
    let row = TestRows.row(employment: .notPublished, pay: pay)
    let draft = try TestRows.readBack(TestRows.renew(TestRows.draft(), [row]).draft)
    let annual = try #require(draft.row(.pay, "oews-national-p90"))
    #expect((annual["low"], annual["value"], annual["open_ended"]) == ("239200", "", "true"))
    #expect(annual["note"] == "published as at or above this amount")
    #expect(draft.row(.pay, "oews-national-hourly-p90")?["low"] == "115")
    for id in ["p10", "hourly-p10", "p25"] { #expect(draft.row(.pay, "oews-national-\(id)") == nil, "\(id)") }
    #expect(draft.row(.figures, "oews-national-employment") == nil)
  }

  @Test func `the same tables a second time change nothing`() throws {
    let rows = [TestRows.row(), TestRows.industry("62", .sector), TestRows.row(area: state)]
    var start = try TestRows.draft()
    try start.addTable(.industries, from: TestRows.catalog())
    start = try DatasetDraft(start.files)
    // The dataset has no column for the code of a territory: it is left out.
    let first = try TestRows.renew(start, rows)
    #expect(first.summary.isChange && first.summary.versions == ("1.0.0", "1.1.0"))
    let read = try TestRows.readBack(first.draft)
    #expect(read.origin.identity.version == "1.1.0")
    let second = try TestRows.renew(read, rows)
    #expect(second.draft == read && !second.draft.isChanged)
    #expect(second.summary.lines.last == "nothing changed: the dataset already has these figures")
  }

  @Test func `figures that the tables no longer hold go, and all others stay`() throws {
    let before = try TestRows.readBack(
      TestRows.renew(TestRows.draft(), [TestRows.row(), TestRows.row(area: state)]).draft)
    var pay = TestRows.pay(44_000)
    pay[.init(.percentile90, .annual)] = .notPublished
    let renewal = try TestRows.renew(before, [TestRows.row(employment: .notPublished, pay: pay)])
    let after = try TestRows.readBack(renewal.draft)
    #expect(after.row(.pay, "oews-national-p90") == nil)
    #expect(after.row(.figures, "oews-national-employment") == nil)
    #expect(after.row(.pay, "oews-national-p10")?["value"] == "44000")
    let own = before[.pay]?.rows.filter { !$0[0].hasPrefix("oews-national") }
    #expect(after[.pay]?.rows.filter { !$0[0].hasPrefix("oews-national") } == own)
    #expect(renewal.summary.changes[0].removed == 1 && renewal.summary.changes[1].removed == 1)
  }

  // MARK: - Which rows

  @Test func `of an occupation to compare with only the national annual median is taken`() throws {
    let draft = try TestRows.draft("medical-coding")
    let other = "11-9111"
    let rows = [
      TestRows.row(soc: other, pay: TestRows.pay(120_000)), TestRows.row(soc: other, area: state),
      TestRows.row(soc: other, naics: "62", group: .sector), TestRows.row(soc: "11-1011"),
    ]
    let after = try TestRows.readBack(TestRows.renew(draft, rows).draft)
    #expect(after.row(.pay, "oews-11-9111-median")?["value"] == "122000")
    #expect(after[.pay]?.rows.count == draft[.pay]?.rows.count)
    #expect(after[.areas] == draft[.areas] && after[.figures] == draft[.figures])
  }

  @Test func `rows for some owners give way to the row that covers them`() throws {
    for (ownerships, leader) in [
      (["5", "1235", "123"], "1235"), (["5", "58", "23"], nil), (["58", "5", "8"], "58"),
      (["57", "5", "7"], "57"), (["59", "9"], "59"), (["235", "58", "57"], "235"), (["1", "9", "5"], nil),
    ] as [([String], String?)] {
      let rows = ownerships.enumerated().map { index, owner in
        TestRows.industry("62", .sector, ownership: owner, base: 30_000 + index * 1000)
      }
      let renewal = try TestRows.renew(TestRows.draft(), [TestRows.row()] + rows)
      let value = renewal.draft.row(.pay, "oews-industry-62-p10")?["value"]
      let expected = leader.flatMap(ownerships.firstIndex).map { "\(30_000 + $0 * 1000)" }
      #expect(value == expected, "\(ownerships)")
      #expect(renewal.summary.partlyOwned.isEmpty == (leader == nil))
      #expect(renewal.summary.withoutTotal.isEmpty == (leader != nil))
    }
  }

  @Test func `an industry that is published on two levels with the same figures is one`() throws {
    let rows = [TestRows.industry("327", .fourDigit), TestRows.industry("327", .threeDigit)]
    let draft = try TestRows.renew(TestRows.draft(), rows).draft
    #expect(draft[.industries]?.rows == [["327", "Industry 327", "3-digit"]])
  }

  @Test(arguments: [
    [TestRows.row(), TestRows.row()], [TestRows.row(), TestRows.row(pay: TestRows.pay(1000))],
    [TestRows.industry("327", .fourDigit), TestRows.industry("327", .threeDigit, base: 1000)],
  ])
  func `two rows about the same are an error`(rows: [OEWSRow]) throws {
    let tables = zip(["a.xlsx", "b.csv"], rows).map {
      OEWSImporter.Table(name: $0, period: TestRows.period, rows: [$1])
    }
    let start = try TestRows.draft()
    let run = try OEWSImporter(tables: tables, catalog: TestRows.catalog())
    let error = #expect(throws: OEWSImportError.self) { try run.renew(start) }
    #expect(error?.description.contains("give each table once") == true)
    #expect(error?.table == "a.xlsx" || error?.table == "b.csv")
  }

  @Test func `groups above the occupation and industries of states are passed over`() throws {
    let rows = [
      TestRows.row(), TestRows.row(occupationGroup: "broad", pay: TestRows.pay(9000)),
      TestRows.row(area: state, naics: "62", group: .sector),
    ]
    let renewal = try TestRows.renew(TestRows.draft(), rows)
    #expect(renewal.draft.row(.pay, "oews-national-p10")?["value"] == "40000")
    #expect(renewal.summary.unplacedCount == 1)
    #expect(renewal.summary.notes.contains("left out, 1 rows for industries in part of the nation"))
  }

  // MARK: - Errors

  @Test func `tables of two periods, of none, and without the occupation are errors`() throws {
    let catalog = try TestRows.catalog()
    func table(_ name: String, _ period: String?) -> OEWSImporter.Table {
      .init(name: name, period: period.flatMap { OEWSEdition($0) }, rows: [])
    }
    #expect(throws: OEWSImportError(.periodUnknown)) {
      try OEWSImporter(tables: [table("a", nil)], catalog: catalog)
    }
    let error = #expect(throws: OEWSImportError.self) {
      try OEWSImporter(
        tables: [table("a", "May 2024"), table("b", nil), table("c", "May 2023")], catalog: catalog)
    }
    #expect(error?.table == "c")
    #expect(error?.description == "the figures are for May 2023, not May 2024; use files of one period")
    #expect(throws: OEWSImportError.self) {
      try OEWSImporter(tables: [table("a", "May 2024")], period: OEWSEdition("May 2025"), catalog: catalog)
    }
    let start = try TestRows.draft()
    #expect(throws: OEWSImportError(.noRows(soc: "00-0001"))) {
      try TestRows.renew(start, [TestRows.row(soc: "00-0002")])
    }
  }

  @Test(arguments: ["", "x y", "../..", "a,b", "é", "a\"b\n"])
  func `a code that is none is an error and breaks nothing`(code: String) throws {
    let start = try TestRows.draft()
    for row in [
      TestRows.industry(code, .sector), TestRows.row(area: ("01", "A", .state, code)),
      TestRows.row(area: (code, "A", .metropolitan, "CA")),
    ] {
      #expect(throws: OEWSImportError.self) { try TestRows.renew(start, [row]) }
    }
  }

  @Test(arguments: ["1e5", "-5", "", ".", "1,000", "5.", "NaN", "12345678901234567890", "1\n2"])
  func `a number that is none is an error`(text: String) throws {
    let start = try TestRows.draft()
    #expect(throws: OEWSImportError.self) {
      try TestRows.renew(start, [TestRows.row(employment: .number(text))])
    }
  }

  @Test(arguments: NastyText.cells) func `a title may hold anything and breaks no table`(title: String)
    throws
  {
    let rows = [TestRows.row(area: ("31080", title, .metropolitan, "CA")), TestRows.row()]
    let draft = try TestRows.renew(TestRows.draft(), rows).draft
    if title.isEmpty {
      #expect(throws: DatasetErrors.self) { try TestRows.readBack(draft) }
    } else {
      #expect(try TestRows.readBack(draft).row(.areas, "area:31080")?["title"] == title)
    }
  }

  @Test(arguments: [
    ("50250.0", "50250"), ("24.10", "24.1"), ("0.50", "0.5"), ("007", "7"), ("0", "0"), ("100", "100"),
  ])
  func `a number is written without zeros that say nothing`(text: String, plain: String) throws {
    #expect(try OEWSFigures.plain(text, "A_MEAN", TestRows.row()) == plain)
  }

  @Test func `the mark for high pay is refused where it stood for another amount`() throws {
    let period = try #require(OEWSEdition("May 2021"))
    let row = TestRows.row(pay: [.init(.median, .annual): .atOrAboveLimit])
    let start = try TestRows.draft()
    #expect(throws: OEWSImportError(.limitUnknown(period), table: "table.xlsx")) {
      try TestRows.renew(start, [row], period: period)
    }
  }
}

extension DatasetDraft {
  /// The dataset about another occupation.
  func with(soc: String) throws -> DatasetDraft {
    var draft = self
    try draft.renew(
      .occupations, key: "soc_code",
      with: [["soc_code": soc, "title": "Other", "common_name": "other", "is_subject": "true"]],
      removing: { $0["is_subject"] == "true" })
    if draft[.entryRequirements] != nil {
      try draft.renew(.entryRequirements, key: "occupation", with: [], removing: { _ in true })
    }
    return try DatasetDraft(draft.files)
  }
}

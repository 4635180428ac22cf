import Testing

@testable import CareerData
@testable import OEWSImport

/// What a new edition does to the sources of a dataset.
@Suite struct OEWSSourcesTests {
  private let next = OEWSEdition("May 2025")!
  private let places = [
    TestRows.row(soc: "29-2072"), TestRows.row(soc: "29-2072", area: ("06", "California", .state, "CA")),
  ]

  @Test func `a new source is made from the one before and stands behind it`() throws {
    let draft = try TestRows.draft("medical-coding")
    let renewal = try TestRows.renew(draft, places, period: next)
    let after = try TestRows.readBack(renewal.draft)
    #expect(after[.sources]?.cells("id").prefix(3) == ["bls-oews-2024", "bls-oews-2025", "bls-ep-2024"])
    var expected = try #require(draft.row(.sources, "bls-oews-2024"))
    expected["id"] = "bls-oews-2025"
    expected["period"] = "May 2025"
    expected["last_day"] = "2025-05-31"
    #expect(after.row(.sources, "bls-oews-2025") == expected)
    #expect(after.row(.pay, "oews-state-CA-median")?["source"] == "bls-oews-2025")
    #expect(after.row(.pay, "oews-state-AL-median")?["source"] == "bls-oews-2024")
    // Other tables name the former source still.
    for table in [CareerDataset.Table.settings, .disagreements] { #expect(after[table] == draft[table]) }
    let package = String(decoding: after.files.files["datapackage.json"] ?? [], as: UTF8.self)
    #expect(
      package.contains(
        "Wage Statistics, May 2024\", \"path\": \"https://www.bls.gov/oes/\"},\n    {\"title\": \"U.S. Bureau of Labor Statistics: Occupational Employment and Wage Statistics, May 2025\", \"path\": \"https://www.bls.gov/oes/\"},\n"
      ))
    #expect(package.contains("\"version\": \"2026.4.0\""))
    let stay = renewal.summary.notes.filter { $0.contains("for May 2024 stay") }
    #expect(stay.count == 1)
  }

  @Test func `the former source goes when nothing names it any more, in however many steps`() throws {
    let catalog = try TestRows.catalog()
    let table = { (rows: [OEWSRow], period: OEWSEdition) in
      OEWSImporter.Table(name: "t", period: period, rows: rows)
    }
    let first = try OEWSImporter(tables: [table(places, TestRows.period)], catalog: catalog)
      .newDataset(soc: "29-2072").draft
    let one = try TestRows.renew(try DatasetDraft(first.files), [places[0]], period: next)
    #expect(one.summary.addedSource == "bls-oews-2025" && one.summary.droppedSources == [])
    #expect(one.draft[.sources]?.cells("id") == ["bls-oews-2024", "bls-oews-2025"])
    let two = try TestRows.renew(try TestRows.readBack(one.draft), [places[1]], period: next)
    #expect(two.summary.addedSource == nil && two.summary.droppedSources == ["bls-oews-2024"])
    let after = try TestRows.readBack(two.draft)
    #expect(after[.sources]?.cells("id") == ["bls-oews-2025"])
    let package = String(decoding: after.files.files["datapackage.json"] ?? [], as: UTF8.self)
    #expect(!package.contains("May 2024") && package.contains("Statistics, May 2025"))
    #expect(package.contains("\"version\": \"1.2.0\""))
  }

  @Test func `a source of the same id and another period is not overwritten`() throws {
    let november = try #require(OEWSEdition("November 2024"))
    let draft = try TestRows.draft("medical-coding")
    let error = #expect(throws: OEWSImportError.self) { try TestRows.renew(draft, places, period: november) }
    #expect(error?.kind == .sourceOfOtherPeriod(id: "bls-oews-2024", found: "May 2024"))
  }

  @Test(arguments: [
    ("May 2024", "2024-05-31"), ("November 2003", "2003-11-30"), ("February 2028", "2028-02-29"),
  ])
  func `a period has its last day`(text: String, day: String) throws {
    let period = try #require(OEWSEdition(text))
    #expect(period.text == text && period.lastDay.iso == day)
  }

  @Test(arguments: ["", "may 2024", "2024", "May", "May 24", "May 02024", "M2024", "May 1996", "May  2024 x"])
  func `a text that is no period is none`(text: String) { #expect(OEWSEdition(text) == nil) }
}

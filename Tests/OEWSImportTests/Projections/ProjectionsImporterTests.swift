import TestValues
import Testing

@testable import CareerData
@testable import OEWSImport

@Suite struct ProjectionsImporterTests {
  private func renew(
    _ draft: DatasetDraft, _ fixture: ProjectionsFixture = ProjectionsFixture(), allowsOlder: Bool = false
  ) throws -> ProjectionsImporter.Renewed {
    let importer = ProjectionsImporter(
      try fixture.read(), name: "occupation.xlsx", catalog: try TestRows.catalog())
    return try importer.renew(draft, allowsOlder: allowsOlder)
  }

  private func rows(_ draft: DatasetDraft, _ table: CareerDataset.Table) throws -> [DatasetDraft.Cells] {
    let table = try #require(draft[table])
    return table.rows.map(table.cells(of:))
  }

  @Test func `the shipped outlook figures come out of the workbook`() throws {
    let original = try TestRows.draft("medical-coding")
    let renewed = try TestRows.readBack(renew(original).draft)
    let figures = renewed.origin.records.figures
    func value(_ id: String) -> Double? { figures.first { $0.id == id }?.value }
    #expect(value("bls-ep-employment") == 194_800 && value("bls-ep-projected-employment") == 208_600)
    #expect(value("bls-ep-growth") == 7.1 && value("bls-ep-openings") == 14_200)
    // The shipped figures, but for the growth that is published in words.
    for id in ["bls-ep-employment", "bls-ep-openings"] {
      #expect(original.origin.records.figures.first { $0.id == id } == figures.first { $0.id == id }, "\(id)")
    }
    let growth = try #require(original.origin.records.figures.first { $0.id == "bls-ep-growth" })
    #expect(growth.value == 7 && growth.note.contains("7.1 in the table of the projections"))
    #expect(renewed.origin.records.entryRequirements == original.origin.records.entryRequirements)
    // Its own explanation of the two counts of jobs stays the only one.
    #expect(renewed.origin.records.disagreements == original.origin.records.disagreements)
    #expect(renewed.origin.records.sources == original.origin.records.sources)
  }

  @Test func `a dataset in Spanish gets the Spanish words of the figures`() throws {
    let catalogue = Catalogue(DatasetFiles(files: try SampleFiles.catalogue()))
    var later = ProjectionsFixture()
    (later.first, later.last) = (2025, 2035)
    let importer = ProjectionsImporter(
      try later.read(), name: "occupation.xlsx", catalog: try TestRows.catalog(),
      words: catalogue.translations)
    let renewed = try importer.renew(TestRows.draft("medical-coding")).draft
    let spanish = try DatasetReader.read(renewed.files, language: "es")
    let labels = spanish.records.figures.filter { $0.id.hasPrefix("bls-ep-") }.map(\.label)
    #expect(labels.contains("Empleo en 2035") && labels.contains("Vacantes por año"))
    let day = try #require(CalendarDate(year: 2025, month: 1, day: 1))
    let words = DatasetCheck(renewed.files, asOf: day).findings.map(\.found)
    #expect(!words.contains { $0.contains("has no translation") }, "\(words)")
  }

  @Test func `the same workbook a second time changes nothing`() throws {
    let once = try TestRows.readBack(renew(TestRows.draft("medical-coding")).draft)
    let twice = try renew(once)
    #expect(!twice.draft.isChanged)
    #expect(twice.draft.files == once.files)
  }

  @Test func `a new dataset gets the tables that it lacks, and one explanation of two counts of jobs`() throws
  {
    let row = TestRows.row(soc: "29-2072", employment: .number("187910"))
    let table = OEWSImporter.Table(name: "t", period: TestRows.period, rows: [row])
    let wages = try OEWSImporter(tables: [table], catalog: TestRows.catalog()).newDataset(soc: "29-2072")
    let renewed = try TestRows.readBack(renew(TestRows.readBack(wages.draft)).draft)
    let records = renewed.origin.records
    #expect(records.entryRequirements.map(\.education) == [.certificate])
    #expect(records.disagreements.map(\.publishedValue) == [194_800])
    #expect(records.sources.map(\.id) == ["bls-oews-2024", "bls-ep-2024"])
    let day = try #require(CalendarDate(year: 2025, month: 1, day: 1))
    let findings = DatasetCheck(renewed.files, asOf: day).findings.filter { $0.severity != .note }
    #expect(findings.allSatisfy { $0.place.file == "pay.csv" }, "\(findings.map(\.found))")
    // The dataset that the catalogue makes of the same figures has them in the same words.
    let catalogue = Catalogue(DatasetFiles(files: try SampleFiles.catalogue()))
    let made = try #require(catalogue.dataset(for: "29-2072")?.records)
    #expect(records.entryRequirements == made.entryRequirements)
    #expect(records.disagreements == made.disagreements)
    #expect(Set(records.figures.map(\.id)) == Set(made.figures(in: "national").map(\.id)))
    for figure in records.figures { #expect(made.figures.contains(figure), "\(figure.id)") }
  }

  @Test func `a later edition takes the place of the former, source and all`() throws {
    let once = try TestRows.readBack(renew(TestRows.draft("medical-coding")).draft)
    var later = ProjectionsFixture()
    (later.first, later.last) = (2025, 2035)
    let renewed = try TestRows.readBack(renew(once, later).draft)
    let records = renewed.origin.records
    #expect(records.sources.contains { $0.id == "bls-ep-2025" && $0.period == "2025-2035" })
    let periods = records.figures.filter { $0.id.hasPrefix("bls-ep-") }.map(\.period)
    #expect(Set(periods) == ["2025", "2025-2035"])
    #expect(throws: OEWSImportError.self) { try renew(renewed) }
    #expect(try renew(renewed, allowsOlder: true).draft.isChanged)
  }

  @Test func `a member of a group gets the group's figures, and they say so`() throws {
    let row = TestRows.row(soc: "31-1121")
    let table = OEWSImporter.Table(name: "t", period: TestRows.period, rows: [row])
    let wages = try OEWSImporter(tables: [table], catalog: TestRows.catalog()).newDataset(soc: "31-1121")
    let renewed = try renew(TestRows.readBack(wages.draft))
    let growth = try rows(renewed.draft, .figures).first { $0["id"] == "bls-ep-growth" }
    #expect(growth?["note"] == "published for the group 31-1120 alone")
    #expect(
      try rows(renewed.draft, .entryRequirements).map { $0["note"] } == [
        "published for the group 31-1120 alone"
      ])
    #expect(renewed.lines.contains { $0.contains("only the group has projections: 31-1120") })
  }

  @Test func `an occupation that the projections do not have is told`() throws {
    #expect(throws: OEWSImportError(.noProjection(soc: "00-0001"), table: "occupation.xlsx")) {
      try renew(TestRows.draft("lighthouse-keeping"))
    }
  }
}

extension CareerDataset.Records {
  fileprivate func figures(in area: String) -> [PublishedFigure] {
    figures.filter { $0.subject == Subject(.area, area) }
  }
}

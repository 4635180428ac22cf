import TestValues
import Testing

@testable import CareerData
@testable import OEWSImport

@Suite struct NewDatasetTests {
  private func make(_ rows: [OEWSRow], title: String? = nil) throws -> DatasetDraft {
    let table = OEWSImporter.Table(name: "t", period: TestRows.period, rows: rows)
    let run = try OEWSImporter(tables: [table], catalog: TestRows.catalog())
    return try DatasetDraft(run.newDataset(soc: "00-0001", title: title).draft.files)
  }

  @Test func `a dataset is made from a row of the nation alone`() throws {
    let dataset = try make([TestRows.row()]).origin
    #expect(dataset.identity.name == "00-0001-lighthouse-keepers")
    #expect(dataset.identity.title == "Lighthouse Keepers")
    #expect(dataset.identity.version == "1.0.0")
    #expect(dataset.occupation.commonName == "Lighthouse Keepers")
    #expect(dataset.tables == [.sources, .populations, .occupations, .areas, .industries, .pay, .figures])
    #expect(dataset.pay(of: .national).count == 12)
    #expect(dataset.records.sources.map(\.id) == ["bls-oews-2024"])
    #expect(dataset.records.sources[0].link == "https://www.bls.gov/oes/")
  }

  @Test(arguments: NastyText.cells.filter { !$0.isEmpty })
  func `a title may hold anything`(title: String) throws {
    let dataset = try make([TestRows.row()], title: title).origin
    #expect(dataset.identity.title == title && dataset.occupation.commonName == title)
    #expect(
      dataset.identity.name.utf8.allSatisfy { "abcdefghijklmnopqrstuvwxyz0123456789-".utf8.contains($0) })
  }

  @Test func `without a row of the occupation there is none`() {
    #expect(throws: OEWSImportError(.noRows(soc: "00-0001"))) { try make([TestRows.row(soc: "00-0002")]) }
    #expect(throws: OEWSImportError(.noRows(soc: "00-0001"))) {
      try make([TestRows.row(occupationGroup: "broad")])
    }
  }
}

import Advising
import CareerData
import Foundation
import SafeFiles
import TestValues
import Testing

@testable import Export

/// Which dataset a report on an occupation is made from, and whose ids a profile may use.
@Suite struct DatasetShelfTests {
  private static let lighthouse = Repository.path("Samples/datasets/lighthouse-keeping")

  private func reading(_ json: String, _ shelf: DatasetShelf) throws -> ProfileReader.Reading {
    try ProfileLoader(datasets: shelf).read(Array(json.utf8), path: "c.json")
  }

  @Test func `a given dataset goes before a shipped one, and that before the catalogue`() throws {
    let shelf = try DatasetShelf([Self.lighthouse])
    #expect(shelf.first.occupation.socCode == "00-0001")
    #expect(shelf.dataset(for: nil) == shelf.first && shelf.dataset(for: "00-0001") == shelf.first)
    #expect(shelf.dataset(for: "29-2072").identity.name == "medical-coding")
    let pharmacists = shelf.dataset(for: "29-1051")
    #expect(pharmacists.occupation.title == "Pharmacists" && pharmacists.records.catalogue != nil)
    #expect(shelf.dataset(covering: "29-1051") == nil)
    #expect(try DatasetShelf().first.identity.name == "medical-coding")
  }

  @Test func `of several datasets each covers its occupation, and the first is taken where none is named`()
    throws
  {
    let shelf = try DatasetShelf(["medical-coding-2025", Self.lighthouse])
    #expect(shelf.dataset(for: "29-2072").identity.name == "medical-coding-2025")
    #expect(shelf.dataset(for: nil).identity.name == "medical-coding-2025")
    #expect(shelf.dataset(for: "00-0001").identity.name == shelf.dataset(covering: "00-0001")?.identity.name)
  }

  @Test func `a folder may hold several datasets, which come in the order of their names`() throws {
    let shelf = try DatasetShelf([Repository.path("Samples/datasets")])
    #expect(shelf.first.occupation.socCode == "00-0001")
    #expect(shelf.dataset(covering: "29-2072")?.identity.name == "medical-coding")
  }

  /// A catalogue with another median of pharmacy technicians, 43,460 as published.
  private func changedCatalogue(in folder: TestFolder) throws -> String {
    let path = try folder.copyFolder(Repository.path("Samples/catalogue"), to: "catalogue")
    let rows = try String(contentsOfFile: "\(path)/occupations.csv", encoding: .utf8)
    let old = "29-2052,Pharmacy Technicians,487920,35100,36920,43460,"
    #expect(rows.contains(old))
    try folder.write(
      rows.replacingOccurrences(of: old, with: "29-2052,Pharmacy Technicians,487920,35100,36920,44440,"),
      to: "catalogue/occupations.csv")
    return path
  }

  @Test func `a catalogue that is given stands for the shipped one, beside the datasets`() throws {
    let folder = try TestFolder()
    let shelf = try DatasetShelf([try changedCatalogue(in: folder)])
    func median(_ shelf: DatasetShelf) -> Double? {
      shelf.dataset(for: "29-2052").pay(of: .national).first { $0.statistic == .median }?.value
    }
    #expect(median(shelf) == 44_440)
    #expect(try median(DatasetShelf([CatalogueLoader.shippedName])) == 43_460)
    #expect(shelf.first.identity.name == "medical-coding")
    #expect(try shelf.contentHash != DatasetShelf().contentHash)
    let lighthouse = try DatasetShelf([Self.lighthouse, folder.path("catalogue")])
    #expect(lighthouse.first.occupation.socCode == "00-0001" && median(lighthouse) == 44_440)
  }

  @Test func `what is wrong with two datasets is told at once`() throws {
    let folder = try TestFolder()
    for name in ["one", "two"] {
      try folder.makeFolder(name)
      try folder.write("{", to: "\(name)/datapackage.json")
    }
    let failure = #expect(throws: ExportFailure.self) {
      try DatasetShelf([folder.path("one"), folder.path("two")])
    }
    let lines = failure?.lines.joined(separator: "\n") ?? ""
    #expect(lines.contains("/one") && lines.contains("/two"), "\(lines)")
  }

  @Test func `in Spanish the datasets are so`() throws {
    let shelf = try DatasetShelf([String](), language: "es-US")
    #expect(shelf.dataset(for: "29-1051").records.sources.contains { $0.period == "mayo de 2024" })
    #expect(shelf.dataset(for: "29-2072") != shelf.first)
  }

  @Test func `the catalogue's datasets are the same, however many were asked for in between`() throws {
    let shelf = try DatasetShelf()
    let codes = CatalogueLoader.shipped().titles.map(\.socCode).prefix(70)
    let first = codes.map { shelf.dataset(for: $0) }
    #expect(first.map(\.occupation.socCode) == Array(codes))
    #expect(shelf.dataset(for: codes[0]) == first[0])
  }

  // MARK: - Whose ids a profile may use

  @Test func `without a dataset what needs one is kept, told once and not used`() throws {
    let json = """
      {"id": "c", "occupation": "Pharmacists", "state": "CA", "credentials": ["CPC"], "rung": "chief", "setting": "moon",
       "education": "bachelor", "certification_budget": 500, "pay_amount": 46000, "pay_basis": "annual"}
      """
    let reading = try reading(json, DatasetShelf())
    #expect(
      reading.notices.map(\.description) == [
        "rung, credentials, setting, certification_budget: kept and not used; there is no dataset about "
          + "Pharmacists (29-1051)"
      ])
    var expected = ClientProfile(id: "c")
    expected.occupationCode = "29-1051"
    expected.stateCode = "CA"
    expected.education = .bachelor
    expected.pay = StatedPay(amount: 46_000, basis: .annual)
    #expect(reading.profile == expected)
  }

  @Test(arguments: [
    ("Fresno, CA", "CA"), ("35620", nil), ("New York-Newark-Jersey City, NY-NJ", nil), ("31080", "CA"),
    ("Fresno", "CA"), ("nowhere", nil),
  ])
  func `an area that lies in one state names the state`(area: String, state: String?) throws {
    let json = "{\"id\": \"c\", \"occupation\": \"29-1051\", \"area\": \"\(area)\"}"
    let reading = try reading(json, DatasetShelf(["medical-coding-2025"]))
    #expect(reading.profile.stateCode == state && reading.profile.areaID == nil)
    #expect(reading.notices.count == 1)
  }

  @Test func `what is wrong with such a profile is told all the same`() throws {
    let json = #"{"id": "c", "occupation": "29-1051", "state": "ZZ", "credentials": "CPC", "rung": 3}"#
    let failure = #expect(throws: ExportFailure.self) { try reading(json, DatasetShelf()) }
    let lines = failure?.lines.joined(separator: "\n") ?? ""
    #expect(lines.contains("unknown state") && lines.contains("rung") && lines.contains("credentials"))
  }

  @Test func `the ids are those of the dataset that covers the occupation`() throws {
    let shelf = try DatasetShelf([Self.lighthouse, "medical-coding"])
    let json = #"{"id": "c", "occupation": "medical billing and coding", "credentials": ["CPC"]}"#
    let reading = try reading(json, shelf)
    #expect(reading.notices.isEmpty && reading.profile.credentialIDs == ["CPC"])
    #expect(reading.profile.occupationCode == "29-2072")
    let without = try self.reading(#"{"id": "c", "credentials": ["CPC"]}"#, shelf)
    #expect(without.profile.credentialIDs == nil && !without.notices.isEmpty)
  }

  @Test func `the shipped dataset covers its occupation beside one that was given`() throws {
    let json = #"{"id": "c", "occupation": "29-2072", "credentials": ["CPC"]}"#
    let reading = try reading(json, DatasetShelf([Self.lighthouse]))
    #expect(reading.notices.isEmpty && reading.profile.credentialIDs == ["CPC"])
  }
}

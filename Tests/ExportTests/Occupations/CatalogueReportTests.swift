import Advising
import CareerData
import ReportModel
import TestValues
import Testing

@testable import Export

/// A report on any occupation, from the dataset that the catalogue makes.
@Suite struct CatalogueReportTests {
  private static let odd = PublishedCells.oddOccupations.map { String($0.prefix(7)) }

  @Test func `the catalogue in the binary is that of the repository, and needs no reading to be there`()
    throws
  {
    let catalogue = CatalogueLoader.shipped()
    #expect(catalogue == Catalogue(DatasetFiles(files: try SampleFiles.catalogue())))
    #expect(try CatalogueLoader.load(folder: nil) == catalogue)
  }

  @Test(arguments: odd)
  func `an occupation with odd data has a report in text, CSV and a page`(code: String) throws {
    let dataset = try #require(CatalogueLoader.shipped().dataset(for: code))
    let exporter = try SampleReports.exporter(
      dataset: dataset, formats: ["csv", "txt", "html"].compactMap { OutputFormat.named($0) })
    let profile = ClientProfile(id: "c")
    let date = try #require(CalendarDate(iso: "2026-11-23"))
    let files = try exporter.files(for: exporter.report(on: profile, date: date))
    #expect(files.count >= 3)
    let text = try #require(files.first { $0.name == "c.txt" })
    #expect(String(decoding: text.bytes, as: UTF8.self).contains(dataset.occupation.title))
  }

  /// All of them in `make test-all`.
  @Test func `every occupation has a report`() throws {
    let catalogue = CatalogueLoader.shipped()
    let step = Rounds.count(1) > 1 ? 1 : 200
    let date = try #require(CalendarDate(iso: "2026-11-23"))
    var profile = ClientProfile(id: "c")
    profile.pay = StatedPay(amount: 46_000, basis: .annual)
    for (index, one) in catalogue.titles.enumerated() where index % step == 0 {
      let dataset = try #require(catalogue.dataset(for: one.socCode))
      let exporter = try SampleReports.exporter(
        dataset: dataset, formats: ["csv", "txt"].compactMap { OutputFormat.named($0) })
      let files = try exporter.files(for: exporter.report(on: profile, date: date))
      #expect(files.allSatisfy { !$0.bytes.isEmpty }, "\(one.socCode)")
    }
  }
}

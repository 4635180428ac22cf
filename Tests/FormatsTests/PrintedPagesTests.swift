import CareerData
import Export
import Foundation
import ReportWriters
import SampleReports
import TestValues
import Testing

/// The pages as Chromium prints them: no longer than one reads, on Letter, and none with a sentence or two.
@Suite(.enabled(if: IndependentReaders.hasBrowser, "needs chromium and chromium-driver"))
struct PrintedPagesTests {
  // As designed: the choices are up to three pages, all is up to twelve, of which one is kept free.
  @Test(arguments: [
    ("brief", 1), ("brief-es", 1), ("standard", 4), ("standard-es", 4), ("full", 11), ("full-es", 11),
  ])
  func `a page prints on as many pages as one reads`(template: String, most: Int) throws {
    let folder = try TestFolder()
    let inputs = try ReportInputs(datasetFolder: nil, template: template)
    let exporter = ReportExporter(dataset: inputs.reportDataset, template: inputs.template, options: .init())
    let writer = HTMLReportWriter(template: inputs.template.html, keys: inputs.template.report.keyWords)
    let day = try #require(CalendarDate(iso: "2026-11-23"))
    let requests = try SampleClients.ids.map { id in
      let report = exporter.report(on: try SampleClients.profile(id), date: day)
      try folder.write(String(decoding: writer.files(for: report)[0].bytes, as: UTF8.self), to: "\(id).html")
      return BrowserRequest(path: folder.path("\(id).html"), print: true)
    }
    for (id, sight) in zip(SampleClients.ids, try IndependentReaders.browser(requests)) {
      let pages = try #require(sight.pages)
      #expect(pages.pieces.count <= most, "\(id): \(pages.pieces.count) pages")
      #expect(pages.width == 612 && pages.height == 792, "Letter")
      #expect(pages.pieces.allSatisfy { $0 > 100 }, "\(id): \(pages.pieces)")
    }
    withExtendedLifetime(folder) {}
  }
}

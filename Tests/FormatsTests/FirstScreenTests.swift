import CareerData
import Export
import Foundation
import ReportWriters
import SampleReports
import TestValues
import Testing

/// What is seen of a page before one scrolls.
@Suite(.enabled(if: IndependentReaders.hasBrowser, "needs chromium and chromium-driver"))
struct FirstScreenTests {
  // A laptop's window of 1366 x 768 leaves about 650 pixels to the page below the browser's bars; with none of them it has 768.
  @Test(arguments: ["standard", "standard-es", "brief", "brief-es"])
  func `figures, picture, meaning and steps stand on a laptop's first screen`(template: String) throws {
    let folder = try TestFolder()
    let inputs = try ReportInputs(datasetFolder: nil, template: template)
    let exporter = ReportExporter(dataset: inputs.reportDataset, template: inputs.template, options: .init())
    let writer = HTMLReportWriter(template: inputs.template.html, keys: inputs.template.report.keyWords)
    let day = try #require(CalendarDate(iso: "2026-11-23"))
    let requests = try SampleClients.ids.flatMap { id in
      let report = exporter.report(on: try SampleClients.profile(id), date: day)
      try folder.write(String(decoding: writer.files(for: report)[0].bytes, as: UTF8.self), to: "\(id).html")
      return [650, 768].map { BrowserRequest(path: folder.path("\(id).html"), width: 1366, height: $0) }
    }
    for (request, sight) in zip(requests, try IndependentReaders.browser(requests)) {
      let place = "\((request.path as NSString).lastPathComponent) \(request.height)"
      #expect(Set(sight.edges.keys) == [".lead-figures", "figure", ".passage", ".next-steps"], "\(place)")
      let below = sight.edges.filter { $0.value > Double(request.height) }
      #expect(below.isEmpty, "\(place): \(below)")
      let isWide = sight.wide
      #expect(!isWide, "\(place) is wider than its window")
    }
    withExtendedLifetime(folder) {}
  }
}

import Export
import Foundation
import SampleReports
import Testing

/// The pages against the W3C's checker.
@Suite(.enabled(if: LongTests.areWanted, LongTests.missing))
struct PageValidityTests {
  @Test func `the checker finds no error in any page`() throws {
    let folder = SampleClients.root.appendingPathComponent(".build/long-tests/pages").path
    try? FileManager.default.removeItem(atPath: folder)
    for name in TemplateLoader.shippedNames {
      let inputs = try ReportInputs(datasetFolder: nil, template: name)
      var options = ReportExporter.Options()
      options.formats = [.html]
      let exporter = ReportExporter(
        dataset: inputs.reportDataset, template: inputs.template, options: options)
      for id in SampleClients.ids {
        let profile = try SampleClients.profile(id)
        let date = try #require(profile.reportDate ?? .init(iso: "2026-11-23"))
        _ = try exporter.write(exporter.report(on: profile, date: date), to: "\(folder)/\(name)")
      }
    }
    let result = try LongTests.checkPages(folder)
    #expect(result.code == 0, "\(result.output)")
  }
}

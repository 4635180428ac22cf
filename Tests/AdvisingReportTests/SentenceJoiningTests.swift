import AdvisingReport
import Export
import ReportModel
import SampleReports
import Testing

/// A sentence in a sentence brings its own period.
@Suite struct SentenceJoiningTests {
  @Test(arguments: ["standard", "standard-es"])
  func `no text of a report has two periods`(_ name: String) throws {
    let inputs = try ReportInputs(datasetFolder: nil, template: name)
    let exporter = ReportExporter(dataset: inputs.reportDataset, template: inputs.template, options: .init())
    for profile in try SampleClients.ids.map(SampleClients.profile) + SampleClients.generated(20, seed: 9) {
      let report = exporter.report(on: profile, date: try SampleClients.advice("worked-example").reportDate)
      let formatter = ValueFormatter(for: report)
      let texts =
        report.everyProse.map(formatter.text) + report.everyText
        + (try report.charts().map { formatter.text($0.alternativeText) })
      for text in texts {
        #expect(
          !text.contains("..") && !text.contains("?.") && !text.contains("!."), "\(profile.id): \(text)")
      }
    }
  }
}

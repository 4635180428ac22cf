import Advising
import AdvisingReport
import CareerData
import Export
import ReportModel
import SafeFiles

/// Writes the summary of a caseload in every format.
struct CaseloadExporter {
  /// One of the files.
  static let textName = "summary.txt"

  private let inputs: ReportInputs

  init(inputs: ReportInputs) { self.inputs = inputs }

  func write(_ summary: CaseloadSummary, date: CalendarDate, in tree: OutputTree) throws(ExportFailure) {
    let builder = CaseloadReportBuilder(
      template: inputs.template.report, dataset: inputs.reportDataset, programVersion: ProgramVersion.current)
    var options = ReportExporter.Options()
    options.formats = OutputFormat.all
    // People open it.
    options.marksCSV = true
    let exporter = ReportExporter(
      dataset: inputs.reportDataset, template: inputs.template, options: options)
    let files = try exporter.files(for: builder.report(on: summary, date: date))
    try tree.finish(try tree.writeAtRoot(files))
  }
}

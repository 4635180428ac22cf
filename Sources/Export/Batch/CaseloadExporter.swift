import Advising
import CareerData
import ReportModel

/// Writes the summary of a caseload in every format.
struct CaseloadExporter {
  let inputs: ReportInputs

  func write(_ summary: CaseloadSummary, date: CalendarDate, in tree: OutputTree) throws(ExportFailure) {}
}

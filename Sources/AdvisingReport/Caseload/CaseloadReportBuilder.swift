import Advising
import CareerData
import ReportModel

/// Makes the report on a whole caseload: counts of clients, and who should be looked at first.
///
/// ```swift
/// let report = CaseloadReportBuilder(template: template, dataset: dataset, programVersion: "0.1.0")
///   .report(on: summary, date: date)
/// ```
public struct CaseloadReportBuilder: Sendable {
  /// The name of its files.
  public static let name = "summary"

  private let frame: CaseloadReportFrame

  public init(template: ReportTemplate, dataset: CareerDataset, programVersion: String) {
    frame = CaseloadReportFrame(template: template, dataset: dataset, programVersion: programVersion)
  }

  public func report(on summary: CaseloadSummary, date: CalendarDate) -> Report {
    let (dataset, wording) = (frame.dataset, frame.template.wording)
    let tables = CaseloadTables(
      summary, dataset: dataset, wording: wording, formatter: ValueFormatter(style: frame.template.style))
    return frame.report(
      Self.name, title: CaseloadPhrase.title,
      facts: [
        Fact(
          label: wording.text(ReportPhrase.occupation),
          value: .text("\(dataset.occupation.title) (SOC \(dataset.occupation.socCode))"))
      ], date: date, sections: CaseloadSections(tables: tables, wording: wording).all)
  }
}

/// The words of the report on a caseload.
enum CaseloadPhrase: String, PhraseKey {
  static let group = "caseload"
  case title, section, sheet, states, pay, gains, clients, share, unknown, client, gap, question, gain,
    missing
  case inAll = "in_all"
  case incomplete
  case missingData = "missing_data"
  case missingFields = "missing_fields"
  case byRung = "by_rung"
  case bySetting = "by_setting"
  case byCredentials = "by_credentials"
  case byState = "by_state"
  case byGap = "by_gap"
  case byQuestion = "by_question"
  case largestGains = "largest_gains"
  case incompleteClients = "incomplete_clients"
  case gapBelow = "gap_below"
  case gapBetween = "gap_between"
  case gapFrom = "gap_from"
  case gapNote = "gap_note"
  case gainNote = "gain_note"
  case namedNote = "named_note"
  case chartTitle = "chart_title"
}

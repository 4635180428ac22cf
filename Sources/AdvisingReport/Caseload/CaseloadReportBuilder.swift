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

  private let template: ReportTemplate
  private let dataset: CareerDataset
  private let programVersion: String
  private var wording: Wording { template.wording }

  public init(template: ReportTemplate, dataset: CareerDataset, programVersion: String) {
    self.template = template
    self.dataset = dataset
    self.programVersion = programVersion
  }

  public func report(on summary: CaseloadSummary, date: CalendarDate) -> Report {
    let formatter = ValueFormatter(style: template.style)
    let title = formatter.text(
      wording.prose(CaseloadPhrase.title, ["occupation": Prose(dataset.occupation.commonName)]))
    let footer = wording.prose(
      ReportPhrase.footer,
      [
        "dataset": Prose(dataset.identity.title), "dataset_version": Prose(dataset.identity.version),
        "program_version": Prose(programVersion),
      ])
    return Report(
      clientID: Self.name, clientName: title, reportDate: ReportDate(date), language: template.language,
      title: title,
      heading: [
        Fact(label: wording.text(ReportPhrase.date), value: .date(ReportDate(date))),
        Fact(
          label: wording.text(ReportPhrase.occupation),
          value: .text("\(dataset.occupation.title) (SOC \(dataset.occupation.socCode))")),
      ], footer: footer,
      sections: CaseloadSections(
        tables: CaseloadTables(summary, dataset: dataset, wording: wording, formatter: formatter),
        wording: wording
      ).all, sources: [],
      properties: DocumentProperties(
        title: title, subject: dataset.occupation.title, author: "",
        organization: template.branding.organization, keywords: dataset.occupation.socCode,
        comments: formatter.text(footer)), style: template.style, branding: template.branding)
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

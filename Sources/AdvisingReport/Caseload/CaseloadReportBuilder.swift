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
      Self.name, title: summary.isMixed ? CaseloadPhrase.titleMixed : .title,
      facts: summary.isMixed
        ? []
        : [
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
  case titleMixed = "title_mixed"
  case byOccupation = "by_occupation"
  case ofOccupation = "of_occupation"
  case shareOfThem = "share_of_them"
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

/// The sections of the report on a caseload; those with nothing in them are left out.
struct CaseloadSections {
  let tables: CaseloadTables
  let wording: Wording

  /// Those that ``all`` can have.
  static let ids = ["caseload", "states", "pay", "gains", "missing"]

  var all: [CaseloadSection] {
    let sections = [
      overview,
      section("states", .states, [tables.byState]),
      section("pay", .pay, [tables.byGap], chart: tables.gapChart, note: .gapNote),
      section("gains", .gains, [tables.gains], note: .gainNote, named: CaseloadSummary.mostGains),
      section(
        "missing", .missingData, [tables.byQuestion, tables.incomplete], note: .namedNote,
        named: CaseloadSummary.mostIncomplete),
    ]
    return sections.compactMap(\.self)
  }

  private var overview: CaseloadSection {
    let groups = [tables.byOccupation, tables.byRung, tables.bySetting, tables.byCredentials].filter {
      !$0.table.rows.isEmpty
    }
    return CaseloadSection(
      section: Section(
        id: "caseload", title: wording.text(CaseloadPhrase.section),
        shortTitle: wording.text(CaseloadPhrase.sheet),
        blocks: [.facts(tables.totals)] + groups.map { .table($0.table) }),
      figures: tables.totalFigures + groups.flatMap(\.figures))
  }

  private func section(
    _ id: String, _ title: CaseloadPhrase, _ tables: [CaseloadTable], chart: Chart? = nil,
    note: CaseloadPhrase? = nil, named: Int = 0
  ) -> CaseloadSection? {
    let filled = tables.filter { !$0.table.rows.isEmpty }
    guard !filled.isEmpty else { return nil }
    let notes = note.map {
      Block.callout(
        title: wording.prose(PositionPhrase.notes),
        items: [wording.prose($0, ["count": Prose(String(named))])])
    }
    return CaseloadSection(
      section: Section(
        id: id, title: wording.text(title), shortTitle: wording.text(title),
        blocks: [chart.map(Block.chart)].compactMap(\.self) + filled.map { .table($0.table) }
          + [notes].compactMap(\.self)), figures: filled.flatMap(\.figures))
  }
}

/// A section of the report on a caseload, with its rows of the CSV.
struct CaseloadSection {
  var section: Section
  var figures: [Figure]
}

/// What every report on a caseload has around its sections.
struct CaseloadReportFrame {
  let template: ReportTemplate
  let dataset: CareerDataset
  let programVersion: String

  /// - Parameters:
  ///   - name: of its files.
  ///   - title: with the place `occupation`.
  ///   - facts: of the heading, behind the date.
  func report(
    _ name: String, title: some PhraseKey, facts: [Fact] = [], date: CalendarDate,
    sections: [CaseloadSection]
  ) -> Report {
    let wording = template.wording
    let formatter = ValueFormatter(style: template.style)
    let title = formatter.text(
      wording.prose(title, ["occupation": Prose(dataset.occupation.commonName)]))
    let footer = wording.prose(
      ReportPhrase.footer,
      [
        "dataset": Prose(dataset.identity.title), "dataset_version": Prose(dataset.identity.version),
        "program_version": Prose(programVersion),
      ])
    return Report(
      clientID: name, clientName: title, reportDate: ReportDate(date), language: template.language,
      title: title, subtitle: Prose(.date(ReportDate(date))),
      heading: [Fact(label: wording.text(ReportPhrase.date), value: .date(ReportDate(date)))] + facts,
      footer: footer, sections: sections.map(\.section),
      figures: sections.map {
        FigureGroup(sectionID: $0.section.id, title: $0.section.title, figures: $0.figures)
      }, sources: [],
      properties: DocumentProperties(
        title: title, subject: dataset.occupation.title, author: "",
        organization: template.branding.organization, keywords: dataset.occupation.socCode,
        comments: formatter.text(footer)), style: template.style, branding: template.branding,
      paper: template.paper)
  }
}

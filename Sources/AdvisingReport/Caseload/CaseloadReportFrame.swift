import CareerData
import ReportModel

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
    _ name: String, title: some PhraseKey, facts: [Fact] = [], date: CalendarDate, sections: [Section]
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
      title: title,
      heading: [Fact(label: wording.text(ReportPhrase.date), value: .date(ReportDate(date)))] + facts,
      footer: footer, sections: sections, sources: [],
      properties: DocumentProperties(
        title: title, subject: dataset.occupation.title, author: "",
        organization: template.branding.organization, keywords: dataset.occupation.socCode,
        comments: formatter.text(footer)), style: template.style, branding: template.branding)
  }
}

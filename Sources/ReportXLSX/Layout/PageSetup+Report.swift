import ReportModel

extension PageSetup {
  /// The header says for whom, when and by whom; the footer what the data are, and the page.
  init(_ report: Report, _ contents: CellContents) {
    let formatter = contents.formatter
    let organization = report.branding.organization
    self.init(
      header: PageText(
        left: "\(report.clientName) · \(formatter.text(.date(report.reportDate)))",
        right: organization.isEmpty ? report.title : organization),
      footer: PageText(leftWithPageNumber: formatter.text(report.footer)))
  }
}

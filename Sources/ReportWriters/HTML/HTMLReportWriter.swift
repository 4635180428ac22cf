import ReportModel

/// Writes a report as one page that needs nothing else: `<client-id>.html`, with its charts as SVG. Its one
/// script is that of the what-if, without which the page is complete.
public struct HTMLReportWriter: ReportWriter {
  private let template: HTMLTemplate

  public init(template: HTMLTemplate) { self.template = template }

  public func files(for report: Report) -> [RenderedFile] {
    let style = HTMLStyle(template.style, branding: report.branding)
    let blocks = HTMLBlocks(report)
    var texts = [
      "language": report.language, "title": clean(report.title), "client_id": report.clientID,
      "report_date": blocks.formatter.text(.date(report.reportDate)), "style": style.text,
      // Of templates that put the policy in themselves.
      "policy": "",
    ]
    let policy = HTMLPolicy.text(style: style.text, script: report.whatIf.map { _ in WhatIfScript.text })
    if let whatIf = report.whatIf { texts["what_if"] = WhatIfPanel(whatIf, blocks, report.style).html }
    if !report.footer.isEmpty { texts["footer"] = clean(blocks.formatter.text(report.footer)) }
    if let logo = report.branding.logo {
      texts["logo"] =
        "<img class=\"logo\" src=\"data:image/png;base64,\(Base64.text(logo.bytes))\" "
        + "alt=\"\(HTMLEscaping.escaped(report.branding.organization))\" />"
    }
    let page = HTMLPage(
      texts: texts,
      heading: report.heading.map { .init(label: clean($0.label), value: blocks.value($0.value)) },
      sections: report.sections.map { section in
        .init(
          id: section.id, title: clean(section.title),
          content: section.blocks.map(blocks.html).joined(separator: "\n"))
      }, placedSections: template.placedSections)
    return [
      RenderedFile(name: report.clientID + ".html", bytes: Array(template.render(page, policy: policy).utf8))
    ]
  }

  /// Mustache escapes it, and leaves characters that a page cannot hold.
  private func clean(_ text: String) -> String { HTMLEscaping.clean(text) }
}

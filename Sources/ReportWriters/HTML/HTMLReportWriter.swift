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

/// The blocks of a report as markup. Every text is escaped here and nowhere else.
struct HTMLBlocks {
  let formatter: ValueFormatter
  private let report: Report
  /// Those that have a row in the table of sources.
  private let linkedSources: Set<String>

  init(_ report: Report) {
    self.report = report
    formatter = ValueFormatter(for: report)
    linkedSources = Self.linkedSources(report)
  }

  /// The ids of the sources that the report has a table of.
  static func linkedSources(_ report: Report) -> Set<String> {
    Set(
      report.sections.flatMap(\.blocks).flatMap { block -> [String] in
        guard case .table(let table) = block, table.id == HTMLTable.sources else { return [] }
        return table.rows.map(\.id)
      })
  }

  func html(_ block: Block) -> String {
    switch block {
    case .facts(let facts): definitions(facts)
    case .paragraph(let text): "<p>\(prose(text))</p>"
    case .list(let title, let items): list(title, items, className: nil)
    case .notes(let title, let items): list(title, items, className: "notes")
    case .table(let table): HTMLTable(table, self).html
    case .chart(let chart):
      "<figure>\n\(SVGChartWriter.pair(chart.withoutSource, of: report))<figcaption>\(prose(chart.source))</figcaption>\n</figure>"
    case .nextSteps(let steps): form(steps)
    }
  }

  func escaped(_ text: String) -> String { HTMLEscaping.escaped(text) }

  func prose(_ prose: Prose) -> String {
    prose.runs.map { run in
      switch run {
      case .text(let text): escaped(text)
      case .value(let value): self.value(value)
      }
    }.joined()
  }

  func value(_ value: Value) -> String {
    switch value {
    case .source(let id):
      guard linkedSources.contains(id) else { return escaped(formatter.text(value)) }
      return "<a href=\"#source-\(escaped(id))\">\(escaped(formatter.text(value)))</a>"
    case .link(let text) where Self.isAddress(text):
      return "<a href=\"\(escaped(text))\" rel=\"noreferrer\">\(escaped(text))</a>"
    default: return escaped(formatter.text(value))
    }
  }

  /// An address of the web, and of nothing else.
  static func isAddress(_ text: String) -> Bool {
    (text.hasPrefix("https://") || text.hasPrefix("http://"))
      && text.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value < 0x7F }
  }

  private func definitions(_ facts: [Fact]) -> String {
    let lines = facts.map { fact in
      let note = fact.note.isEmpty ? "" : " <small>\(prose(fact.note))</small>"
      return "<div><dt>\(escaped(fact.label))</dt><dd>\(value(fact.value))\(note)</dd></div>"
    }
    return "<dl>\n\(lines.joined(separator: "\n"))\n</dl>"
  }

  private func list(_ title: Prose, _ items: [Prose], className: String?) -> String {
    let heading = title.isEmpty ? "" : "<h3>\(prose(title))</h3>\n"
    let lines = items.map { "<li>\(prose($0))</li>" }.joined(separator: "\n")
    let content = "\(heading)<ul>\n\(lines)\n</ul>"
    return className.map { "<div class=\"\($0)\">\n\(content)\n</div>" } ?? content
  }

  /// Lines to write on by hand.
  private func form(_ form: NextSteps) -> String {
    let steps = form.steps.map(prose) + [String](repeating: "", count: max(0, form.blankLines))
    let rows = steps.map { "<tr><td>\($0)</td><td></td></tr>" }.joined(separator: "\n")
    return """
      <table class="form">
      <caption>\(prose(form.title))</caption>
      <thead><tr><th scope="col">\(escaped(form.stepHeader))</th><th scope="col">\(escaped(form.dateHeader))</th></tr></thead>
      <tbody>
      \(rows)
      </tbody>
      </table>
      """
  }
}

extension Chart {
  /// The caption under the chart has it, with links.
  fileprivate var withoutSource: Chart {
    var chart = self
    chart.source = ""
    return chart
  }
}

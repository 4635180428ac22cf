import ReportModel

/// Writes a report as one page that needs nothing else: `<client-id>.html`, with its charts as SVG. Its scripts are that
/// of the what-if and, for a session, that of the keys; the page is complete without them.
public struct HTMLReportWriter: ReportWriter {
  private let template: HTMLTemplate

  private let keys: KeyWords?

  /// - Parameter keys: for a page that is shown a screen at a time; nil for one to scroll.
  public init(template: HTMLTemplate, keys: KeyWords? = nil) {
    self.template = template
    self.keys = keys
  }

  public func files(for report: Report) -> [RenderedFile] {
    let style = HTMLStyle(template.style, branding: report.branding, paper: report.paper)
    let blocks = HTMLBlocks(report)
    var texts = [
      "language": report.language, "title": clean(report.title),
      "subtitle": clean(blocks.formatter.text(report.subtitle)), "client_id": report.clientID,
      "report_date": blocks.formatter.text(.date(report.reportDate)), "style": style.text,
      // Of templates that put the policy in themselves.
      "policy": "",
    ]
    let scripts = [report.whatIf.map { _ in WhatIfScript.text }, keys.map { _ in SessionKeys.script }]
    let policy = HTMLPolicy.text(style: style.text, scripts: scripts.compactMap(\.self))
    if let keys {
      texts["keys"] = SessionKeys(keys, whatIfTitle: report.whatIf.map { clean($0.title) }).html
    }
    if let whatIf = report.whatIf {
      texts["what_if"] = WhatIfPanel(whatIf, blocks, report.style).html
      texts["what_if_title"] = clean(whatIf.title)
    }
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
          id: section.id, part: Self.classes(section).joined(separator: " "),
          isForLookingUp: [.sources, .appendix].contains(section.part), title: clean(section.title),
          headline: report.heading(of: section).map(clean),
          content: blocks.html(section))
      }, placedSections: template.placedSections)
    return [
      RenderedFile(name: report.fileName + ".html", bytes: Array(template.render(page, policy: policy).utf8))
    ]
  }

  /// What the style sheet tells sections apart by: their part and, of a choice, whether it has a picture with rows or alone.
  private static func classes(_ section: Section) -> [String] {
    let hasPicture = section.blocks.contains { if case .chart = $0 { true } else { false } }
    let hasTable = section.blocks.contains { if case .table = $0 { true } else { false } }
    guard section.part == .choice, hasPicture else { return [section.part.rawValue] }
    return [section.part.rawValue, hasTable ? "paired" : "pictured"]
  }

  /// Mustache escapes it, and leaves characters that a page cannot hold.
  private func clean(_ text: String) -> String { HTMLEscaping.clean(text) }
}

/// The blocks of a report as markup. Every text is escaped here and nowhere else.
struct HTMLBlocks {
  let formatter: ValueFormatter
  private let report: Report
  /// Of titles inside a section.
  private var headingLevel = 3
  /// What stands above the blocks already.
  private(set) var sectionHeading: String?
  /// Whether the section is one to read, in which the number of a source stands after the words that it is for.
  private(set) var isChoice = false
  /// Those that have a row in the table of sources.
  private let linkedSources: Set<String>

  init(_ report: Report) {
    self.report = report
    formatter = ValueFormatter(for: report)
    linkedSources = Self.linkedSources(report)
  }

  /// The blocks of a section. Where no title of its own stands above them, their titles are of its level.
  func html(_ section: Section) -> String {
    var blocks = self
    blocks.sectionHeading = report.heading(of: section)
    if blocks.sectionHeading == nil { blocks.headingLevel = 2 }
    blocks.isChoice = section.part == .choice
    return section.forReading.blocks.map(blocks.html).joined(separator: "\n")
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
    case .leadFigures(let figures): leadFigures(figures)
    case .facts(let facts): definitions(facts)
    case .paragraph(let text): "<p>\(prose(text))</p>"
    case .passage(let title, let paragraphs): passage(title, paragraphs)
    case .list(let title, let items): list(title, items, className: nil)
    case .callout(let title, let items): list(title, items, className: "callout")
    case .table(let table): HTMLTable(table, self).html
    case .chart(let chart):
      "<figure>\n\(SVGChartWriter.pair(chart.withoutSource, of: report))<figcaption>\(prose(chart.source))</figcaption>\n</figure>"
    case .nextSteps(let steps): self.steps(steps)
    case .smallPrint(let sentences):
      sentences.map { "<p class=\"small-print\">\(prose($0))</p>" }.joined(separator: "\n")
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
      return anchor(text, shown: text)
    default: return escaped(formatter.text(value))
    }
  }

  private func anchor(_ address: String, shown: String) -> String {
    "<a href=\"\(escaped(address))\" rel=\"noreferrer\">\(escaped(shown))</a>"
  }

  /// What follows a step to be read: of an address that is longer than a line its site, which leads to all of it.
  private func shortened(_ link: Prose) -> String {
    link.runs.map { run in
      guard case .value(.link(let text)) = run, Self.isAddress(text) else { return prose(Prose([run])) }
      return anchor(text, shown: Prose.site(of: text, width: Self.longestAddress))
    }.joined()
  }

  /// In characters, of a line of a step.
  static let longestAddress = 60

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
    let heading = title.isEmpty ? "" : "<h\(headingLevel)>\(prose(title))</h\(headingLevel)>\n"
    let lines = items.map { "<li>\(prose($0))</li>" }.joined(separator: "\n")
    let content = "\(heading)<ul>\n\(lines)\n</ul>"
    return className.map { "<div class=\"\($0)\">\n\(content)\n</div>" } ?? content
  }

  private func leadFigures(_ figures: [LeadFigure]) -> String {
    let items = figures.map { figure in
      let note = figure.note.isEmpty ? "" : "<span class=\"note\">\(prose(figure.note))</span>"
      return "<li class=\"\(figure.role.rawValue)\"><span class=\"label\">\(prose(figure.label))</span> "
        + "<strong>\(value(figure.value))</strong> \(note)</li>"
    }
    return "<ul class=\"lead-figures\">\n\(items.joined(separator: "\n"))\n</ul>"
  }

  private func passage(_ title: Prose, _ paragraphs: [Prose]) -> String {
    let heading = title.isEmpty ? [] : ["<h\(headingLevel)>\(prose(title))</h\(headingLevel)>"]
    let lines = heading + paragraphs.map { "<p>\(prose($0))</p>" }
    return "<div class=\"passage\">\n\(lines.joined(separator: "\n"))\n</div>"
  }

  /// Each step with its date or a blank for it, then lines to write on by hand.
  private func steps(_ form: NextSteps) -> String {
    let blank = "<span class=\"date\">\(escaped(form.blankDate)) <span class=\"blank\"></span></span>"
    let steps = form.steps.map { step in
      let date = step.date.isEmpty ? blank : "<span class=\"date\">\(prose(step.date))</span>"
      let link = step.link.isEmpty ? "" : "<br /><small>\(shortened(step.link))</small>"
      return "<li>\(prose(step.text)) \(date)\(link)</li>"
    }
    let lines = Array(
      repeating: "<li class=\"line\"><span class=\"blank\"></span> \(blank)</li>",
      count: max(0, form.blankLines))
    return """
      <div class="next-steps">
      <h\(headingLevel)>\(prose(form.title))</h\(headingLevel)>
      <ol class="steps">
      \((steps + lines).joined(separator: "\n"))
      </ol>
      </div>
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

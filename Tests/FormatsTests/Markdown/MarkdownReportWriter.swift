import ReportModel

/// A format that Pathbook does not offer, added from outside: `Documentation/add-a-format.md` is about this file.
///
/// Headings, lists and tables of a report as Markdown.
struct MarkdownReportWriter: ReportWriter {
  func files(for report: Report) throws -> [RenderedFile] {
    let page = MarkdownPage(formatter: ValueFormatter(for: report))
    let text = ([page.heading(1, report.title)] + report.sections.flatMap(page.section)).joined(
      separator: "\n\n")
    return [RenderedFile(name: "\(report.clientID).md", bytes: Array((text + "\n").utf8))]
  }
}

private struct MarkdownPage {
  let formatter: ValueFormatter

  func heading(_ level: Int, _ text: String) -> String {
    "\(String(repeating: "#", count: level)) \(escaped(text))"
  }

  func section(_ section: Section) -> [String] {
    [heading(2, section.title)] + section.blocks.compactMap(block)
  }

  /// Nil for blocks that this format has no place for.
  private func block(_ block: Block) -> String? {
    switch block {
    case .leadFigures(let figures):
      figures.map { "- \(prose($0.label)): \(value($0.value))" }.joined(separator: "\n")
    case .facts(let facts):
      facts.map { "- \(escaped($0.label)): \(value($0.value))" }.joined(separator: "\n")
    case .paragraph(let prose): self.prose(prose)
    case .passage(_, let items), .list(_, let items), .callout(_, let items), .smallPrint(let items):
      items.map { "- \(prose($0))" }.joined(separator: "\n")
    case .table(let table): self.table(table)
    case .chart, .nextSteps: nil
    }
  }

  private func table(_ table: Table) -> String {
    let header = row(table.columns.map { escaped($0.header) })
    let rule = row(table.columns.map { $0.role == .figure ? "---:" : "---" })
    return ([header, rule] + table.rows.map { row($0.cells.map(value)) }).joined(separator: "\n")
  }

  private func row(_ cells: [String]) -> String { "| \(cells.joined(separator: " | ")) |" }

  private func value(_ value: Value) -> String { escaped(formatter.text(value)) }

  private func prose(_ prose: Prose) -> String { escaped(formatter.text(prose)) }

  /// Each format escapes its own signs: here those that would make a link, a table or an element.
  private func escaped(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      if "\\`*_[]<>|#".contains(character) { result.append("\\") }
      result.append(character.isNewline ? " " : character)
    }
  }
}

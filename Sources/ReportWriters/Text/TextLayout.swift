import ReportModel

/// A way to set a report in lines: drawn for the eye, or spoken for the ear.
protocol TextLayout {
  var page: TextPage { get }

  /// The lines of each fact.
  func aligned(_ facts: [Fact]) -> [[String]]
  func table(_ table: Table) -> [String]
  func chart(_ chart: Chart) -> [String]
  func notes(title: Prose, items: [Prose]) -> [String]
  func nextSteps(_ form: NextSteps) -> [String]
  /// The line under a title of `width` columns, nil where the layout has none.
  func underline(_ mark: Character, width: Int) -> String?
}

extension TextLayout {
  /// The lines of a block; none for a block that says nothing.
  func lines(_ block: Block) -> [String] {
    switch block {
    case .facts(let facts): Array(aligned(facts).joined())
    case .paragraph(let prose): page.paragraphs(prose)
    case .list(let title, let items): page.lines(title) + page.list(items, mark: "- ")
    case .table(let table): self.table(table)
    case .chart(let chart): self.chart(chart)
    case .notes(let title, let items): notes(title: title, items: items)
    case .nextSteps(let form): nextSteps(form)
    }
  }
}

import ReportModel

extension TextLayout {
  /// The lines of each block of a section that says something. A client is to read the pages in minutes: what a chart
  /// and a table both show stands in the table alone.
  func blocks(_ section: Section) -> [[String]] {
    let blocks = section.forReading.blocks
    let hasTable = blocks.contains { if case .table = $0 { true } else { false } }
    return blocks.map { block in
      switch (section.part, block) {
      case (.choice, .chart(let chart)) where hasTable && chart.kind != .distribution: []
      case (.pageOne, .chart(let chart)), (.choice, .chart(let chart)):
        chart.kind == .distribution ? distribution(chart) : self.chart(chart)
      case (.choice, .table(var table)):
        // The title of the section is above it.
        {
          table.title = ""
          return self.table(table)
        }()
      case (.sources, .table(let table)): sources(table)
      default: lines(block)
      }
    }.filter { !$0.isEmpty }
  }

  /// The lines of a block; none for a block that says nothing.
  func lines(_ block: Block) -> [String] {
    switch block {
    case .leadFigures(let figures): leadFigures(figures)
    case .facts(let facts): Array(aligned(facts).joined())
    case .paragraph(let prose): page.paragraphs(prose)
    case .passage(let title, let paragraphs): passage(title: title, paragraphs: paragraphs)
    case .list(let title, let items): page.lines(title) + page.list(items, mark: "- ")
    case .table(let table): self.table(table)
    case .chart(let chart): self.chart(chart)
    case .callout(let title, let items): callout(title: title, items: items)
    case .nextSteps(let form): nextSteps(form)
    case .smallPrint(let sentences): sentences.flatMap(page.paragraphs)
    }
  }

  /// What a band of wages shows: of the first place its ends and its middle, a line each; the others a line.
  private func distribution(_ chart: Chart) -> [String] {
    page.lines(chart.title)
      + chart.groups.enumerated().flatMap { index, group in
        let ends = Self.endsAndMiddle(group.points).map { point in
          "\(page.words(point.label)): \(page.words(.quantity(point.high)))"
        }
        return index == 0
          ? ends.flatMap { page.lines($0, first: "  ", rest: "    ") }
          : page.lines(ends.joined(separator: "; "), first: "  ", rest: "    ")
      }
  }

  private static func endsAndMiddle(_ points: [ChartPoint]) -> [ChartPoint] {
    guard points.count > 3 else { return points }
    return [points[0], points[points.count / 2], points[points.count - 1]]
  }

  /// A line for each source: its number, its name, where it is.
  private func sources(_ table: Table) -> [String] {
    table.rows.flatMap { row -> [String] in
      let words = row.cells.filter { !$0.isEmpty }.map(page.words)
      guard let number = words.first else { return [] }
      return page.lines(
        words.dropFirst().joined(separator: ", "), first: number + " ",
        rest: String(repeating: " ", count: DisplayWidth.of(number) + 1))
    }
  }
}

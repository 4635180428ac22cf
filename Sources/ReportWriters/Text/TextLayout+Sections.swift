import ReportModel

extension TextLayout {
  /// The lines of each block of a section that says something.
  func blocks(_ section: Section) -> [[String]] {
    let blocks = section.forReading.blocks
    let lines: [[String]] =
      switch section.part {
      case .choice: choice(blocks)
      case .pageOne:
        blocks.map { block in
          if case .chart(let chart) = block, chart.kind == .distribution { return distribution(chart) }
          return self.lines(block)
        }
      case .sources:
        blocks.map { if case .table(let table) = $0 { sources(table) } else { self.lines($0) } }
      case .preparation, .appendix: blocks.map(self.lines)
      }
    return lines.filter { !$0.isEmpty }
  }

  /// A client is to read the pages in minutes: what a chart and a table both show stands in the table alone, without a
  /// title, since that of the section is above it; then the sentences.
  private func choice(_ blocks: [Block]) -> [[String]] {
    let hasTable = blocks.contains { if case .table = $0 { true } else { false } }
    var shown: [[String]] = []
    var sentences: [String] = []
    for block in blocks {
      switch block {
      case .chart(let chart) where chart.kind == .distribution: shown.append(distribution(chart))
      case .chart where hasTable: break
      case .table(var table):
        table.title = ""
        sentences += table.notes.flatMap { page.lines($0) }
        table.notes = []
        shown.append(choiceTable(table))
      case .paragraph: sentences += lines(block)
      default: shown.append(lines(block))
      }
    }
    return shown + [sentences]
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
          "\(page.words(point.label)): \(page.words(point.value))"
        }
        return index == 0
          ? ends.flatMap { page.lines($0, first: "  ", rest: "    ") }
          : page.lines(ends.joined(separator: "; "), first: "  ", rest: "    ")
      }
  }

  private static func endsAndMiddle(_ points: [ChartPoint]) -> [ChartPoint] {
    guard points.count > 3, let first = points.first, let last = points.last else { return points }
    return [first, points.first { $0.percentile == 50 } ?? points[points.count / 2], last]
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

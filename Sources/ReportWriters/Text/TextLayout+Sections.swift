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
    var sentences: [Prose] = []
    for block in blocks {
      switch block {
      case .chart(let chart) where chart.kind == .distribution: shown.append(distributions(chart))
      case .chart where hasTable: break
      case .table(var table):
        table.title = ""
        sentences += table.notes
        table.notes = []
        shown.append(choiceTable(table))
      case .paragraph(let prose): sentences.append(prose)
      default: shown.append(lines(block))
      }
    }
    return self.choice(shown, sentences)
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

  /// What a band of wages shows of a place beside its middle, which is one of the lead figures: its ends. Of several bands
  /// a table tells more.
  private func distribution(_ chart: Chart) -> [String] {
    guard chart.groups.count == 1 else { return page.lines("\(page.words(chart.title)).") }
    guard let ends = chart.groups.first.map(ends), let low = ends.first, let high = ends.last else {
      return []
    }
    return page.lines("\(page.words(chart.title)). \(low == high ? low : "\(low); \(high)").")
  }

  /// The same of every place, in a sentence each.
  private func distributions(_ chart: Chart) -> [String] {
    chart.groups.flatMap { page.lines(ends($0).joined(separator: "; ") + ".") }
  }

  private func ends(_ group: ChartGroup) -> [String] {
    Self.endsAndMiddle(group.points).map { "\(page.words($0.label)): \(page.words($0.value))" }
  }

  private static func endsAndMiddle(_ points: [ChartPoint]) -> [ChartPoint] {
    guard points.count > 3, let first = points.first, let last = points.last else { return points }
    return [first, points.first { $0.percentile == 50 } ?? points[points.count / 2], last]
  }

  /// A line for each source: its number, its name, where it is.
  private func sources(_ table: Table) -> [String] {
    table.rows.flatMap { row -> [String] in
      let cells = row.cells.filter { !$0.isEmpty }
      let words = cells.map { page.words(Prose([.value($0)]).withSites(width: page.width - 4)) }
      guard let number = words.first else { return [] }
      return page.lines(
        words.dropFirst().joined(separator: ", "), first: number + " ",
        rest: String(repeating: " ", count: DisplayWidth.of(number) + 1))
    }
  }
}

extension Prose {
  /// The sentence with addresses that fit a line, and with the site in place of the others: nobody can follow an address
  /// in two pieces.
  ///
  /// - Parameter width: of a line, in columns.
  func withSites(width: Int) -> Prose {
    Prose(
      runs.map { run in
        guard case .value(.link(let address)) = run else { return run }
        return .value(.link(Self.site(of: address, width: width)))
      })
  }

  /// The address where it fits a width in columns, else its site: `https://www.careeronestop.org/`.
  static func site(of address: String, width: Int) -> String {
    guard DisplayWidth.of(address) > width, let scheme = address.firstRange(of: "://"),
      let end = address[scheme.upperBound...].firstIndex(of: "/")
    else { return address }
    return String(address[...end])
  }
}

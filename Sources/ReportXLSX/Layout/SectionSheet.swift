import ReportModel

/// The sheet of one section, or of several below each other: the title, on the first sheet of a report without a page
/// one the report's title and heading above it, and the blocks.
struct SectionSheet {
  private let sections: [Section]
  private let report: Report
  private let isFirst: Bool
  /// Of the sections' blocks, in their order.
  private let tables: [FlatTable]
  private var builder: SheetBuilder

  /// Wider sheets are printed across.
  private static let widestPortrait = 104.0
  /// In points: what may stay at the top of the screen.
  private static let highestFrozen = 160.0

  init(
    _ sections: [Section], isFirst: Bool, name: SheetName, report: Report, contents: CellContents
  ) {
    self.sections = sections
    self.report = report
    self.isFirst = isFirst && !report.sections.contains { $0.part == .pageOne }
    let blocks = sections.flatMap(\.blocks)
    tables = blocks.compactMap { if case .table(let table) = $0 { FlatTable(table, contents) } else { nil } }
    let columns = Self.columns(of: blocks, tables, heading: self.isFirst ? report.heading : [], contents)
    var page = PageSetup(report, contents)
    page.isLandscape = columns.totalWidth > Self.widestPortrait && sections.count == 1
    builder = SheetBuilder(name: name, columns: columns, contents: contents, page: page)
  }

  var layout: SheetLayout { builder.layout }

  mutating func build(tableNames: inout TableNames, charts: [String: SheetChart]) {
    if isFirst {
      if let logo = report.branding.logo {
        builder.addLogo(logo, alternativeText: report.branding.organization)
      }
      builder.addProse(report.title, style: .reportTitle)
      builder.freezeRowsAbove(builder.row)
      builder.addFacts(report.heading)
      builder.skipRows()
    }
    addTitle()
    var nextTable = tables.makeIterator()
    var starts: [Int] = []
    for section in sections {
      starts.append(builder.row)
      if sections.count > 1 { builder.addProse(section.title, style: .sectionTitle) }
      for block in section.blocks {
        if case .table = block {
          if let table = nextTable.next() { builder.add(table, named: tableNames.unique(table.id)) }
        } else {
          builder.add(block, charts: charts)
        }
        builder.skipRows()
      }
    }
    freezeHeader()
    setPages(starts)
  }

  /// What stays in view: the title of the section, or that there are several.
  private mutating func addTitle() {
    builder.addProse(
      sections.count > 1 ? builder.contents.words.more : sections.first?.title ?? "", style: .sectionTitle)
    if !isFirst { builder.freezeRowsAbove(builder.row) }
    if let changed = report.whatIf?.changed { builder.add(changed) } else { builder.skipRows() }
    if isFirst { builder.skipRows() }
  }

  private mutating func setPages(_ starts: [Int]) {
    // A picture, a few rows and a sentence are no more than a page.
    if sections.count == 1, sections[0].part == .choice,
      report.sections.contains(where: { $0.part == .pageOne })
    {
      return builder.fillOnePage()
    }
    builder.shrinkToOnePage()
    guard !layout.page.isOnePage else { return }
    if sections.count > 1 {
      builder.printWithoutFrozenRows()
      builder.printOnTwoPages(startingAt: Array(starts.dropFirst()))
    } else {
      builder.breakBeforeCharts()
    }
  }

  /// The header of the one table that the sheet starts with stays in view too, when there is room.
  private mutating func freezeHeader() {
    guard !isFirst, tables.count == 1, case .table = sections.first?.blocks.first,
      let header = layout.tables.first?.range.first.row
    else { return }
    let heights = layout.rowHeights.filter { $0.row <= header }
    let points = heights.reduce(Double(header + 1 - heights.count) * TextMeasure.lineHeight) {
      $0 + $1.points
    }
    if points <= Self.highestFrozen { builder.freezeRowsAbove(header + 1) }
  }

  private static func columns(
    of blocks: [Block], _ tables: [FlatTable], heading: [Fact], _ contents: CellContents
  ) -> SheetColumns {
    var facts = heading
    var hasForm = false
    for block in blocks {
      switch block {
      case .facts(let more): facts += more
      case .nextSteps: hasForm = true
      case .leadFigures, .paragraph, .passage, .list, .chart, .callout, .table, .smallPrint: break
      }
    }
    let cells = facts.map { (label: $0.label, value: contents.content($0.value)) }
    return SheetColumns(tables: tables, facts: cells, hasForm: hasForm)
  }
}

extension SheetBuilder {
  /// A block that is no table.
  mutating func add(_ block: Block, charts: [String: SheetChart]) {
    switch block {
    case .leadFigures(let figures): addLeadFigures(figures)
    case .facts(let facts): addFacts(facts)
    case .paragraph(let prose): addParagraph(prose)
    case .passage(let title, let paragraphs): addPassage(title, paragraphs)
    case .list(let title, let items): addList(title, items)
    case .callout(let title, let items): addCallout(title, items)
    case .nextSteps(let steps): addForm(steps)
    case .smallPrint(let sentences): addSmallPrint(sentences)
    case .chart(let chart): add(chart, drawn: charts[chart.id])
    case .table: break
    }
  }
}

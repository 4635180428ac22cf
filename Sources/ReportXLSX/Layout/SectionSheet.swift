import ReportModel

/// The sheet of a section: the title, on the first sheet the report's title and heading above it, and the blocks.
struct SectionSheet {
  private let section: Section
  private let report: Report
  private let isFirst: Bool
  /// Of the section's blocks, in their order.
  private let tables: [FlatTable]
  private var builder: SheetBuilder

  /// Wider sheets are printed across.
  private static let widestPortrait = 104.0
  /// In points: what may stay at the top of the screen.
  private static let highestFrozen = 160.0

  init(_ section: Section, isFirst: Bool, name: SheetName, report: Report, contents: CellContents) {
    self.section = section
    self.report = report
    self.isFirst = isFirst
    tables = section.blocks.compactMap {
      if case .table(let table) = $0 { FlatTable(table, contents) } else { nil }
    }
    let columns = Self.columns(of: section, tables, heading: isFirst ? report.heading : [], contents)
    var page = PageSetup(report, contents)
    page.isLandscape = columns.totalWidth > Self.widestPortrait
    builder = SheetBuilder(name: name, columns: columns, contents: contents, page: page)
  }

  var layout: SheetLayout { builder.layout }

  mutating func build(tableNames: inout TableNames, charts: [String: NativeChart]) {
    if isFirst {
      if let logo = report.branding.logo {
        builder.addLogo(logo, alternativeText: report.branding.organization)
      }
      builder.addProse(report.title, style: .reportTitle)
      builder.freezeRowsAbove(builder.row)
      builder.addFacts(report.heading)
      builder.skipRows()
    }
    builder.addProse(section.title, style: .sectionTitle)
    if !isFirst { builder.freezeRowsAbove(builder.row) }
    if let changed = report.whatIf?.changed { builder.add(changed) }
    builder.skipRows()
    var nextTable = tables.makeIterator()
    for block in section.blocks {
      switch block {
      case .leadFigures(let figures): builder.addLeadFigures(figures)
      case .facts(let facts): builder.addFacts(facts)
      case .paragraph(let prose): builder.addParagraph(prose)
      case .passage(let title, let paragraphs): builder.addPassage(title, paragraphs)
      case .list(let title, let items): builder.addList(title, items)
      case .callout(let title, let items): builder.addCallout(title, items)
      case .table:
        if let table = nextTable.next() { builder.add(table, named: tableNames.unique(table.id)) }
      case .nextSteps(let steps): builder.addForm(steps)
      case .smallPrint(let sentences): builder.addSmallPrint(sentences)
      case .chart(let chart): builder.add(chart, drawn: charts[chart.id])
      }
      builder.skipRows()
    }
    freezeHeader()
    if isFirst { builder.shrinkToOnePage() }
    if !layout.page.isOnePage { builder.breakBeforeCharts() }
  }

  /// The header of the one table that the sheet starts with stays in view too, when there is room.
  private mutating func freezeHeader() {
    guard !isFirst, tables.count == 1, case .table = section.blocks.first,
      let header = layout.tables.first?.range.first.row
    else { return }
    let heights = layout.rowHeights.filter { $0.row <= header }
    let points = heights.reduce(Double(header + 1 - heights.count) * TextMeasure.lineHeight) {
      $0 + $1.points
    }
    if points <= Self.highestFrozen { builder.freezeRowsAbove(header + 1) }
  }

  private static func columns(
    of section: Section, _ tables: [FlatTable], heading: [Fact], _ contents: CellContents
  ) -> SheetColumns {
    var facts = heading
    var hasForm = false
    for block in section.blocks {
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

import Calculation
import ReportModel

/// The sheet to start with: page one, and beside it, for the screen alone, links to every sheet and what the what-if
/// starts from.
struct StartSheet {
  private let report: Report
  var builder: SheetBuilder
  var contents: CellContents { builder.contents }
  /// Where the chart starts, and the panel beside it.
  private var panelRow = 0

  var layout: SheetLayout { builder.layout }

  /// Three blocks for the lead figures with gaps between them; then the panel's links, names and values.
  static let columnWidths = [11.0, 11, 11, 1.5, 11, 11, 11, 1.5, 11, 11, 11, 1.5, 27, 1.5, 26, 13]
  /// Those of page one, which are printed.
  static let pageColumns = 0...10
  private static let leadColumns = [0...2, 4...6, 8...10]
  private static let stepColumns = 0...7
  private static let dateColumns = 8...10
  private static let linkColumn = 12
  private static let inputColumns = (name: 14, value: 15)
  /// More inputs than these are on the sheet of the what-if alone.
  private static let mostInputs = 9

  init(
    _ section: Section, name: SheetName, report: Report, contents: CellContents, charts: [String: SheetChart]
  ) {
    self.report = report
    builder = SheetBuilder(
      name: name,
      columns: SheetColumns(widths: Self.columnWidths, proseColumns: Self.pageColumns.count),
      contents: contents, page: PageSetup(report, contents))
    addHead(section)
    for block in section.blocks {
      switch block {
      case .leadFigures(let figures): addLeadFigures(figures)
      case .chart(let chart):
        if panelRow == 0 { panelRow = builder.row }
        builder.add(chart, drawn: charts[chart.id])
      case .nextSteps(let steps): addSteps(steps)
      case .table(let table): addTable(table)
      case .facts, .paragraph, .passage, .list, .callout, .smallPrint:
        builder.add(block, charts: charts)
      }
      builder.skipRows()
    }
    if panelRow == 0 { panelRow = headEnd }
    builder.printOnOnePage(CellRange(rows: 0...max(builder.row - 2, 0), columns: Self.pageColumns))
  }

  // MARK: - Page one

  private var headEnd = 0

  private mutating func addHead(_ section: Section) {
    if let logo = report.branding.logo {
      builder.addLogo(logo, alternativeText: report.branding.organization)
    }
    builder.addProse(section.title, style: .reportTitle)
    builder.freezeRowsAbove(builder.row)
    builder.printWithoutFrozenRows()
    builder.addProse(contents.formatter.text(report.subtitle), style: .subtitle)
    if let changed = report.whatIf?.changed { builder.add(changed) } else { builder.skipRows() }
    headEnd = builder.row
  }

  /// Side by side: what it is, the number in large type, what it means.
  private mutating func addLeadFigures(_ figures: [LeadFigure]) {
    let shown = Array(zip(figures, Self.leadColumns))
    guard !shown.isEmpty else { return }
    let contents = contents
    let formatter = contents.formatter
    addLeadRow(shown, height: nil) { figure in
      (
        .text(formatter.text(figure.label)),
        CellStyle.label.with { $0.topBorder = figure.role == .aim ? .accent : .primary }
      )
    }
    addLeadRow(shown, height: CellStyle.leadFigureHeight) { (contents.content($0.value), .leadFigure) }
    addLeadRow(shown, height: nil) { (.text(formatter.text($0.note)), .label) }
  }

  /// - Parameter height: in points; nil for what the texts need.
  private mutating func addLeadRow(
    _ figures: [(LeadFigure, ClosedRange<Int>)], height: Double?,
    _ cell: (LeadFigure) -> (CellContent, CellStyle)
  ) {
    var heights = height.map { [$0] } ?? []
    for (figure, columns) in figures {
      let (content, style) = cell(figure)
      builder.addMerged(content, columns: columns, style: style)
      if height == nil { heights.append(builder.height(content, columns: columns, style: style)) }
    }
    builder.endRow(heights: heights)
  }

  /// Numbered, each with its date or a place to write one.
  private mutating func addSteps(_ steps: NextSteps) {
    builder.addProse(contents.formatter.text(steps.title), style: .blockTitle)
    for (number, step) in zip(1..., steps.steps) {
      addStep("\(number). \(contents.formatter.text(step.text))", date: step.date, steps)
      if !step.link.isEmpty { addLink(step.link) }
    }
    for _ in 0..<max(0, steps.blankLines) { addStep("", date: "", steps) }
  }

  private mutating func addStep(_ text: String, date: Prose, _ steps: NextSteps) {
    /// In points: room for handwriting.
    let lineHeight = 21.0
    let due = date.isEmpty ? steps.blankDate : contents.formatter.text(date)
    let style =
      date.isEmpty ? CellStyle.formLine.with { $0.fontColor = CellStyle.label.fontColor } : .formLine
    builder.addMerged(.text(text), columns: Self.stepColumns, style: .formLine)
    builder.addMerged(.text(due), columns: Self.dateColumns, style: style)
    builder.endRow(heights: [
      lineHeight, builder.height(.text(text), columns: Self.stepColumns, style: .formLine),
      builder.height(.text(due), columns: Self.dateColumns, style: style),
    ])
  }

  /// Where to look, as a link that can be followed; its address is long, and nothing to read.
  private mutating func addLink(_ prose: Prose) {
    let address = prose.values.compactMap { if case .link(let address) = $0 { address } else { nil } }.first
    let words = contents.formatter.text(
      Prose(prose.runs.filter { if case .value(.link) = $0 { false } else { true } }))
    let text = String(words.reversed().drop { $0 == " " || $0 == ":" }.reversed())
    let style = CellStyle.smallNote.with { $0.isItalic = false }
    let content = address.flatMap(SheetLink.init(web:)).map { CellContent.link($0, text: text) }
    builder.addMerged(content ?? .text(text), columns: Self.pageColumns, style: style)
    builder.endRow(heights: [builder.height(.text(text), columns: Self.pageColumns, style: style)])
  }

  // MARK: - The panel

  /// Links to every sheet, and the inputs of the what-if as they stand there.
  mutating func addPanel(of plan: SheetPlan, whatIf values: WhatIfValues?) {
    guard plan.sheets.count > 1 else { return }
    add(.text(contents.words.contents), panelRow, Self.linkColumn, .panelTitle)
    for (offset, sheet) in plan.sheets.enumerated() {
      let link = SheetLink(to: CellAddress(row: 0, column: 0), on: sheet.name)
      add(.link(link, text: sheet.name.text), panelRow + 1 + offset, Self.linkColumn, .panelText)
    }
    guard let (whatIf, name) = plan.whatIf, let values else { return }
    let link = SheetLink(to: CellAddress(row: 0, column: 0), on: name)
    add(.link(link, text: whatIf.title), panelRow, Self.inputColumns.name, .panelTitle)
    add(.blank, panelRow, Self.inputColumns.value, .panelTitle)
    let formats = WhatIfFormats(NumberFormats(style: report.style))
    let inputs = whatIf.inputs.filter { values.named[$0.name] ?? .missing != .missing }
    for (offset, input) in inputs.prefix(Self.mostInputs).enumerated() {
      let row = panelRow + 1 + offset
      add(.text(input.label), row, Self.inputColumns.name, .panelText)
      add(
        formats.shown(input, values.named[input.name] ?? .missing), row, Self.inputColumns.value,
        .panelText.with { $0.alignment = .right })
    }
  }

  private mutating func add(_ content: CellContent, _ row: Int, _ column: Int, _ style: CellStyle) {
    builder.add(content, at: CellAddress(row: row, column: column), style: style)
  }
}

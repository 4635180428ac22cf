import ReportModel

/// Puts one block under another.
struct SheetBuilder {
  private(set) var layout: SheetLayout
  let columns: SheetColumns
  let contents: CellContents
  /// The next free row.
  private(set) var row = 0

  init(name: SheetName, columns: SheetColumns, contents: CellContents, page: PageSetup) {
    self.columns = columns
    self.contents = contents
    layout = SheetLayout(name: name, columnWidths: columns.widths, page: page)
  }

  mutating func skipRows(_ count: Int = 1) { row += count }

  /// Prints the sheet on one page, unless that would make it too small to read.
  mutating func shrinkToOnePage() {
    layout.page.isOnePage = PageBreaks(of: layout).pages(ofRows: row) <= Self.mostPagesOnOne
  }

  /// Prints the sheet on one page, upright or across: as is larger.
  mutating func fillOnePage() {
    layout.page.isOnePage = true
    let scales = [false, true].map { isLandscape in
      layout.page.isLandscape = isLandscape
      return PageBreaks(of: layout).scale(ofRows: row)
    }
    layout.page.isLandscape = scales[1] > scales[0]
  }

  /// Prints the sheet on two pages.
  ///
  /// - Parameter rows: those that a page may start with.
  mutating func printOnTwoPages(startingAt rows: [Int]) {
    guard let (start, emptyColumns) = PageBreaks(of: layout).twoPages(startingAt: rows, end: row) else {
      return
    }
    layout.page.breaks = [start]
    layout.page.printed = CellRange(
      rows: 0...(row - 1), columns: 0...(layout.columnWidths.count - 1 + emptyColumns))
  }

  /// Text of 10 points is printed in 6 then.
  private static let mostPagesOnOne = 1.6

  /// Starts a page where a chart would be cut.
  mutating func breakBeforeCharts() {
    let charts = layout.charts.map { placed in
      placed.address.row...(placed.address.row + Self.rows(ofPixels: placed.chart.heightInPixels))
    }
    layout.page.breaks = PageBreaks(of: layout).rows(before: charts)
  }

  /// How many rows of the default height, 20 pixels, a chart covers.
  static func rows(ofPixels height: Int) -> Int { (height + 19) / 20 }

  /// Prints these cells on one page, and nothing else of the sheet.
  mutating func printOnOnePage(_ cells: CellRange) {
    layout.page.printed = cells
    layout.page.isOnePage = true
  }

  mutating func freezeRowsAbove(_ row: Int) { layout.page.frozenRows = row }

  /// The rows that stay in view are no part of what is printed.
  mutating func printWithoutFrozenRows() { layout.page.repeatsFrozenRows = false }

  /// Text across the sheet; no text takes no room. A long one is continued in the next rows, so that pages break between
  /// rows: what stands in one is cut where a page ends.
  mutating func addProse(_ text: String, style: CellStyle) {
    for piece in TextMeasure.pieces(of: text, in: columns.proseWidth, style: style, lines: Self.longestRow) {
      addRows(of: piece, style: style)
    }
  }

  /// In lines.
  private static let longestRow = 12

  /// In as many rows as the height needs.
  private mutating func addRows(of text: String, style: CellStyle) {
    let last = columns.lastProseColumn
    let height = TextMeasure.height(text, in: columns.proseWidth, style: style)
    let rows = Int((height / ExcelLimits.rowHeight).rounded(.up))
    addMerged(text, rows: row...(row + rows - 1), columns: 0...last, style: style)
    for index in 0..<rows { setHeight(ofRow: row + index, height / Double(rows)) }
    row += rows
  }

  mutating func addMerged(_ text: String, rows: ClosedRange<Int>, columns: ClosedRange<Int>, style: CellStyle)
  {
    let range = CellRange(rows: rows, columns: columns)
    layout.merged.append(SheetLayout.Merged(range: range, text: text, style: style))
  }

  mutating func add(_ content: CellContent, column: Int, style: CellStyle) {
    add(content, at: CellAddress(row: row, column: column), style: style)
  }

  /// Makes room for as many cells: a sheet of thousands would be copied with each doubling of it.
  mutating func reserve(_ count: Int) { layout.cells.reserveCapacity(layout.cells.count + count) }

  mutating func add(_ content: CellContent, at address: CellAddress, style: CellStyle) {
    layout.cells.append(SheetLayout.Cell(address: address, content: content, style: style))
  }

  /// One wide cell of several in the current row, with what a cell can hold.
  mutating func addMerged(_ content: CellContent, columns: ClosedRange<Int>, style: CellStyle) {
    addMerged("", rows: row...row, columns: columns, style: style)
    add(content, column: columns.lowerBound, style: style)
  }

  /// Ends a row; it is as high as the highest of the given texts.
  mutating func endRow(heights: [Double]) {
    setHeight(ofRow: row, heights.reduce(0, max))
    row += 1
  }

  mutating func add(
    _ table: SheetTable, _ formats: [ConditionalFormat], sourceCells: [String: CellAddress]
  ) {
    layout.tables.append(table)
    layout.conditionalFormats += formats
    layout.sourceCells.merge(sourceCells) { first, _ in first }
  }

  /// A logo in a row of its own.
  mutating func addLogo(_ image: PNGImage, alternativeText: String) {
    /// In pixels, 4/3 of a point: wide logos stay low.
    let widest = 320.0
    let height = min(56, widest * Double(image.height) / Double(image.width))
    layout.picture = SheetPicture(
      image: image, cell: CellAddress(row: row, column: 0), height: max(1, Int(height)),
      alternativeText: .plain(alternativeText, limit: ExcelLimits.formulaStringLength))
    endRow(heights: [height * 0.75 + 6])
  }

  /// A chart on rows of its own.
  mutating func addChart(_ chart: SheetChart) {
    let drawn = chart.with(widthInPixels: min(960, max(640, columns.proseWidthInPixels)))
    layout.charts.append(SheetLayout.PlacedChart(address: CellAddress(row: row, column: 0), chart: drawn))
    row += Self.rows(ofPixels: drawn.heightInPixels)
  }

  mutating func add(_ chart: NativeLineChart, at cell: CellAddress) {
    layout.lineCharts.append(SheetLayout.PlacedLineChart(address: cell, chart: chart))
  }

  /// Gives a cell a name that formulas of every sheet can use.
  mutating func define(_ name: String, _ cell: CellAddress) { layout.definedNames.append((name, cell)) }

  /// A cell to enter something into.
  mutating func add(_ rule: InputRule, named name: String) {
    layout.inputRules.append(rule)
    define(name, rule.cells.first)
  }

  /// The height of a content that wraps in some columns.
  func height(_ content: CellContent, columns range: ClosedRange<Int>, style: CellStyle) -> Double {
    guard !content.needsItsWidth else { return TextMeasure.lineHeight }
    return TextMeasure.height(content.shown, in: columns.width(range), style: style)
  }

  mutating func setHeight(ofRow row: Int, _ points: Double) {
    guard points > TextMeasure.lineHeight else { return }
    layout.rowHeights.append((row, min(points, ExcelLimits.rowHeight)))
  }
}

extension SheetBuilder {
  /// The number in large letters under what it is, and over what it means.
  mutating func addLeadFigures(_ figures: [LeadFigure]) {
    for figure in figures {
      addProse(contents.formatter.text(figure.label), style: .label)
      let value = contents.content(figure.value)
      add(value, column: 0, style: .leadFigure)
      endRow(heights: [CellStyle.leadFigureHeight])
      addProse(contents.formatter.text(figure.note), style: .smallNote)
    }
  }

  mutating func addPassage(_ title: Prose, _ paragraphs: [Prose]) {
    addProse(contents.formatter.text(title), style: .blockTitle)
    for paragraph in paragraphs { addParagraph(paragraph) }
  }

  mutating func addSmallPrint(_ sentences: [Prose]) {
    for sentence in sentences { addProse(contents.formatter.text(sentence), style: .smallNote) }
  }

  mutating func addFacts(_ facts: [Fact]) {
    let last = columns.lastProseColumn
    for fact in facts {
      let value = contents.content(fact.value)
      let note = contents.formatter.text(fact.note)
      add(.text(fact.label), column: 0, style: .label)
      add(value, column: 1, style: .body.with { $0.wraps = !value.needsItsWidth })
      if !note.isEmpty { addMerged(note, rows: row...row, columns: 2...last, style: .smallNote) }
      endRow(heights: [
        height(.text(fact.label), columns: 0...0, style: .label), height(value, columns: 1...1, style: .body),
        height(.text(note), columns: 2...last, style: .smallNote),
      ])
    }
  }

  /// Nothing, until the assumption is another than the text describes.
  mutating func add(_ note: ChangedNote) {
    let text = FormulaText.literal(note.text)
    let isSame = "ABS(\(note.name)-\(FormulaText.number(note.amount)))<0.005"
    add(
      .formula(
        "IF(ISNUMBER(\(note.name)),IF(\(isSame),\"\",\(text)),\(text))", value: .missing, format: nil),
      column: 0, style: .changedNote)
    endRow(heights: [])
  }

  mutating func addParagraph(_ prose: Prose) { addProse(contents.formatter.text(prose), style: .body) }

  mutating func addList(_ title: Prose, _ items: [Prose]) {
    addList(title, items, titleStyle: .blockTitle, style: .body)
  }

  mutating func addCallout(_ title: Prose, _ items: [Prose]) {
    addList(title, items, titleStyle: .caveatTitle, style: .caveat)
  }

  private mutating func addList(_ title: Prose, _ items: [Prose], titleStyle: CellStyle, style: CellStyle) {
    addProse(contents.formatter.text(title), style: titleStyle)
    for item in items { addProse("• " + contents.formatter.text(item), style: style) }
  }

  /// - Parameter drawn: nil when the chart has no bars: then it is its title and its description.
  mutating func add(_ block: Chart, drawn: SheetChart?) {
    if let drawn {
      addChart(drawn)
    } else {
      addProse(contents.formatter.text(block.title), style: .blockTitle)
      addProse(contents.formatter.text(block.alternativeText), style: .body)
    }
    addProse(contents.formatter.text(block.source), style: .smallNote)
  }

  /// Lines to write on by hand, each with a place for a date at its end.
  mutating func addForm(_ form: NextSteps) {
    /// In points: room for handwriting.
    let lineHeight = 24.0
    let dateColumn = columns.lastProseColumn
    let stepColumns = 0...(dateColumn - 1)
    addProse(contents.formatter.text(form.title), style: .blockTitle)
    addMerged(form.stepHeader, rows: row...row, columns: stepColumns, style: .formHeader)
    add(.text(form.dateHeader), column: dateColumn, style: .formHeader)
    endRow(heights: [height(.text(form.dateHeader), columns: dateColumn...dateColumn, style: .formHeader)])
    let blanks = [String](repeating: "", count: max(0, form.blankLines))
    let steps = form.steps.map { step in
      (
        contents.formatter.text(
          Prose.joined([step.text, step.link].filter { !$0.isEmpty }, separator: ". ")),
        contents.formatter.text(step.date)
      )
    }
    for (step, date) in steps + blanks.map({ ($0, "") }) {
      addMerged(step, rows: row...row, columns: stepColumns, style: .formLine)
      add(date.isEmpty ? .blank : .text(date), column: dateColumn, style: .formLine)
      endRow(heights: [
        lineHeight, height(.text(step), columns: stepColumns, style: .formLine),
        height(.text(date), columns: dateColumn...dateColumn, style: .formLine),
      ])
    }
  }
}

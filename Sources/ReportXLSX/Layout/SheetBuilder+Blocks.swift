import ReportModel

extension SheetBuilder {
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

  mutating func addNotes(_ title: Prose, _ items: [Prose]) {
    addList(title, items, titleStyle: .caveatTitle, style: .caveat)
  }

  private mutating func addList(_ title: Prose, _ items: [Prose], titleStyle: CellStyle, style: CellStyle) {
    addProse(contents.formatter.text(title), style: titleStyle)
    for item in items { addProse("• " + contents.formatter.text(item), style: style) }
  }

  /// - Parameter drawn: nil when the chart has no bars: then it is its title and its description.
  mutating func add(_ block: Chart, drawn: NativeChart?) {
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
    for step in form.steps.map(contents.formatter.text) + blanks {
      addMerged(step, rows: row...row, columns: stepColumns, style: .formLine)
      add(.blank, column: dateColumn, style: .formLine)
      endRow(heights: [lineHeight, height(.text(step), columns: stepColumns, style: .formLine)])
    }
  }
}

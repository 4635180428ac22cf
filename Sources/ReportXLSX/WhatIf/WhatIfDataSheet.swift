import Calculation
import ReportModel

/// The sheet behind the what-if: the tables that its formulas look up, the rows that they found, and the points of
/// its chart.
struct WhatIfDataSheet {
  private(set) var layout: SheetLayout
  /// The cells of each column.
  private(set) var cells: [Formula.TableColumn: CellRange] = [:]
  private(set) var columns: [Formula.TableColumn: (cells: String, kind: WhatIfColumn.Kind)] = [:]
  let formats: WhatIfFormats
  let words: WorkbookWords
  /// The next free row.
  var row = 0

  private static let firstWidth = 44.0
  private static let width = 18.0
  private static let widest = 24

  init(name: SheetName, page: PageSetup, formats: WhatIfFormats, words: WorkbookWords) {
    self.formats = formats
    self.words = words
    layout = SheetLayout(
      name: name, isHidden: true,
      columnWidths: [Self.firstWidth] + [Double](repeating: Self.width, count: Self.widest),
      page: page)
    layout.page.isLandscape = true
    row = layout.addTitle(name.text)
  }

  mutating func addTables(_ tables: [WhatIfTable]) {
    let count = tables.reduce(0) { $0 + $1.columns.reduce(0) { $0 + $1.cells.count + 1 } }
    layout.cells.reserveCapacity(layout.cells.count + count)
    for table in tables {
      addHeading(table.title, table.columns.map(\.header))
      let rows = row...(row + table.columns[0].cells.count - 1)
      for (place, column) in table.columns.enumerated() {
        let range = CellRange(rows: rows, columns: place...place)
        let reference = Formula.TableColumn(table.id, column.id)
        cells[reference] = range
        columns[reference] = (range.reference(on: layout.name), column.kind)
        for (offset, value) in column.cells.enumerated() {
          addValue(value, at: CellAddress(row: rows.lowerBound + offset, column: place))
        }
      }
      row = rows.upperBound + 2
    }
  }

  mutating func addSteps(_ steps: [WhatIfFormula], _ formulas: FormulaText, _ values: WhatIfValues) {
    guard !steps.isEmpty else { return }
    addHeading(words.foundRows, [words.name, words.row])
    for step in steps {
      addText(step.name, column: 0, style: .body)
      let cell = CellAddress(row: row, column: 1)
      add(
        .formula(formulas.text(step.formula), value: values.named[step.name] ?? .missing, format: "0"),
        at: cell)
      layout.definedNames.append((step.name, cell))
      row += 1
    }
    row += 1
  }

  // MARK: - Cells

  mutating func addHeading(_ title: String, _ headers: [String]) {
    addText(title, column: 0, style: CellStyle.blockTitle.with { $0.wraps = false })
    row += 1
    guard !headers.isEmpty else { return }
    for (column, header) in headers.enumerated() { addText(header, column: column, style: .formHeader) }
    layout.rowHeights.append(
      (row, headers.map { TextMeasure.height($0, in: Self.width, style: .formHeader) }.reduce(15, max)))
    row += 1
  }

  /// What is not known stands as an error, so that no chart draws it; nobody needs to read it.
  mutating func hideErrors(_ cells: CellRange) {
    layout.conditionalFormats.append(ConditionalFormat(range: cells, look: .hiddenErrors))
  }

  private mutating func addValue(_ value: FormulaValue, at cell: CellAddress) {
    switch value {
    case .number(let number): add(.number(number, format: "#,##0.##", shown: ""), at: cell)
    case .text(let text): add(.text(text), at: cell)
    case .missing, .bounded: break
    }
  }

  mutating func add(
    _ content: CellContent, at cell: CellAddress, style: CellStyle = CellStyle()
  ) {
    layout.cells.append(SheetLayout.Cell(address: cell, content: content, style: style))
  }

  mutating func addText(_ text: String, column: Int, style: CellStyle) {
    add(.text(text), at: CellAddress(row: row, column: column), style: style)
  }
}

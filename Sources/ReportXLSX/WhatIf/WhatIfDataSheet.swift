import Calculation
import ReportModel

/// The sheet behind the what-if: the tables that its formulas look up, the rows that they found, and the points of
/// its chart.
struct WhatIfDataSheet {
  private(set) var layout: SheetLayout
  /// The cells of each column.
  private(set) var cells: [Formula.TableColumn: CellRange] = [:]
  private(set) var columns: [Formula.TableColumn: (cells: String, kind: WhatIfColumn.Kind)] = [:]
  private let formats: WhatIfFormats
  private let words: WorkbookWords
  private var row = 0

  private static let firstWidth = 44.0
  private static let width = 18.0
  private static let widest = 24

  init(name: SheetName, page: PageSetup, formats: WhatIfFormats, words: WorkbookWords) {
    self.formats = formats
    self.words = words
    layout = SheetLayout(
      name: name, columnWidths: [Self.firstWidth] + [Double](repeating: Self.width, count: Self.widest),
      page: page)
    layout.page.isLandscape = true
    row = layout.addTitle(name.text)
  }

  mutating func addTables(_ tables: [WhatIfTable]) {
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

  /// The points of the chart. From the horizon on every point is that of the horizon, so that the lines end there.
  ///
  /// A way ahead that cannot be calculated lies on the first one, and its name says so; without that it is 0.
  mutating func addChart(
    _ projection: Projection, _ table: ProjectionCells, on sheet: SheetName, _ values: WhatIfValues,
    _ formulas: FormulaText
  ) -> NativeLineChart {
    addHeading(projection.chartTitle, [])
    let points = ProjectionPoints(projection, values, words: words)
    let header = row
    addText(projection.yearHeader, column: 0, style: .formHeader)
    let years = table.years.reference(on: sheet)
    let first = header + 1
    let horizon = projection.horizon
    for year in 0...projection.lastYear {
      let place = "MIN(\(year),IF(ISNUMBER(\(horizon)),\(horizon),0))"
      add(
        .formula(place, value: .number(points.years[year]), format: "0"),
        at: CellAddress(row: first + year, column: 0))
    }
    let rows = first...(first + projection.lastYear)
    let stay = table.paths.first.map { $0.reference(on: sheet) } ?? years
    let series = projection.paths.enumerated().map { index, path in
      let amounts = table.paths[index].reference(on: sheet)
      let isKnown = "ISNUMBER(INDEX(\(amounts),1))"
      let nameCell = CellAddress(row: header, column: index + 1)
      let unknown = FormulaText.literal("\(path.label) \(words.unknownPath)")
      let name = "IF(\(isKnown),\(FormulaText.literal(path.label)),\(unknown))"
      add(.formula(name, value: .text(points.names[index]), format: nil), at: nameCell, style: .formHeader)
      for year in 0...projection.lastYear {
        let place = "\(CellAddress(row: first + year, column: 0).absolute)+1"
        let own = "INDEX(\(amounts),\(place))"
        let other = "INDEX(\(stay),\(place))"
        let formula = "IF(ISNUMBER(\(own)),\(own),IF(ISNUMBER(\(other)),\(other),0))"
        add(
          .formula(formula, value: .number(points.amounts[index][year]), format: "#,##0"),
          at: CellAddress(row: first + year, column: index + 1))
      }
      return NativeLineChart.Series(
        name: nameCell, nameText: points.names[index],
        values: CellRange(rows: rows, columns: (index + 1)...(index + 1)), numbers: points.amounts[index])
    }
    row = rows.upperBound + 2
    return NativeLineChart(
      dataSheet: layout.name, title: .chartName(projection.chartTitle),
      alternativeText: .plain(projection.alternativeText), horizontalAxis: .chartName(projection.yearHeader),
      verticalAxis: .chartName(projection.amountAxis),
      verticalFormat: formats.input(.dollars).split(separator: ";").last.map(String.init) ?? "#,##0",
      places: CellRange(rows: rows, columns: 0...0), placeNumbers: points.years, series: series,
      widthInPixels: 720, heightInPixels: 320)
  }

  // MARK: - Cells

  private mutating func addHeading(_ title: String, _ headers: [String]) {
    addText(title, column: 0, style: CellStyle.blockTitle.with { $0.wraps = false })
    row += 1
    guard !headers.isEmpty else { return }
    for (column, header) in headers.enumerated() { addText(header, column: column, style: .formHeader) }
    layout.rowHeights.append(
      (row, headers.map { TextMeasure.height($0, in: Self.width, style: .formHeader) }.reduce(15, max)))
    row += 1
  }

  private mutating func addValue(_ value: FormulaValue, at cell: CellAddress) {
    switch value {
    case .number(let number): add(.number(number, format: "#,##0.##", shown: ""), at: cell)
    case .text(let text): add(.text(text), at: cell)
    case .missing, .bounded: break
    }
  }

  private mutating func add(
    _ content: CellContent, at cell: CellAddress, style: CellStyle = CellStyle()
  ) {
    layout.cells.append(SheetLayout.Cell(address: cell, content: content, style: style))
  }

  private mutating func addText(_ text: String, column: Int, style: CellStyle) {
    add(.text(text), at: CellAddress(row: row, column: column), style: style)
  }
}

/// Where the projection stands on the sheet to work with.
struct ProjectionCells {
  let years: CellRange
  let paths: [CellRange]
}

/// What the chart of a projection shows: the second calculation of the formulas of its cells.
private struct ProjectionPoints {
  let years: [Double]
  let amounts: [[Double]]
  let names: [String]

  init(_ projection: Projection, _ values: WhatIfValues, words: WorkbookWords) {
    let horizon = values.named[projection.horizon]?.number ?? 0
    let years = (0...projection.lastYear).map { min(Double($0), horizon) }
    let stay = values.projected.first ?? []
    amounts = values.projected.map { path in
      years.map { year in
        let index = Int(year)
        return path[index].number ?? (index < stay.count ? stay[index].number : nil) ?? 0
      }
    }
    names = zip(projection.paths, values.projected).map { path, amounts in
      amounts.first?.number == nil ? "\(path.label) \(words.unknownPath)" : path.label
    }
    self.years = years
  }
}

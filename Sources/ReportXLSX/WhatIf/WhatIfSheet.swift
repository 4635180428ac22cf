import Calculation
import ReportModel

/// The two sheets of a what-if: the one to work with, and the one with the data that its formulas look up.
struct WhatIfSheets {
  private(set) var sheet: SheetLayout
  private(set) var dataSheet: SheetLayout

  /// - Throws: ``FormulaError`` when the what-if's formulas are wrong.
  init(
    _ whatIf: WhatIf, name: SheetName, dataName: SheetName, report: Report, contents: CellContents
  ) throws(FormulaError) {
    let values = try whatIf.values()
    let formats = WhatIfFormats(NumberFormats(style: report.style))
    let page = PageSetup(report, contents)
    var data = WhatIfDataSheet(name: dataName, page: page, formats: formats, words: contents.words)
    data.addTables(whatIf.tables)
    let formulas = FormulaText(columns: data.columns, replacements: formats.replacements(whatIf.inputs))
    data.addSteps(whatIf.steps, formulas, values)
    var main = WhatIfSheet(
      whatIf, values, name: name, page: page, formats: formats, formulas: formulas,
      lists: data.cells, dataName: dataName, contents: contents)
    if let projection = whatIf.projection {
      let cells = main.addProjection(projection)
      let chart = data.addChart(projection, cells, on: name, values, formulas)
      main.place(chart)
    }
    sheet = main.layout
    dataSheet = data.layout
  }
}

/// How the numbers of a what-if stand in cells.
struct WhatIfFormats {
  private let formats: NumberFormats

  init(_ formats: NumberFormats) { self.formats = formats }

  /// The format of results of a unit.
  func result(_ unit: Unit, isDifference: Bool = false) -> String? {
    formats.format(Quantity(isDifference ? 1000 : 1000.5, unit, .statedByClient, isDifference: isDifference))
  }

  /// The format of what a person enters.
  func input(_ unit: Unit) -> String {
    switch unit {
    case .dollars, .dollarsPerYear, .dollarsPerHour:
      "[<1000]\(formats.labelFormat(.dollarsPerHour));\(formats.labelFormat(.dollarsPerYear))"
    case .percent: "0.0%"
    case .percentile, .index, .months, .years, .hoursPerWeek, .count: "General"
    }
  }

  /// Percents stand in cells as parts of one.
  func number(_ number: Double, _ unit: Unit) -> Double { unit == .percent ? number / 100 : number }

  func formula(_ text: String, _ unit: Unit) -> String {
    unit == .percent ? "IFERROR(\(text)/100,\"\")" : text
  }

  func replacements(_ inputs: [WhatIfInput]) -> [String: String] {
    var replacements: [String: String] = [:]
    for input in inputs {
      if case .number(_, .percent) = input.kind {
        replacements[input.name] = "IF(\(input.name)=\"\",\"\",\(input.name)*100)"
      }
    }
    return replacements
  }
}

/// The sheet to work with: assumptions, the chart, results, and the years.
struct WhatIfSheet {
  private let whatIf: WhatIf
  private let values: WhatIfValues
  private let formats: WhatIfFormats
  private let formulas: FormulaText
  private var builder: SheetBuilder
  private let chartRow: Int

  /// The label, and a column for each way ahead.
  private static let widths = [40.0, 28, 17, 17, 17]
  private static let chartRows = 17

  /// - Parameter lists: the cells of the columns with the choices, on the sheet with the data.
  init(
    _ whatIf: WhatIf, _ values: WhatIfValues, name: SheetName, page: PageSetup, formats: WhatIfFormats,
    formulas: FormulaText, lists: [Formula.TableColumn: CellRange], dataName: SheetName,
    contents: CellContents
  ) {
    self.whatIf = whatIf
    self.values = values
    self.formats = formats
    self.formulas = formulas
    builder = SheetBuilder(
      name: name, columns: SheetColumns(widths: Self.widths), contents: contents, page: page)
    builder.addProse(whatIf.title, style: .sectionTitle)
    builder.freezeRowsAbove(builder.row)
    builder.addProse(contents.formatter.text(whatIf.introduction), style: .body)
    builder.skipRows()
    builder.addProse(whatIf.inputTitle, style: .blockTitle)
    for input in whatIf.inputs { Self.add(input, to: &builder, values, formats, lists, dataName) }
    builder.skipRows()
    chartRow = builder.row
    if whatIf.projection != nil { builder.skipRows(Self.chartRows) }
    for group in whatIf.groups { add(group) }
    for note in whatIf.notes {
      builder.addProse("• " + contents.formatter.text(note), style: .caveat)
    }
    builder.skipRows()
  }

  var layout: SheetLayout { builder.layout }

  private static func add(
    _ input: WhatIfInput, to builder: inout SheetBuilder, _ values: WhatIfValues, _ formats: WhatIfFormats,
    _ lists: [Formula.TableColumn: CellRange], _ dataName: SheetName
  ) {
    let cell = CellAddress(row: builder.row, column: 1)
    let value = values.named[input.name] ?? .missing
    let kind: InputRule.Kind
    let content: CellContent
    switch input.kind {
    case .choice(let column):
      guard let list = lists[column] else {
        preconditionFailure("the what-if has the choices of \(input.name)")
      }
      kind = .list(list, on: dataName)
      content = value.text.map(CellContent.text) ?? .blank
    case .number(let range, let unit):
      kind = .number(formats.number(range.lowerBound, unit)...formats.number(range.upperBound, unit))
      content =
        value.number.map { .number(formats.number($0, unit), format: formats.input(unit), shown: "") }
        ?? .blank
    }
    builder.add(.text(input.label), column: 0, style: .label)
    let format = Self.format(of: input, formats)
    builder.add(content, column: 1, style: CellStyle.input.with { $0.numberFormat = format })
    builder.add(
      .text(input.hint), column: 2,
      style: CellStyle.smallNote.with {
        $0.wraps = false
        $0.indent = 1
      })
    builder.add(InputRule(cell: cell, kind: kind, title: input.label, hint: input.hint), named: input.name)
    builder.endRow(heights: [TextMeasure.height(input.label, in: widths[0], style: .label)])
  }

  private static func format(of input: WhatIfInput, _ formats: WhatIfFormats) -> String? {
    if case .number(_, let unit) = input.kind { formats.input(unit) } else { nil }
  }

  private mutating func add(_ group: WhatIfGroup) {
    builder.addProse(group.title, style: .blockTitle)
    for result in group.results {
      let formula = result.formula
      let cell = CellAddress(row: builder.row, column: 1)
      builder.add(.text(formula.label), column: 0, style: .label)
      builder.add(
        content(
          formulas.text(formula.formula), values.named[formula.name] ?? .missing, result.unit,
          formats.result(result.unit, isDifference: result.isDifference)),
        column: 1, style: .result)
      builder.define(formula.name, cell)
      if result.note != .missing {
        let note = values.notes[formula.name] ?? .missing
        builder.add(
          .formula(formulas.text(result.note), value: note, format: nil), column: 2,
          style: CellStyle.smallNote.with {
            $0.wraps = false
            $0.indent = 1
          })
      }
      builder.endRow(heights: [TextMeasure.height(formula.label, in: Self.widths[0], style: .label)])
    }
    builder.skipRows()
  }

  private func content(
    _ formula: String, _ value: FormulaValue, _ unit: Unit, _ format: String?
  ) -> CellContent {
    let shown: FormulaValue =
      if case .number(let number) = value { .number(formats.number(number, unit)) } else { value }
    return .formula(formats.formula(formula, unit), value: shown, format: format)
  }

  // MARK: - Projection

  /// A row for each year there can be; those after the horizon are empty.
  mutating func addProjection(_ projection: Projection) -> ProjectionCells {
    builder.addProse(builder.contents.formatter.text(projection.title), style: .blockTitle)
    builder.addProse(builder.contents.formatter.text(projection.source), style: .smallNote)
    let headers = [projection.yearHeader] + projection.paths.map(\.label)
    for (column, header) in headers.enumerated() {
      let style = CellStyle.formHeader.with { $0.alignment = column == 0 ? .left : .right }
      builder.add(.text(header), column: column, style: style)
    }
    builder.endRow(heights: headers.map { TextMeasure.height($0, in: Self.widths[2], style: .formHeader) })
    let rows = builder.row...(builder.row + projection.lastYear)
    for year in 0...projection.lastYear { addYear(year, projection) }
    // The rows after the horizon hold formulas that come to nothing, which some programs print as pages of nothing. A
    // horizon that is made longer in the workbook is printed as far as the page goes.
    let horizon = Int(values.named[projection.horizon]?.number ?? 0)
    builder.printUpToPage(ofRow: rows.lowerBound + min(max(horizon, 0), projection.lastYear))
    builder.skipRows()
    return ProjectionCells(
      years: CellRange(rows: rows, columns: 0...0),
      paths: projection.paths.indices.map { CellRange(rows: rows, columns: ($0 + 1)...($0 + 1)) })
  }

  /// A year after the horizon shows nothing.
  private mutating func addYear(_ year: Int, _ projection: Projection) {
    let row = builder.row
    let yearCell = CellAddress(row: row, column: 0)
    let horizon = projection.horizon
    let isShown = "AND(ISNUMBER(\(horizon)),\(year)<=N(\(horizon)))"
    let isWithin = Double(year) <= values.named[horizon]?.number ?? -1
    builder.add(
      .formula(
        "IF(\(isShown),\(year),\"\")", value: isWithin ? .number(Double(year)) : .missing, format: "0"),
      column: 0, style: CellStyle())
    for (index, path) in projection.paths.enumerated() {
      let above = CellAddress(row: row - 1, column: index + 1).absolute
      let text = FormulaText(
        columns: formulas.columns,
        replacements: formulas.replacements.merging([
          Projection.year: yearCell.absolute, Projection.previous: above,
        ]) { $1 })
      let amount = text.text(year == 0 ? path.start : path.next)
      builder.add(
        .formula(
          "IF(\(yearCell.absolute)=\"\",\"\",\(amount))",
          value: isWithin ? values.projected[index][year] : .missing, format: formats.result(.dollars)),
        column: index + 1, style: CellStyle(alignment: .right))
    }
    builder.endRow(heights: [])
  }

  mutating func place(_ chart: NativeLineChart) {
    builder.add(chart, at: CellAddress(row: chartRow, column: 0))
  }
}

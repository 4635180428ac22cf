import Calculation
import ReportModel

/// The two sheets of a what-if: the one to work with, and the hidden one with the data that its formulas look up and
/// the years that its chart draws.
struct WhatIfSheets {
  let sheet: SheetLayout
  let dataSheet: SheetLayout
  let values: WhatIfValues

  /// - Throws: ``FormulaError`` when the what-if's formulas are wrong.
  init(
    _ whatIf: WhatIf, name: SheetName, dataName: SheetName, report: Report, contents: CellContents
  ) throws(FormulaError) {
    values = try whatIf.values()
    let formats = WhatIfFormats(NumberFormats(style: report.style))
    let page = PageSetup(report, contents)
    var data = WhatIfDataSheet(name: dataName, page: page, formats: formats, words: contents.words)
    data.addTables(whatIf.tables)
    let formulas = FormulaText(columns: data.columns, replacements: formats.replacements(whatIf.inputs))
    data.addSteps(whatIf.steps, formulas, values)
    var chart: NativeLineChart?
    if let projection = whatIf.projection {
      chart = data.addProjection(projection, values, formulas, contents)
    }
    sheet =
      WhatIfSheet(
        whatIf, values, name: name, page: page, formats: formats, formulas: formulas,
        lists: data.cells, dataName: dataName, chart: chart, contents: contents
      ).layout
    dataSheet = data.layout
  }
}

/// The sheet to work with: on the first screen the inputs at the left, what now is beside what would be, and the chart
/// at the right; below it every result with what it rests on.
struct WhatIfSheet {
  private let whatIf: WhatIf
  private let values: WhatIfValues
  private let formats: WhatIfFormats
  private let formulas: FormulaText
  private let lists: [Formula.TableColumn: CellRange]
  private let dataName: SheetName
  private var builder: SheetBuilder

  var layout: SheetLayout { builder.layout }

  /// An input and its cell, a gap; a result, now and what if, a gap; the chart. With the margin of the sheet this is
  /// what a screen of 1366 pixels shows.
  static let columnWidths = [31.0, 17, 1.5, 33, 12, 12, 1.5] + [Double](repeating: 7.5, count: 8)
  private static let resultColumns = (label: 3, now: 4, whatIf: 5)
  private static let chartColumns = 7...14
  private static let chartSize = (width: 460, height: 400)
  /// Below the first screen.
  private static let detailColumns = (label: 0, now: 1, whatIf: 3, note: 4)

  /// - Parameter lists: the cells of the columns with the choices, on the sheet with the data.
  init(
    _ whatIf: WhatIf, _ values: WhatIfValues, name: SheetName, page: PageSetup, formats: WhatIfFormats,
    formulas: FormulaText, lists: [Formula.TableColumn: CellRange], dataName: SheetName,
    chart: NativeLineChart?, contents: CellContents
  ) {
    self.whatIf = whatIf
    self.values = values
    self.formats = formats
    self.formulas = formulas
    self.lists = lists
    self.dataName = dataName
    var page = page
    page.isLandscape = true
    builder = SheetBuilder(
      name: name, columns: SheetColumns(widths: Self.columnWidths), contents: contents, page: page)
    builder.addProse(whatIf.title, style: .sectionTitle)
    builder.freezeRowsAbove(builder.row)
    builder.printWithoutFrozenRows()
    builder.addProse(contents.formatter.text(whatIf.introduction), style: .body)
    addFirstScreen(chart)
    let end = builder.row - 1
    builder.printOnOnePage(CellRange(rows: 0...end, columns: 0...(Self.columnWidths.count - 1)))
    builder.skipRows()
    addEveryResult()
  }

  // MARK: - The first screen

  /// What stands at the right of the inputs, line by line.
  private enum Line {
    case title(String)
    case result(WhatIfResult)
  }

  private mutating func addFirstScreen(_ chart: NativeLineChart?) {
    if var chart {
      (chart.widthInPixels, chart.heightInPixels) = Self.chartSize
      builder.add(chart, at: CellAddress(row: builder.row, column: Self.chartColumns.lowerBound))
    }
    builder.add(.text(whatIf.inputTitle), column: 0, style: .formHeader)
    builder.add(.blank, column: 1, style: .formHeader)
    addResultHeader(Self.resultColumns.label, Self.resultColumns.now, Self.resultColumns.whatIf)
    builder.endRow(heights: [])
    let lines = Self.lines(of: whatIf)
    let count = max(whatIf.inputs.count, lines.count)
    for index in 0..<count {
      // Below the chart.
      if index == count - 1, let projection = whatIf.projection {
        let hasRange = projection.paths.contains { $0.high != nil }
        let said =
          [builder.contents.formatter.text(projection.source)]
          + (hasRange ? [projection.range.highEnd] : [])
        builder.addMerged(
          .text(said.joined(separator: " ")), columns: Self.chartColumns,
          style: .smallNote)
      }
      var heights: [Double] = []
      if index < whatIf.inputs.count { heights.append(add(whatIf.inputs[index])) }
      if index < lines.count { heights.append(add(lines[index])) }
      builder.endRow(heights: heights)
    }
  }

  /// The results to see first, under the titles of their groups; the first group needs none.
  private static func lines(of whatIf: WhatIf) -> [Line] {
    whatIf.groups.enumerated().flatMap { index, group -> [Line] in
      let main = group.results.filter(\.isMain)
      return (index == 0 || main.isEmpty ? [] : [.title(group.title)]) + main.map(Line.result)
    }
  }

  private mutating func addResultHeader(_ label: Int, _ now: Int, _ whatIf: Int) {
    let words = builder.contents.words
    let right = CellStyle.formHeader.with { $0.alignment = .right }
    builder.add(.blank, column: label, style: .formHeader)
    builder.add(.text(words.now), column: now, style: right)
    builder.add(.text(words.whatIf), column: whatIf, style: right)
  }

  /// - Returns: the height that it needs, in points.
  private mutating func add(_ input: WhatIfInput) -> Double {
    let cell = CellAddress(row: builder.row, column: 1)
    let value = values.named[input.name] ?? .missing
    let kind: InputRule.Kind
    switch input.kind {
    case .choice(let column):
      guard let list = lists[column] else {
        preconditionFailure("the what-if has the choices of \(input.name)")
      }
      kind = .list(list, on: dataName)
    case .number(let range, let unit):
      kind = .number(formats.number(range.lowerBound, unit)...formats.number(range.upperBound, unit))
    }
    builder.add(.text(input.label), column: 0, style: .label)
    builder.add(
      formats.content(input, value), column: 1,
      style: CellStyle.input.with { $0.numberFormat = formats.format(of: input) })
    builder.add(InputRule(cell: cell, kind: kind, title: input.label, hint: input.hint), named: input.name)
    return builder.height(.text(input.label), columns: 0...0, style: .label)
  }

  private mutating func add(_ line: Line) -> Double {
    let column = Self.resultColumns.label
    switch line {
    case .title(let title):
      builder.add(.text(title), column: column, style: .resultTitle)
      return TextMeasure.lineHeight
    case .result(let result):
      let name = result.formula.name
      builder.add(.text(result.formula.label), column: column, style: .resultLabel)
      builder.add(now(result), column: Self.resultColumns.now, style: .present)
      builder.add(
        .formula(
          "IF(\(name)=\"\",\"\",\(name))", value: shown(result), format: format(result)),
        column: Self.resultColumns.whatIf, style: .result)
      return TextMeasure.lineHeight
    }
  }

  // MARK: - Every result

  private mutating func addEveryResult() {
    builder.addProse(builder.contents.words.everyResult, style: .blockTitle)
    addResultHeader(Self.detailColumns.label, Self.detailColumns.now, Self.detailColumns.whatIf)
    builder.endRow(heights: [])
    for group in whatIf.groups {
      builder.add(.text(group.title), column: 0, style: .resultTitle)
      builder.endRow(heights: [])
      for result in group.results { addDetail(result) }
    }
    builder.skipRows()
    for note in whatIf.notes {
      builder.addProse("• " + builder.contents.formatter.text(note), style: .caveat)
    }
  }

  /// The cell that has the name.
  private mutating func addDetail(_ result: WhatIfResult) {
    let formula = result.formula
    let cell = CellAddress(row: builder.row, column: Self.detailColumns.whatIf)
    builder.add(.text(formula.label), column: Self.detailColumns.label, style: .label)
    builder.add(now(result), column: Self.detailColumns.now, style: .present)
    builder.add(
      .formula(
        formats.formula(formulas.text(formula.formula), result.unit), value: shown(result),
        format: format(result)), at: cell, style: .result)
    builder.define(formula.name, cell)
    if result.note != .missing {
      builder.add(
        .formula(formulas.text(result.note), value: values.notes[formula.name] ?? .missing, format: nil),
        column: Self.detailColumns.note,
        style: CellStyle.smallNote.with {
          $0.wraps = false
          $0.indent = 1
        })
    }
    builder.endRow(heights: [builder.height(.text(formula.label), columns: 0...0, style: .label)])
  }

  private func shown(_ result: WhatIfResult) -> FormulaValue {
    let value = values.named[result.formula.name] ?? .missing
    return if case .number(let number) = value { .number(formats.number(number, result.unit)) } else { value }
  }

  private func format(_ result: WhatIfResult) -> String? {
    formats.result(result.unit, isDifference: result.isDifference)
  }

  /// What the profile says, whatever the inputs.
  private func now(_ result: WhatIfResult) -> CellContent {
    switch shown(result) {
    case .number(let number):
      format(result).map { .number(number, format: $0, shown: "") }
        ?? .number(number, format: "General", shown: "")
    case .text(let text): .text(text)
    case .missing, .bounded: .blank
    }
  }
}

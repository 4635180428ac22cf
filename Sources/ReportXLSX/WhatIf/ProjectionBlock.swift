import Calculation
import ReportModel

extension WhatIfDataSheet {
  /// The years of a projection, and the points of its chart.
  mutating func addProjection(
    _ projection: Projection, _ values: WhatIfValues, _ formulas: FormulaText, _ contents: CellContents
  ) -> NativeLineChart {
    let lines = ProjectedLine.all(projection, values, words)
    let years = addYears(projection, lines, values, formulas, contents)
    return addChart(projection, lines, years, values)
  }

  /// A row for each year there can be; those after the horizon are empty.
  private mutating func addYears(
    _ projection: Projection, _ lines: [ProjectedLine], _ values: WhatIfValues, _ formulas: FormulaText,
    _ contents: CellContents
  ) -> CellRange {
    addHeading(
      contents.formatter.text(projection.title), [projection.yearHeader] + lines.map(\.name))
    let rows = row...(row + projection.lastYear)
    let texts = lines.map { (start: YearFormula($0.start, formulas), next: YearFormula($0.next, formulas)) }
    for year in 0...projection.lastYear { addYear(year, projection, lines, values, texts) }
    row += 1
    return CellRange(rows: rows, columns: 0...lines.count)
  }

  /// A year after the horizon shows nothing.
  private mutating func addYear(
    _ year: Int, _ projection: Projection, _ lines: [ProjectedLine], _ values: WhatIfValues,
    _ texts: [(start: YearFormula, next: YearFormula)]
  ) {
    let yearCell = CellAddress(row: row, column: 0)
    let horizon = projection.horizon
    let isShown = "AND(ISNUMBER(\(horizon)),\(year)<=N(\(horizon)))"
    let isWithin = Double(year) <= values.named[horizon]?.number ?? -1
    add(
      .formula(
        "IF(\(isShown),\(year),\"\")", value: isWithin ? .number(Double(year)) : .missing, format: "0"),
      at: yearCell)
    for (index, line) in lines.enumerated() {
      let above = CellAddress(row: row - 1, column: index + 1).absolute
      let text = year == 0 ? texts[index].start : texts[index].next
      let amount = text.text(year: yearCell.absolute, previous: above)
      add(
        .formula(
          "IF(\(yearCell.absolute)=\"\",\"\",\(amount))",
          value: isWithin ? line.amounts[year] : .missing, format: formats.result(.dollars)),
        at: CellAddress(row: row, column: index + 1))
    }
    row += 1
  }

  /// From the horizon on every point is that of the horizon, so that the lines end there. A way ahead that cannot be
  /// calculated is not drawn, and its name says so.
  private mutating func addChart(
    _ projection: Projection, _ lines: [ProjectedLine], _ table: CellRange, _ values: WhatIfValues
  ) -> NativeLineChart {
    addHeading(projection.chartTitle, [])
    let header = row
    addText(projection.yearHeader, column: 0, style: .formHeader)
    let first = header + 1
    let rows = first...(first + projection.lastYear)
    let horizon = projection.horizon
    let end = values.named[horizon]?.number ?? 0
    let years = (0...projection.lastYear).map { min(Double($0), end) }
    for year in 0...projection.lastYear {
      let place = "MIN(\(year),IF(ISNUMBER(\(horizon)),\(horizon),0))"
      add(
        .formula(place, value: .number(years[year]), format: "0"),
        at: CellAddress(row: first + year, column: 0))
    }
    let series = lines.indices.map { index in
      addSeries(lines[index], column: index + 1, years, amounts: table, header: header, rows: rows)
    }
    hideErrors(CellRange(rows: rows, columns: 1...max(1, lines.count)))
    row = rows.upperBound + 2
    return NativeLineChart(
      dataSheet: layout.name, title: .chartName(projection.chartTitle),
      alternativeText: .plain(projection.alternativeText), horizontalAxis: .chartName(projection.yearHeader),
      verticalAxis: .chartName(projection.amountAxis), verticalFormat: formats.axis,
      places: CellRange(rows: rows, columns: 0...0), placeNumbers: years, series: series)
  }

  private mutating func addSeries(
    _ line: ProjectedLine, column: Int, _ years: [Double], amounts table: CellRange, header: Int,
    rows: ClosedRange<Int>
  ) -> NativeLineChart.Series {
    let amounts = CellRange(rows: table.rows, columns: column...column).reference(on: layout.name)
    let unknown = "\(line.name) \(words.unknownPath)"
    let name =
      "IF(ISNUMBER(INDEX(\(amounts),\(line.firstKnown + 1))),\(FormulaText.literal(line.name)),\(FormulaText.literal(unknown)))"
    let nameText = line.amounts[line.firstKnown].number == nil ? unknown : line.name
    let nameCell = CellAddress(row: header, column: column)
    add(.formula(name, value: .text(nameText), format: nil), at: nameCell, style: .formHeader)
    let numbers = years.map { line.amounts[Int($0)].number ?? .nan }
    for (amount, row) in zip(numbers, rows) {
      let place = "\(CellAddress(row: row, column: 0).absolute)+1"
      let own = "INDEX(\(amounts),\(place))"
      add(
        .formula(
          "IF(ISNUMBER(\(own)),\(own),NA())", value: amount.isNaN ? .text("#N/A") : .number(amount),
          format: "#,##0"),
        at: CellAddress(row: row, column: column))
    }
    return NativeLineChart.Series(
      name: nameCell, nameText: nameText, values: CellRange(rows: rows, columns: column...column),
      numbers: numbers, emphasis: line.emphasis, pathNumber: line.pathNumber, isHighEnd: line.isHighEnd)
  }
}

/// A line of the chart of a projection: a way ahead or, after it, the high end of its pay. Excel draws no band between two
/// lines of years; a thin line without markers where the band ends is the nearest.
private struct ProjectedLine {
  let name: String
  let start: Formula
  let next: Formula
  /// The second calculation of the formulas of its cells, from year 0.
  let amounts: [FormulaValue]
  let emphasis: Emphasis
  let pathNumber: Int
  var isHighEnd = false

  /// The first year whose amount says whether the line is known: both ends of a range start from the same.
  var firstKnown: Int { isHighEnd ? 1 : 0 }

  static func all(_ projection: Projection, _ values: WhatIfValues, _ words: WorkbookWords)
    -> [ProjectedLine]
  {
    projection.paths.enumerated().flatMap { index, path -> [ProjectedLine] in
      let line = ProjectedLine(
        name: path.label, start: path.start, next: path.next, amounts: values.projected[index],
        emphasis: path.emphasis, pathNumber: index)
      guard let high = path.high else { return [line] }
      return [
        line,
        ProjectedLine(
          name: "\(path.label), \(words.to)", start: path.start, next: high.next,
          amounts: values.projectedHigh[index], emphasis: path.emphasis, pathNumber: index, isHighEnd: true),
      ]
    }
  }
}

/// The formula of a year, made into a text once for all years: it is long, and the addresses of two cells are all that
/// differs.
struct YearFormula {
  /// Characters that no formula has, since a workbook can hold none of them.
  private static let marks = (year: "\u{1}", previous: "\u{2}")

  /// The text between the places of cells, and of each place whether it is that of the year.
  private var pieces: [(text: Substring, isBeforeYear: Bool?)] = []

  init(_ formula: Formula, _ formulas: FormulaText) {
    let marked = FormulaText(
      columns: formulas.columns,
      replacements: formulas.replacements.merging([
        Projection.year: Self.marks.year, Projection.previous: Self.marks.previous,
      ]) { $1 }
    ).text(formula)
    var rest = marked[...]
    while let mark = rest.utf8.firstIndex(where: { $0 == 1 || $0 == 2 }) {
      pieces.append((rest[..<mark], rest.utf8[mark] == 1))
      rest = rest[rest.utf8.index(after: mark)...]
    }
    pieces.append((rest, nil))
  }

  func text(year: String, previous: String) -> String {
    pieces.reduce(into: "") { text, piece in
      text += piece.text
      if let isBeforeYear = piece.isBeforeYear { text += isBeforeYear ? year : previous }
    }
  }
}

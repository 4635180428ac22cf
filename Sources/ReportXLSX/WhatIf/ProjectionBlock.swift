import Calculation
import ReportModel

extension WhatIfDataSheet {
  /// The years of a projection, and the points of its chart.
  mutating func addProjection(
    _ projection: Projection, _ values: WhatIfValues, _ formulas: FormulaText, _ contents: CellContents
  ) -> NativeLineChart {
    let years = addYears(projection, values, formulas, contents)
    return addChart(projection, years, values)
  }

  /// A row for each year there can be; those after the horizon are empty.
  private mutating func addYears(
    _ projection: Projection, _ values: WhatIfValues, _ formulas: FormulaText, _ contents: CellContents
  ) -> CellRange {
    addHeading(
      contents.formatter.text(projection.title), [projection.yearHeader] + projection.paths.map(\.label))
    let rows = row...(row + projection.lastYear)
    let texts = projection.paths.map {
      (start: YearFormula($0.start, formulas), next: YearFormula($0.next, formulas))
    }
    for year in 0...projection.lastYear { addYear(year, projection, values, texts) }
    row += 1
    return CellRange(rows: rows, columns: 0...projection.paths.count)
  }

  /// A year after the horizon shows nothing.
  private mutating func addYear(
    _ year: Int, _ projection: Projection, _ values: WhatIfValues,
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
    for (index, path) in texts.enumerated() {
      let above = CellAddress(row: row - 1, column: index + 1).absolute
      let amount = (year == 0 ? path.start : path.next).text(year: yearCell.absolute, previous: above)
      add(
        .formula(
          "IF(\(yearCell.absolute)=\"\",\"\",\(amount))",
          value: isWithin ? values.projected[index][year] : .missing, format: formats.result(.dollars)),
        at: CellAddress(row: row, column: index + 1))
    }
    row += 1
  }

  /// From the horizon on every point is that of the horizon, so that the lines end there. A way ahead that cannot be
  /// calculated is not drawn, and its name says so.
  private mutating func addChart(
    _ projection: Projection, _ table: CellRange, _ values: WhatIfValues
  ) -> NativeLineChart {
    addHeading(projection.chartTitle, [])
    let points = ProjectionPoints(projection, values, words: words)
    let header = row
    addText(projection.yearHeader, column: 0, style: .formHeader)
    let first = header + 1
    let rows = first...(first + projection.lastYear)
    let horizon = projection.horizon
    for year in 0...projection.lastYear {
      let place = "MIN(\(year),IF(ISNUMBER(\(horizon)),\(horizon),0))"
      add(
        .formula(place, value: .number(points.years[year]), format: "0"),
        at: CellAddress(row: first + year, column: 0))
    }
    let series = projection.paths.indices.map { index in
      addSeries(index, of: projection, points, amounts: table, header: header, rows: rows)
    }
    hideErrors(CellRange(rows: rows, columns: 1...max(1, projection.paths.count)))
    row = rows.upperBound + 2
    return NativeLineChart(
      dataSheet: layout.name, title: .chartName(projection.chartTitle),
      alternativeText: .plain(projection.alternativeText), horizontalAxis: .chartName(projection.yearHeader),
      verticalAxis: .chartName(projection.amountAxis), verticalFormat: formats.axis,
      places: CellRange(rows: rows, columns: 0...0), placeNumbers: points.years, series: series)
  }

  private mutating func addSeries(
    _ index: Int, of projection: Projection, _ points: ProjectionPoints, amounts table: CellRange,
    header: Int, rows: ClosedRange<Int>
  ) -> NativeLineChart.Series {
    let path = projection.paths[index]
    let column = index + 1
    let amounts = CellRange(rows: table.rows, columns: column...column).reference(on: layout.name)
    let isKnown = "ISNUMBER(INDEX(\(amounts),1))"
    let nameCell = CellAddress(row: header, column: column)
    let unknown = FormulaText.literal("\(path.label) \(words.unknownPath)")
    let name = "IF(\(isKnown),\(FormulaText.literal(path.label)),\(unknown))"
    add(.formula(name, value: .text(points.names[index]), format: nil), at: nameCell, style: .formHeader)
    for (year, row) in rows.enumerated() {
      let place = "\(CellAddress(row: row, column: 0).absolute)+1"
      let own = "INDEX(\(amounts),\(place))"
      let amount = points.amounts[index][year]
      add(
        .formula(
          "IF(ISNUMBER(\(own)),\(own),NA())", value: amount.isNaN ? .text("#N/A") : .number(amount),
          format: "#,##0"),
        at: CellAddress(row: row, column: column))
    }
    return NativeLineChart.Series(
      name: nameCell, nameText: points.names[index], values: CellRange(rows: rows, columns: column...column),
      numbers: points.amounts[index], emphasis: path.emphasis)
  }
}

/// What the chart of a projection shows: the second calculation of the formulas of its cells.
private struct ProjectionPoints {
  let years: [Double]
  /// Not a number where nothing is known.
  let amounts: [[Double]]
  let names: [String]

  init(_ projection: Projection, _ values: WhatIfValues, words: WorkbookWords) {
    let horizon = values.named[projection.horizon]?.number ?? 0
    let years = (0...projection.lastYear).map { min(Double($0), horizon) }
    amounts = values.projected.map { path in years.map { path[Int($0)].number ?? .nan } }
    names = zip(projection.paths, values.projected).map { path, amounts in
      amounts.first?.number == nil ? "\(path.label) \(words.unknownPath)" : path.label
    }
    self.years = years
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

import Calculation
import ReportModel

/// Every figure of the report in one table, a row for each row of the CSV: typed columns to filter, sort and copy.
struct FiguresSheet {
  /// The id of its table.
  static let id = "all-figures"

  private var builder: SheetBuilder
  var layout: SheetLayout { builder.layout }

  /// Narrower than what does not fit: nothing wraps, so that every row is one line.
  private static let widest = 44.0
  private static let padding = 2.0
  private static let filterButton = 3.0
  /// What is printed of the sheet: the title, and that it is for the screen.
  private static let printedColumns = 0...4

  init(_ report: Report, name: SheetName, tableName: String, contents: CellContents) {
    let headers = contents.words.figureHeaders.all
    let formatter = contents.formatter
    let rows = report.figures.flatMap { group in
      group.figures.map { FigureRow($0, in: group, formatter, contents) }
    }
    let widths = Self.widths(headers, rows)
    var page = PageSetup(report, contents)
    page.isLandscape = true
    builder = SheetBuilder(
      name: name, columns: SheetColumns(widths: widths, proseColumns: Self.printedColumns.count),
      contents: contents, page: page)
    builder.addProse(contents.words.allFigures, style: .sectionTitle)
    builder.addProse(contents.words.screenOnly, style: .smallNote)
    builder.printOnOnePage(CellRange(rows: 0...(builder.row - 1), columns: Self.printedColumns))
    if let changed = report.whatIf?.changed { builder.add(changed) }
    let header = builder.row
    builder.endRow(heights: [])
    builder.freezeRowsAbove(builder.row)
    builder.printWithoutFrozenRows()
    builder.reserve(rows.count * headers.count)
    for row in rows { add(row) }
    let table = SheetTable(
      name: tableName,
      range: CellRange(rows: header...(builder.row - 1), columns: 0...(headers.count - 1)),
      headers: Self.tableHeaders(headers))
    builder.add(table, [], sourceCells: [:])
  }

  private mutating func add(_ row: FigureRow) {
    for (column, content) in row.contents.enumerated() where content != .blank {
      let live = row.formulas[column]?.content(content, row: builder.row) ?? content
      builder.add(live, column: column, style: Self.style(ofColumn: column))
    }
    builder.endRow(heights: [])
  }

  private static func style(ofColumn column: Int) -> CellStyle {
    FigureRow.numberColumns.contains(column) ? .figureNumber : .figureText
  }

  private static func tableHeaders(_ headers: [String]) -> [SheetTable.Header] {
    var names = UniqueNames()
    return headers.enumerated().map { column, header in
      let unique = names.unique(header) { "\(header) \($0)" }
      return SheetTable.Header(
        text: .line(unique, limit: ExcelLimits.tableHeaderLength),
        style: CellStyle.tableHeader.with {
          $0.wraps = false
          $0.alignment = FigureRow.numberColumns.contains(column) ? .right : .left
          $0.indent = FigureRow.numberColumns.contains(column) ? 2 : 0
        }, note: .plain(""))
    }
  }

  private static func widths(_ headers: [String], _ rows: [FigureRow]) -> [Double] {
    headers.enumerated().map { column, header in
      let own = TextMeasure.width(header, style: .tableHeader) + filterButton + padding
      return rows.reduce(own) { widest, row in
        let content = row.contents[column]
        if content == .blank || (!content.needsItsWidth && widest >= Self.widest) { return widest }
        let width = TextMeasure.width(content.shown) + padding
        return max(widest, content.needsItsWidth ? width : min(width, Self.widest))
      }.rounded(.up)
    }
  }
}

/// The cells of a figure.
private struct FigureRow {
  let contents: [CellContent]
  let formulas: [LiveFormula?]

  /// From the low end to the number of the source.
  static let numberColumns = 5...10
  private static let lowColumn = 5
  private static let highColumn = 7

  init(_ figure: Figure, in group: FigureGroup, _ formatter: ValueFormatter, _ contents: CellContents) {
    func quantity(_ amount: Double?) -> Value {
      amount.map { .quantity(Quantity($0, figure.unit, figure.provenance)) } ?? .missing
    }
    func compared(_ amount: Double?, _ unit: Unit, _ rule: AppliedRule?) -> Value {
      guard let amount, let rule else { return .missing }
      return .quantity(Quantity(amount, unit, .calculated(rule), isDifference: true))
    }
    let words = contents.words.figureWords
    let sources = figure.provenance.sourceIDs
    var periods: [String] = []
    for citation in figure.provenance.citations
    where !citation.period.isEmpty && !periods.contains(citation.period) {
      periods.append(citation.period)
    }
    let values: [Value] = [
      .text(group.title), .text(figure.item), .text(words.measure(figure.measure)),
      .text(words.statistic(figure.statistic)), .text(words.unit(figure.unit)), quantity(figure.low),
      quantity(figure.value), quantity(figure.high),
      compared(figure.difference, .dollarsPerYear, figure.comparison?.difference),
      compared(figure.differencePercent, .percent, figure.comparison?.percent),
      sources.first.map(Value.source) ?? .missing,
      .text(sources.dropFirst().map { formatter.text(.source($0)) }.joined(separator: " ")),
      .text(periods.joined(separator: "; ")), .text(formatter.text(figure.note)),
      .text(Self.code(figure, in: group)),
    ]
    self.contents = values.map { $0.isEmpty ? .blank : contents.content($0) }
    var formulas = contents.liveFormulas(values)
    // One calculation does not say how to come to both of its ends.
    if figure.low != nil, figure.high != nil {
      formulas[Self.lowColumn] = nil
      formulas[Self.highColumn] = nil
    }
    self.formulas = formulas
  }

  /// What finds the row in the CSV: its section, the id of its item, its measure and its statistic.
  private static func code(_ figure: Figure, in group: FigureGroup) -> String {
    [group.sectionID, figure.itemID, figure.measure, figure.statistic].filter { !$0.isEmpty }.joined(
      separator: " / ")
  }
}

extension FigureHeaders {
  /// In the order of the columns.
  fileprivate var all: [String] {
    [
      subject, item, measure, statistic, unit, low, value, high, difference, percent, source, otherSources,
      period, note, code,
    ]
  }
}

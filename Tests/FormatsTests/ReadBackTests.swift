import Foundation
import ReportModel
import SampleReports
import Testing

/// Every sample client's files, read by other programs.
@Suite(.enabled(if: IndependentReaders.python != nil, "\(IndependentReaders.missing)"))
struct ReadBackTests {
  @Test(arguments: SampleClients.ids)
  func `the workbook holds the tables of what it shows, cell by cell`(id: String) throws {
    let report = try SampleClients.report(id)
    let workbook = try WrittenReports.workbook(id)
    // Sections share a sheet where there are many.
    var found = workbook.seen.flatMap { sheet in sheet.tables.map { (sheet, $0) } }
    found.removeAll { $0.1.name == "T_all_figures" }
    let shown = report.sections.filter { $0.part != .appendix || $0.id == "sources" }
    let tables = shown.flatMap(\.blocks).compactMap { block -> Table? in
      if case .table(let table) = block { table } else { nil }
    }
    try #require(found.count == tables.count)
    for (table, (sheet, found)) in zip(tables, found) { try compare(table, found, sheet, report) }
  }

  @Test(arguments: SampleClients.ids)
  func `no cell is an error, and every sheet prints on one page's width`(id: String) throws {
    let workbook = try WrittenReports.workbook(id)
    for sheet in workbook.sheets {
      #expect(sheet.cells.allSatisfy { $0.kind != "error" })
      #expect(sheet.fitsWidth)
    }
    for sheet in workbook.seen { #expect(sheet.cells.allSatisfy { $0.text != "#N/A" }) }
    #expect(workbook.title?.isEmpty == false)
    #expect(workbook.created.hasPrefix("2026-11-23"))
  }

  @Test(arguments: SampleClients.ids)
  func `every chart of the report is a native chart with its numbers, a title and two axis titles`(
    id: String
  ) throws {
    let report = try SampleClients.report(id)
    let workbook = try WrittenReports.workbook(id)
    let words = ValueFormatter(for: report)
    // The what-if's chart stands on the second sheet, and is tested with it.
    let charts = workbook.charts.filter { $0.title != report.whatIf?.projection?.chartTitle }
    let shown = report.sections.filter { $0.part != .appendix }.flatMap(\.blocks)
      .compactMap { block -> Chart? in if case .chart(let chart) = block { chart } else { nil } }
    #expect(charts.map(\.title) == shown.map { words.text($0.title) })
    for (chart, found) in zip(shown, charts) {
      // The upright axis of bands only says which place stands above which.
      #expect(found.axes == (chart.kind == .distribution ? 1 : 2))
      #expect(found.kind == (chart.kind == .distribution ? "scatterChart" : "barChart"))
      #expect(found.series.allSatisfy { $0.values.contains("'Chart data'!$") })
      let drawn = found.series.flatMap { chart.kind == .distribution ? $0.places : $0.numbers }
      for point in chart.groups.flatMap(\.points) where !point.isOpen {
        for end in [point.low, point.high].compactMap({ $0?.amount }) {
          #expect(drawn.contains { abs($0 - end) < 0.005 }, "\(chart.id) \(point.label)")
        }
      }
      // The line of the client's pay follows the what-if: it is drawn from formulas.
      if let reference = chart.reference {
        let data = try #require(workbook.sheet("Chart data"))
        #expect(data.cells.contains { $0.formula != nil && $0.number == reference.quantity.amount })
      }
    }
  }

  @Test(arguments: SampleClients.ids)
  func `frictionless finds nothing wrong with the CSV's data package`(id: String) throws {
    #expect(try WrittenReports.problems(id) == "")
  }

  @Test func `frictionless finds nothing wrong with the datasets`() throws {
    let names = ["datasets/medical-coding", "datasets/lighthouse-keeping", "catalogue"]
    let paths = names.map { name in
      SampleClients.root.appendingPathComponent("Samples/\(name)/datapackage.json").path
    }
    #expect(try IndependentReaders.frictionlessProblems(paths) == ["", "", ""])
  }

  @Test(arguments: SampleClients.ids)
  func `the CSV holds the report's figures, number by number`(id: String) throws {
    let report = try SampleClients.report(id)
    let rows = try WrittenReports.rows(id)
    let figures = report.figures.flatMap { group in group.figures.map { (group.sectionID, $0) } }
    #expect(rows.count == figures.count)
    for (row, (section, figure)) in zip(rows, figures) {
      #expect(row["client_id"] == id && row["section"] == section)
      #expect(row["item_id"] == figure.itemID && row["measure"] == figure.measure)
      let numbers = ["low", "value", "high", "difference", "difference_percent"].map { name in
        Double(row[name] ?? "")
      }
      #expect(
        numbers == [figure.low, figure.value, figure.high, figure.difference, figure.differencePercent])
      #expect(row["source_id"] == figure.provenance.sourceIDs.joined(separator: ";"))
    }
  }

  /// A client with pay changes it on the sheet "What if", and the tables follow: each formula reads names and cells of
  /// its own row alone, so that sorting and filtering break none.
  @Test(arguments: SampleClients.ids)
  func `calculated cells of tables are formulas over their own row and names`(id: String) throws {
    let report = try SampleClients.report(id)
    let workbook = try WrittenReports.workbook(id)
    let names = try #require(report.whatIf).names
    let whatIf = try #require(report.whatIf)
    // The sheet to start with repeats inputs, that of the what-if is tested on its own.
    let sheets = workbook.seen.filter { sheet in sheet.name != whatIf.shortTitle && !sheet.tables.isEmpty }
    var count = 0
    for cell in sheets.flatMap(\.cells) {
      guard let formula = cell.formula, cell.number != nil else { continue }
      count += 1
      for reference in formula.matches(of: /\b[A-Z]{1,3}([0-9]+)\b/) {
        #expect(Int(reference.1) == cell.row, "\(cell.cell): \(formula)")
      }
      #expect(names.contains { formula.contains($0) }, "\(cell.cell): \(formula)")
    }
    let hasPay = report.everyFigure.contains { $0.measure == "pay_stated" }
    #expect(hasPay ? count >= 40 : count == 0, "\(count)")
  }

  // MARK: - Tables

  private func compare(
    _ table: Table, _ found: IndependentReaders.Workbook.Table, _ sheet: IndependentReaders.Workbook.Sheet,
    _ report: Report
  ) throws {
    #expect(found.filter)
    let bounds = try #require(Bounds(found.ref))
    #expect(bounds.rows == table.rows.count + 1, "\(table.id)")
    var cells: [String: IndependentReaders.Workbook.Cell] = [:]
    for cell in sheet.cells { cells["\(cell.row) \(cell.column)"] = cell }
    // The column that names the groups is the workbook's own.
    for (index, column) in table.columns.enumerated() {
      let ends = ["", ", from", ", to"].map { found.headers.firstIndex(of: column.header + $0) }
      for (rowIndex, row) in table.rows.enumerated() {
        let place: Comment = "\(table.id) \(row.id) \(column.id)"
        func cell(_ offset: Int) -> IndependentReaders.Workbook.Cell? {
          cells["\(bounds.top + 1 + rowIndex) \(bounds.left + offset)"]
        }
        if let only = ends[0] {
          expect(cell(only), row.cells[index], place, report)
        } else if let low = ends[1], let high = ends[2] {
          // A range is two columns of numbers.
          let numbers = [low, high].compactMap { cell($0)?.number }
          let quantities = row.cells[index].quantities.map(\.amount)
          #expect(Set(numbers) == Set(quantities), place)
        } else {
          Issue.record("\(table.id): no column \(column.header)")
        }
      }
    }
  }

  private func expect(
    _ cell: IndependentReaders.Workbook.Cell?, _ value: Value, _ place: Comment, _ report: Report
  ) {
    switch value {
    case .missing: #expect(cell?.text == nil && cell?.number == nil, place)
    case .text(let text): #expect(cell?.text ?? "" == text && cell?.link == nil, place)
    case .link(let text): #expect(cell?.text == text && cell?.link == text, place)
    case .quantity(let quantity), .bounded(_, let quantity):
      let expected = quantity.unit == .percent ? quantity.amount / 100 : quantity.amount
      let found = cell?.number ?? .nan
      #expect(cell?.kind == "number" || cell?.formula != nil, place)
      #expect(abs(found - expected) <= 1e-12 * max(1, abs(expected)), place)
      #expect(cell?.format != "General", place)
      if quantity.unit == .percent { #expect(cell?.format.contains("%") == true, place) }
    case .range: #expect(cell?.text == ValueFormatter(for: report).text(value), place)
    case .date: #expect(cell?.kind == "date", place)
    case .source(let id):
      let number = report.sourceNumber(id).map(Double.init)
      #expect(cell?.number == number && cell?.link?.contains("!") == true, place)
    }
  }

  /// `B4:F9` in numbers.
  private struct Bounds {
    let top: Int
    let left: Int
    let rows: Int

    init?(_ ref: String) {
      let corners = ref.split(separator: ":").map { corner in
        (
          row: Int(corner.drop { $0.isLetter }) ?? 0,
          column: corner.prefix { $0.isLetter }.utf8.reduce(0) { $0 * 26 + Int($1) - 64 }
        )
      }
      guard corners.count == 2 else { return nil }
      top = corners[0].row
      left = corners[0].column
      rows = corners[1].row - corners[0].row + 1
    }
  }
}

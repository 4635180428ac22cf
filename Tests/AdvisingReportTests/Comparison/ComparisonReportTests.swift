import Calculation
import CareerData
import Export
import Foundation
import ReportModel
import SampleReports
import Testing

/// What a comparison shows comes from its figures, and nothing in it is empty.
@Suite struct ComparisonReportTests {
  private static let templates = ["standard", "standard-es"]

  @Test(arguments: SampleComparisons.ids, templates)
  func `every number of a table is one of the figures`(id: String, template: String) throws {
    let report = try SampleComparisons.report(id, template: template)
    let figures = report.figures.flatMap(\.figures)
    let known = Set(figures.flatMap { [$0.low, $0.value, $0.high].compactMap(\.self) })
    let tables = report.sections.flatMap(\.blocks).compactMap {
      if case .table(let table) = $0 { table } else { nil }
    }
    #expect(tables.map(\.id) == ["compare-pay", "compare-entry", "compare-jobs"])
    let quantities = tables.flatMap(\.rows).flatMap(\.cells).flatMap(\.quantities)
    #expect(quantities.count > 10)
    for quantity in quantities { #expect(known.contains(quantity.amount), "\(quantity.amount)") }
    let charts = try report.charts().filter { $0.id == "compare" }
    #expect(charts.count == 1)
    for point in charts.flatMap(\.groups).flatMap(\.points) {
      #expect(known.contains(point.high.amount), "\(point.label)")
    }
  }

  @Test(arguments: SampleComparisons.ids, templates)
  func `no place of a phrase is left open, and no row has nothing but its name`(id: String, template: String)
    throws
  {
    let report = try SampleComparisons.report(id, template: template)
    let text = String(decoding: try SampleComparisons.files(id, template: template)[2].bytes, as: UTF8.self)
    #expect(!text.contains("{") && !text.contains("}"))
    for case .table(let table) in report.sections.flatMap(\.blocks) {
      for row in table.rows {
        #expect(row.cells.dropFirst().contains { !$0.isEmpty }, "\(table.id) \(row.id)")
      }
    }
  }

  /// Sums over the years in the what-if, without a raise, are those of the report.
  @Test(arguments: ["medical-assistant", "cashier"])
  func `the what-if says the same as the report`(id: String) throws {
    let report = try SampleComparisons.report(id)
    let whatIf = try #require(report.whatIf)
    let input = try #require(whatIf.inputs.first { $0.name == "occupation_choice" })
    guard case .choice(let column) = input.kind else {
      Issue.record("the occupation is chosen from a list")
      return
    }
    let options = try #require(whatIf.table(column.table)?.column(column.column)).cells
    #expect(options.count == report.figures.count)
    let horizon = 5
    for (option, group) in zip(options, report.figures) {
      let values = try whatIf.values(["occupation_choice": option])
      func figure(_ measure: String, _ statistic: String) throws -> Double? {
        try #require(group.figures.first { $0.measure == measure && $0.statistic == statistic }).value
      }
      #expect(values.named["compared_pay"] == .number(try #require(try figure("pay", "median"))))
      // In the present occupation she stays, and is not paid what beginners are.
      guard group.occupation != report.figures[0].occupation else { continue }
      let ends = try [figure("earnings_over_horizon", "low"), figure("earnings_over_horizon", "high")]
      let sums = values.projected.dropFirst().map { $0[horizon].number.map { ($0 * 100).rounded() / 100 } }
      #expect(Array(sums) == ends, "\(group.title)")
    }
  }

  @Test func `every calculated figure says how it was made`() throws {
    let report = try SampleComparisons.report("medical-assistant")
    for figure in report.figures.flatMap(\.figures) {
      switch figure.measure {
      case "earnings_over_horizon", "buying_power", "time_until_trained":
        guard case .calculated = figure.provenance else {
          Issue.record("\(figure.measure) is not calculated")
          continue
        }
      default: #expect(!figure.provenance.sourceIDs.isEmpty, "\(figure.measure)")
      }
    }
  }
}

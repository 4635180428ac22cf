import CareerData
import Export
import ReportModel
import SampleReports
import Testing

/// States beside each other, by figures as BLS and BEA publish them.
@Suite struct PlaceComparisonTests {
  /// Medians of May 2024: California 59,700, Nevada 60,530, Texas 47,230; price parities 110.72, 99.979, 97.057; location
  /// quotients 0.9, 1.6, 1.21.
  @Test(arguments: ["standard", "standard-es"])
  func `medical coding in California, Nevada and Texas`(template: String) throws {
    let profile = try SampleComparisons.profile(
      json: #"""
        {"id": "a", "state": "CA", "pay_amount": 46000, "pay_basis": "annual", "in_field": true,
         "compare_places": ["NV", "TX"]}
        """#)
    let day = try #require(CalendarDate(year: 2026, month: 11, day: 23))
    let report = try SampleComparisons.inputs(template).report(on: profile, places: [], date: day)
    let figures = report.figures.flatMap(\.figures)
    func values(_ measure: String, _ statistic: String? = nil) -> [Double?] {
      figures.filter { $0.measure == measure && (statistic == nil || $0.statistic == statistic) }
        .map { $0.value?.rounded() }
    }
    #expect(values("pay", "median") == [59_700, 60_530, 47_230])
    // 59,700 / 1.1072; 60,530 / 0.99979; 47,230 / 0.97057.
    #expect(values("buying_power") == [53_920, 60_543, 48_662])
    #expect(values("location_quotient") == [90, 160, 121])
    #expect(values("employment") == [19_750, 2980, 20_390])
    #expect(report.figures.map(\.occupation) == ["29-2072"])
    let table = try #require(
      report.sections.flatMap(\.blocks).compactMap { if case .table(let table) = $0 { table } else { nil } }
        .first)
    #expect(table.rows.map(\.id) == ["state:CA", "state:NV", "state:TX"])
    #expect(table.rows[0].emphasis == .present)
    #expect(table.columns.count == 6 && table.rows.allSatisfy { $0.cells.allSatisfy { !$0.isEmpty } })
  }
}

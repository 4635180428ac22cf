import Advising
import ReportModel
import SampleReports
import Testing

/// The results that were worked out by hand before the code was written.
@Suite struct WorkedExampleTests {
  private let report: Report
  private let words: ValueFormatter

  init() throws {
    report = try SampleClients.report("worked-example")
    words = ValueFormatter(for: report)
  }

  @Test(arguments: [("national", 37.7), ("state:CA", 21.5)])
  func `percentiles`(item: String, expected: Double) throws {
    #expect(report.figure("position", item, "percentile")?.value == expected)
  }

  @Test func `percentiles are shown as whole ordinals`() throws {
    let text = try text("position")
    #expect(text.contains("38th percentile"))
    #expect(text.contains("22nd percentile"))
  }

  @Test(arguments: [
    ("national", 50_250.0, -4_250.0, -8.5), ("state:CA", 59_700, -13_700, -22.9),
  ])
  func `position against the medians`(
    item: String, median: Double, difference: Double, percent: Double
  ) throws {
    let figure = try #require(report.figure("position", item, "pay"))
    #expect(figure.statistic == "median" && figure.value == median)
    #expect(figure.difference == difference && figure.differencePercent == percent)
  }

  @Test func `HCC risk adjustment advertises 84 percent above present pay`() throws {
    let figure = try #require(report.figure("specializations", "hcc-risk-adjustment", "pay"))
    #expect(figure.statistic == "mean" && figure.value == 84_640)
    #expect(figure.difference == 38_640 && figure.differencePercent == 84.0)
    #expect(figure.provenance.sourceIDs == ["ziprecruiter"])
  }

  @Test func `two credentials against pay and against none`() throws {
    let figure = try #require(report.figure("credentials", "two", "pay"))
    #expect(figure.value == 71_130 && figure.difference == 25_130 && figure.differencePercent == 54.6)
    #expect(report.figure("credentials", "two", "premium_over_none")?.value == 27.7)
  }

  @Test func `three or more against two and against none`() {
    #expect(report.figure("credentials", "three_or_more", "pay")?.value == 81_227)
    #expect(report.figure("credentials", "three_or_more", "premium_over_two")?.value == 14.2)
    #expect(report.figure("credentials", "three_or_more", "premium_over_none")?.value == 45.8)
  }

  @Test func `exactly one is below the mean of one or more, and has no value`() throws {
    let figure = try #require(report.figure("credentials", "one", "pay"))
    #expect(figure.low == nil && figure.value == nil && figure.high == 66_979)
  }

  @Test func `one to two credentials is at least 2,851 a year: of the step, and of no exam`() throws {
    let gain = try #require(report.figure("certification_plan", "one_to_two", "gain_per_year"))
    // 46,000 x (71,130 / 66,979 - 1)
    #expect(gain.low == 2_850.83)
    #expect(gain.value == nil && gain.high == nil)
    #expect(try text("certification_plan").contains("at least $2,851"))
    let plan = try #require(report.section("certification_plan")).figures
    #expect(plan.filter { $0.measure == "gain_per_year" }.count == 1)
    #expect(plan.allSatisfy { $0.measure != "payback_months" && $0.measure != "gain_over_horizon" })
  }

  @Test func `the CPC comes by experience and has no cost, and no entry exam is proposed`() throws {
    #expect(report.figure("certification_plan", "CPC", "cost") == nil)
    #expect(try text("certification_plan").contains("CPC-A becomes CPC by experience: no second exam fee"))
    let proposed = Set(try #require(report.section("certification_plan")).figures.map(\.itemID))
    #expect(proposed.isDisjoint(with: ["CCA", "CBCS", "CPC-A"]))
  }

  @Test func `the certified premium is 20.2 percent, and 20.7 was published`() throws {
    let premium = try #require(report.figure("credentials", "any", "premium_over_none"))
    #expect(premium.value == 20.2)
    #expect(words.text(premium.note).contains("20.7%"))
  }

  @Test func `the next rung, its gap and what is missing`() throws {
    let range = try #require(report.figure("ladder", "certified-coder", "pay_range"))
    #expect(range.low == 55_000 && range.high == 70_000 && range.value == nil && range.difference == nil)
    let gap = try #require(report.figure("ladder", "certified-coder", "pay_gap"))
    #expect(gap.low == 9_000 && gap.high == 24_000)
    #expect(report.figure("ladder", "certified-coder", "experience_gap_years")?.value == 0.5)
    #expect(try text("ladder").contains("0.5 years of experience, with which CPC-A becomes CPC"))
  }

  @Test func `California's pay level against the nation`() {
    #expect(report.figure("position", "state:CA", "pay_index")?.value == 1.188)
  }

  @Test func `wages of May 2024 are said to be old in November 2026`() throws {
    #expect(try text("position").contains("wages have probably risen"))
  }

  /// The sentences of a section, in words.
  private func text(_ id: String) throws -> String {
    let section = try #require(report.section(id))
    return section.blocks.flatMap { block -> [String] in
      switch block {
      case .paragraph(let prose): [words.text(prose)]
      case .list(_, let items), .callout(_, let items), .passage(_, let items): items.map(words.text)
      case .facts(let facts): facts.map { words.text($0.value) }
      case .table(let table): table.rows.flatMap { $0.cells.map(words.text) }
      case .chart, .nextSteps, .leadFigures, .smallPrint: []
      }
    }.joined(separator: "\n")
  }
}

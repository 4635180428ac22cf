import CareerData
import Foundation
import ReportModel
import SampleReports
import Testing

@testable import Export

/// Three comparisons with every figure counted by hand from the published ones, beside the amounts that come out.
///
/// Published for May 2024 (BLS): California's 10th percentiles and medians of medical assistants 37,610 and 48,050, medical
/// records specialists 41,740 and 59,700, pharmacy technicians 38,850 and 49,640, registered nurses 100,120 and 140,330; the
/// nation's of medical records specialists 35,780 and 50,250, customer service representatives 30,690 and 42,830. Price
/// parities of 2024 (BEA): California 110.72, Nevada 99.979, Texas 97.057.
@Suite struct ComparisonWorkedExampleTests {
  /// She earns 41,000 a year and has a high school diploma. 5 years, no raise.
  @Test func `a medical assistant in California`() throws {
    let report = try SampleComparisons.report("medical-assistant")
    func earnings(_ code: String) throws -> [Double?] { try Self.earnings(code, report) }

    // She stays: 5 x 41,000.
    #expect(try earnings("31-9092") == [205_000, 205_000])
    // A certificate of a quarter of a year to two years. 2 x 41,000 + 3 x 41,740; 0.25 x 41,000 + 4.75 x 59,700.
    #expect(try earnings("29-2072") == [207_220, 293_825])
    // No study; training of 1 to 12 months. 5 x 38,850; 1/12 x 38,850 + 59/12 x 49,640.
    #expect(try earnings("29-2052") == [194_250, 247_300.83])
    // A bachelor's degree of 4 years. 4 x 41,000 + 100,120; 4 x 41,000 + 140,330.
    #expect(try earnings("29-1141") == [264_120, 304_330])

    // 59,700 / 1.1072; 60,530 / 0.99979; 47,230 / 0.97057.
    let buys = try Self.figures("29-2072", report).filter { $0.measure == "buying_power" }
    #expect(buys.map(\.itemID) == ["state:CA", "state:NV", "state:TX"])
    #expect(buys.map { $0.value?.rounded() } == [53_920, 60_543, 48_662])

    // 59,700 - 41,000, and that over 41,000.
    let median = try Self.figure("29-2072", "pay", "median", report)
    #expect(median.itemID == "state:CA")
    #expect(median.difference == 18_700)
    #expect(median.differencePercent == 45.6)
  }

  /// He is paid 15.00 an hour for 30 hours a week: 31,200 at full time, 23,400 in fact, three quarters of it. Wages of
  /// cashiers are not published here for Ohio.
  @Test func `a cashier in Ohio who works part time`() throws {
    let report = try SampleComparisons.report("cashier")
    #expect(try Self.earnings("41-2011", report) == [117_000, 117_000])
    // 2 x 23,400 + 3 x 0.75 x 35,780; 0.25 x 23,400 + 4.75 x 0.75 x 50,250.
    #expect(try Self.earnings("29-2072", report) == [127_305, 184_865.63])
    // No study, training of up to a month. 5 x 0.75 x 30,690; 5 x 0.75 x 42,830.
    #expect(try Self.earnings("43-4051", report) == [115_087.5, 160_612.5])
    let median = try Self.figure("29-2072", "pay", "median", report)
    #expect(median.itemID == "national")
    #expect(median.value == 50_250)
    // 50,250 - 31,200.
    #expect(median.difference == 19_050)
    let sentences = report.sections.flatMap(\.blocks).flatMap { block -> [String] in
      if case .passage(_, let items) = block { items.map(ValueFormatter(for: report).text) } else { [] }
    }
    #expect(sentences.last?.hasPrefix("Pay in Ohio is not published for all of these jobs") == true)
  }

  /// Of actors wages are published by the hour alone: both are compared by the hour, and nothing is multiplied into a year.
  @Test func `an occupation that is paid by the hour alone`() throws {
    let report = try SampleComparisons.report("by-the-hour")
    #expect(try Self.figure("27-2011", "pay", "median", report).value == 23.33)
    #expect(try Self.figure("29-2072", "pay", "median", report).value == 24.16)
    let figures = report.figures.flatMap(\.figures)
    #expect(!figures.contains { $0.unit == .dollarsPerYear || $0.measure == "earnings_over_horizon" })
    #expect(report.whatIf == nil)
    // Some college is less than a bachelor's degree.
    let study = try #require(
      Self.figures("27-2011", report).first { $0.measure == "study_to_entry" })
    #expect(study.value == 0)
  }

  /// What of a client is present, and what is not.
  @Test(arguments: [
    // The first of the list, unless it is the field that she does not work in.
    (
      #"{"id": "a", "pay_amount": 30000, "pay_basis": "annual", "compare": ["41-2011", "29-2072"]}"#,
      "41-2011"
    ),
    (
      #"{"id": "a", "pay_amount": 30000, "pay_basis": "annual", "in_field": false, "compare": ["29-2072", "41-2011"]}"#,
      nil
    ),
    // Who works in the field of the dataset, though another stands first.
    (
      #"{"id": "a", "pay_amount": 30000, "pay_basis": "annual", "in_field": true, "compare": ["41-2011", "31-9092"]}"#,
      "29-2072"
    ),
    // Nobody without pay has a present occupation.
    (#"{"id": "a", "compare": ["41-2011", "29-2072"]}"#, nil),
  ])
  func `the present occupation`(json: String, code: String?) throws {
    let profile = try SampleComparisons.profile(json: json)
    let found = ComparisonInputs.codes(profile, [], subject: "29-2072")
    #expect(found.present == code)
    // The present one first, then the others as they were named.
    let named = profile.comparedOccupations ?? []
    #expect(found.all == [code].compactMap(\.self) + named.filter { $0 != code })
  }

  // MARK: - Reading a report

  private static func figures(_ code: String, _ report: Report) throws -> [Figure] {
    try #require(report.figures.first { $0.occupation == code }).figures
  }

  private static func figure(
    _ code: String, _ measure: String, _ statistic: String, _ report: Report
  ) throws -> Figure {
    try #require(figures(code, report).first { $0.measure == measure && $0.statistic == statistic })
  }

  /// At least and at most.
  private static func earnings(_ code: String, _ report: Report) throws -> [Double?] {
    try ["low", "high"].map { try figure(code, "earnings_over_horizon", $0, report).value }
  }
}

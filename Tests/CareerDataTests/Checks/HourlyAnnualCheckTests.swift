import CareerData
import Testing

struct HourlyAnnualCheckTests {
  /// 15.38 x 2,080 is 31,990.40.
  @Test(arguments: [
    ("32000", true), ("32005.8", true), ("32005.81", false), ("31975", true), ("31974.9", false),
    ("66539", false),
  ])
  func `the year is the hour x 2,080, but for rounding`(annual: String, isNear: Bool) throws {
    var dataset = try BrokenDataset("lighthouse-keeping")
    try dataset.replace("median,annual,,32000,", with: "median,annual,,\(annual),", in: "pay.csv")
    let findings = try dataset.complaints().filter { $0.rule == "hourly_annual" }
    #expect(findings.map(\.summary) == (isNear ? [] : ["error pay.csv 7 value hourly_annual"]))
  }

  @Test func `the message has both numbers and the year that the hour gives`() throws {
    var dataset = try BrokenDataset("lighthouse-keeping")
    try dataset.replace(",15.38,", with: ",51.38,", in: "pay.csv")
    let finding = try #require(try dataset.complaints().first)
    #expect(
      finding.description
        == "pay.csv: row 7, value: median is 51.38 an hour and 32000 a year; expected: 106870 a year (hourly pay x "
        + "2,080), within 15.4 for rounding; correct the figures against their source")
    #expect(finding.figureIDs == ["census-national-hourly-median", "census-national-median"])
  }

  @Test func `ranges are left alone`() throws {
    var dataset = try BrokenDataset("lighthouse-keeping")
    try dataset.append(
      "keeper-hourly,rung,keeper,range,hourly,5,,6,false,almanac-ranges,undated,almanac,", to: "pay.csv")
    #expect(try dataset.complaints() == [])
  }
}

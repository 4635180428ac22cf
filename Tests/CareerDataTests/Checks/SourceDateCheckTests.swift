import CareerData
import TestValues
import Testing

struct SourceDateCheckTests {
  @Test func `a source without a last day is an error`() throws {
    var dataset = try BrokenDataset("lighthouse-keeping")
    try dataset.replace("2023,2023-12-31,", with: "2023,,", in: "sources.csv")
    #expect(try dataset.complaints().map(\.summary) == ["error sources.csv 2 last_day source_date"])
  }

  @Test func `a source that says that it is undated is a warning`() throws {
    let files = DatasetFiles(files: try SampleFiles.files("lighthouse-keeping"))
    let day = try #require(CalendarDate(iso: BrokenDataset.freshDay))
    let findings = DatasetCheck(files, asOf: day).findings
    #expect(findings.map(\.summary) == ["warning sources.csv 3 last_day source_date"])
  }

  @Test func `a source without a period is an error of the table`() throws {
    var dataset = try BrokenDataset("lighthouse-keeping")
    try dataset.replace("Census of Lights,2023,", with: "Census of Lights,,", in: "sources.csv")
    #expect(try dataset.complaints().map(\.summary) == ["error sources.csv 2 period table_schema"])
  }

  @Test func `the last day is in a year that the period names`() throws {
    var dataset = try BrokenDataset("lighthouse-keeping")
    try dataset.replace("2023-12-31", with: "2025-12-31", in: "sources.csv")
    let findings = try dataset.complaints()
    #expect(findings.map(\.summary) == ["warning sources.csv 2 last_day source_period"])
    #expect(findings.first?.found == "the last day 2025-12-31 does not fall in the period \"2023\"")
  }

  @Test func `a figure without a source is an error of the table`() throws {
    var dataset = try BrokenDataset("lighthouse-keeping")
    try dataset.replace(
      "p10,annual,,21000,,false,keepers,2023,census-of-lights",
      with: "p10,annual,,21000,,false,keepers,2023,", in: "pay.csv")
    #expect(try dataset.complaints().map(\.summary) == ["error pay.csv 2 source table_schema"])
  }

  @Test func `low, value and high out of order are an error of the table`() throws {
    var dataset = try BrokenDataset("lighthouse-keeping")
    try dataset.replace("20000,,28000", with: "28000,,20000", in: "pay.csv")
    #expect(try dataset.complaints().map(\.summary) == ["error pay.csv 13 low table_schema"])
  }
}

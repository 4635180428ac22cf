import CareerData
import Testing

struct DatasetCheckTests {
  @Test func `the sample datasets have no error`() throws {
    for name in ["medical-coding", "lighthouse-keeping"] {
      #expect(try BrokenDataset(name).complaints() == [], "\(name)")
    }
  }

  @Test func `problems of the tables are errors, and come alone`() throws {
    var dataset = try BrokenDataset("medical-coding")
    try dataset.replace(",55721,", with: ",abc,", in: "pay.csv")
    try dataset.replace(",20.7,,percent", with: ",30,,percent", in: "figures.csv")
    let check = DatasetCheck(
      DatasetFiles(files: dataset.files), asOf: try #require(CalendarDate(iso: "2025-06-01")))
    #expect(check.identity == nil)
    #expect(check.findings.map(\.summary) == ["error pay.csv 2 value table_schema"])
    #expect(check.findings.map(\.description) == dataset.errors()?.problems.map(\.description))
  }

  @Test func `very many problems are counted`() throws {
    var dataset = try BrokenDataset("medical-coding")
    dataset.files["pay.csv"] = Array(try dataset.text("pay.csv").replacing(",May 2024,", with: ",,").utf8)
    let findings = try dataset.findings()
    #expect(findings.last?.kind == .furtherProblems(count: 564))
    #expect(findings.last?.severity == .error)
  }

  @Test func `errors come first, then warnings, then notes, each in the order of files and rows`() throws {
    var dataset = try BrokenDataset("medical-coding")
    try dataset.append("ghosts,ghosts,paid_wages,", to: "populations.csv")
    try dataset.replace("p25,annual,,41600,", with: "p25,annual,,31600,", in: "pay.csv")
    try dataset.replace(",64.8,", with: ",648,", in: "figures.csv")
    let findings = try dataset.findings(asOf: "2026-06-01")
    #expect(
      findings.map(\.summary).prefix(5) == [
        "error pay.csv 26 value percentile_order", "error pay.csv 32 value hourly_annual",
        "error figures.csv 6 value share_range", "warning sources.csv 2 last_day age",
        "warning populations.csv 9 id orphan",
      ])
    #expect(findings.dropFirst(5).allSatisfy { $0.severity == .note })
  }

  @Test func `every finding says where, what and what to do`() throws {
    var dataset = try BrokenDataset("medical-coding")
    try dataset.append("ghosts,ghosts,paid_wages,", to: "populations.csv")
    try dataset.replace("p25,annual,,41600,", with: "p25,annual,,31600,", in: "pay.csv")
    for finding in try dataset.findings(asOf: "2030-01-01") {
      #expect(dataset.files[finding.place.file] != nil)
      #expect(finding.place.row != nil && finding.place.column != nil)
      #expect(!finding.found.isEmpty && !finding.expected.isEmpty && !finding.remedy.isEmpty)
    }
  }
}

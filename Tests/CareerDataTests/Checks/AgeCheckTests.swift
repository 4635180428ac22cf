import Testing

@testable import CareerData

struct AgeCheckTests {
  @Test(arguments: [("2025-12-31", 0), ("2026-01-01", 1), ("2028-02-29", 1), ("0002-01-01", 0)])
  func `figures are old two years after the last day of their period`(day: String, count: Int) throws {
    let findings = try BrokenDataset("lighthouse-keeping").findings(asOf: day)
    #expect(findings.count == count)
    for finding in findings {
      #expect(finding.summary == "warning sources.csv 2 last_day age")
      #expect(finding.found == "15 figures are for a period that ended on 2023-12-31")
    }
  }

  @Test(arguments: [
    ("sources.csv", "false,fictional", "false,older than it looks; kept as the last census"),
    ("populations.csv", "Invented for tests;", "Older than the light vessels;"),
  ])
  func `the word older is a mark`(file: String, old: String, new: String) throws {
    var dataset = try BrokenDataset("lighthouse-keeping")
    try dataset.replace(old, with: new, in: file)
    let ages = try dataset.findings(asOf: "2026-06-01").filter { $0.rule == "age" }
    // A population marks pay; the four other figures have none.
    #expect(
      ages.map(\.found)
        == (file == "sources.csv" ? [] : ["4 figures are for a period that ended on 2023-12-31"]))
  }

  @Test func `the mark of a figure is its own`() throws {
    var dataset = try BrokenDataset("lighthouse-keeping")
    try dataset.replace(
      "published as at or above this amount", with: "older than the others", in: "pay.csv")
    let ages = try dataset.findings(asOf: "2026-06-01").filter { $0.rule == "age" }
    #expect(ages.map(\.found) == ["14 figures are for a period that ended on 2023-12-31"])
  }

  @Test func `a figure with a period of its own is as old as that`() throws {
    var dataset = try BrokenDataset("lighthouse-keeping")
    try dataset.replace("30250.5,,false,keepers,2023", with: "30250.5,,false,keepers,May 2021", in: "pay.csv")
    let findings = try dataset.findings(asOf: "2024-06-01")
    #expect(findings.map(\.summary) == ["warning pay.csv 10 period age"])
    #expect(findings.first?.figureIDs == ["census-state-OR-median"])
    #expect(
      findings.first?.description.contains(
        "1 figure is for a period that ended on 2021-05-31; expected: 2022-06-01 or later") == true)
  }

  @Test(arguments: [
    ("May 2024", "2024-05-31"), ("Feb 2024", "2024-02-29"), ("2025", "2025-12-31"),
    ("as read in 2026", "2026-12-31"), ("2024-2034", "2024-12-31"), ("undated", nil), ("M2024", nil),
    ("12345", nil),
    ("", nil), ("ma 2024", "2024-12-31"), ("٢٠٢٤", nil),
  ])
  func `periods are read as sources write them`(period: String, day: String?) {
    #expect(PeriodText.lastDay(of: period)?.iso == day)
  }
}

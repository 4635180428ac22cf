import CareerData
import Foundation
import TestValues
import Testing

@testable import Export

@Suite struct DatasetCheckReportTests {
  private static let day = CalendarDate(year: 2026, month: 1, day: 1)

  private func report(_ change: (TestFolder, String) throws -> Void = { _, _ in }) throws
    -> DatasetCheckReport
  {
    let folder = try TestFolder()
    let path = try folder.copyFolder(Repository.path("Samples/datasets/medical-coding"), to: "dataset")
    try change(folder, path)
    return DatasetCheckReport(try DatasetInput(folder: path), asOf: try #require(Self.day))
  }

  @Test func `the text has a line for each finding and one that sums up`() throws {
    let lines = try report().lines
    #expect(lines.count == 7)
    #expect(lines.dropLast().allSatisfy { $0.hasPrefix("note: ") })
    #expect(lines.last == "medical-coding 2026.3.0, as of 2026-01-01: no errors, no warnings, 6 notes")
  }

  @Test func `a dataset that cannot be read is summed up by its folder`() throws {
    let report = try report { folder, _ in try folder.write("id\n", to: "dataset/drivers.csv") }
    #expect(report.hasErrors)
    #expect(report.lines.first?.hasPrefix("error: drivers.csv: row 1, text: the column is missing; ") == true)
    #expect(
      report.lines.last?.hasSuffix(
        "/dataset, as of 2026-01-01: 2 errors, no warnings, no notes; whether the figures are plausible is checked once "
          + "the tables have no errors") == true)
    let root = try #require(try JSONSerialization.jsonObject(with: Data(report.json)) as? [String: Any])
    #expect(root["dataset"] is NSNull)
  }

  @Test func `what stands in a dataset does not act on a terminal`() throws {
    let report = try report { folder, _ in
      let text = try folder.text("dataset/disagreements.csv")
      try folder.write(
        text.replacingOccurrences(of: "the methods differ", with: "\u{202E}the\tmethods\u{2028}differ"),
        to: "dataset/disagreements.csv")
    }
    #expect(report.lines.contains { $0.contains(#"\u{202E}the\u{9}methods\u{2028}differ"#) })
  }

  @Test func `the JSON has every finding, with sorted keys`() throws {
    let bytes = try report().json
    try expectSortedKeys(bytes)
    let root = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    #expect(Set(root.keys) == ["as_of", "counts", "dataset", "findings"])
    #expect(root["as_of"] as? String == "2026-01-01")
    #expect(root["counts"] as? [String: Int] == ["error": 0, "warning": 0, "note": 6])
    let findings = try #require(root["findings"] as? [[String: Any]])
    #expect(findings.count == 6)
    for finding in findings {
      #expect(
        Set(finding.keys) == [
          "acknowledged_by", "column", "expected", "figures", "file", "found", "reason", "remedy", "row",
          "rule",
          "severity",
        ])
    }
    let premium = try #require(findings.first { $0["acknowledged_by"] as? String == "certified-premium" })
    #expect(premium["row"] as? Int == 15 && premium["file"] as? String == "figures.csv")
    #expect(premium["rule"] as? String == "claim" && premium["severity"] as? String == "note")
    #expect((premium["figures"] as? [String])?.first == "aapc-certified-premium")
  }
}

import CareerData
import SafeFiles
import TestValues
import Testing

@testable import Export

@Suite struct FigureProvenanceReportTests {
  private func lines(_ id: String, _ folder: String? = nil) throws -> [String] {
    let style = try TemplateLoader.load("standard").report.style
    return try FigureProvenanceReport(figure: id, in: DatasetInput(folder: folder), style: style).lines
  }

  @Test func `a range with a note and an editorial source is told in lines`() throws {
    let shown = try lines("guide-specialty-surgical")
    #expect(
      shown.filter { !$0.hasPrefix("Dataset:") } == [
        "Figure:      guide-specialty-surgical", "About:       specialization: Surgical coding",
        "Amount:      $70,000 to $95,000 or more a year", "Statistic:   range, pay a year",
        "Population:  career guide: after 2-3 years and a specialty credential",
        "             Ranges that the guide's editors give, not a measured distribution.",
        "Period:      as read in 2026",
        "Note:        published for HCC risk adjustment, surgical coding and auditing together",
        "Source:      Medical billing and coding career guide: Career ladder, steps, employers, certification costs, as read in 2026",
        "             the editors' own figures, not measured",
        "             the editorial figures: ranges, costs, durations",
        "             sources.csv: row 7: guide-2026",
        "Row:         pay.csv: row 9",
      ])
    let hash = try DatasetLoader.shipped().identity.contentHash
    #expect(shown.contains("Dataset:     medical-coding 2026.3.0, content \(hash)"))
  }

  @Test func `what does not agree with a figure is told with it`() throws {
    let shown = try lines("bls-ep-employment")
    let start = try #require(shown.firstIndex(of: "What does not agree with it:"))
    #expect(shown.count == start + 2 && shown[start + 1].contains("187910"))
    #expect(
      try lines("census-national-p10", Repository.path("Samples/datasets/lighthouse-keeping")).last?
        .hasPrefix("Dataset:") == true)
  }

  @Test(arguments: [
    ("aapc-remote-share", "Amount:      64.8%"), ("guide-icd-10-cm-codes", "Amount:      at least 72,000"),
    ("guide-step-certificate-duration", "Amount:      4 months to 9 months"),
    ("guide-freelance-mean", "Amount:      $29.99 an hour"),
    ("oews-national-p25", "Statistic:   25th percentile, pay a year"),
    ("guide-rung-him-director", "Amount:      at least $110,000 a year"),
  ])
  func `amounts are in their unit`(id: String, line: String) throws {
    let shown = try lines(id)
    #expect(shown.contains(line), "\(shown)")
  }

  @Test(arguments: [
    ("oews-national-meen", "did you mean oews-national-mean, oews-national-median, oews-national-p10?"),
    ("zzzzzzzz", "the column id of the tables pay and figures has them all"),
  ])
  func `an unknown id is bad data, with the ids that are near`(id: String, advice: String) throws {
    do {
      _ = try lines(id)
      Issue.record("found \(id)")
    } catch let failure as ExportFailure {
      #expect(
        failure == .badData(path: "shipped dataset", problems: ["no figure has the id \"\(id)\"; \(advice)"]))
    }
  }
}

import CareerData
import Foundation
import OEWSImport

/// The workbook of the Employment Projections as BLS publishes it, with few rows, for tests to change.
struct ProjectionsFixture {
  var first = 2024
  var last = 2034
  /// Rows of table 1.2: title, code, type, employment, projected, change, self-employed, openings, education, experience,
  /// training. What looks like a number is one.
  var occupations: [[String]] = [
    [
      "Total, all occupations", "00-0000", "Summary", "169956.1", "175167.9", "3.1", "5.8", "18863.3", "—",
      "—", "—",
    ],
    [
      "    Home health and personal care aides", "31-1120", "Line item", "4347.7", "5087.5", "17", "2.8",
      "765.8",
      "High school diploma or equivalent", "None", "Short-term on-the-job training",
    ],
    [
      "      Medical records specialists", "29-2072", "Line item", "194.8", "208.59999999999999", "7.1",
      "0.8", "14.2",
      "Postsecondary nondegree award", "None", "None",
    ],
    [
      "      Word processors and typists", "43-9022", "Line item", "39.6", "25.3", "-36.1", "—", "1.9",
      "High school diploma or equivalent", "None", "Short-term on-the-job training",
    ],
  ]
  /// Rows of table 1.10: title, code, exits, transfers, separations.
  var separations = [["      Medical records specialists", "29-2072", "7.1", "5.8", "12.9"]]
  /// Rows of table 1.12: title, code, industry, code of the industry, factor.
  var factors = [
    [
      "Medical records specialists", "29-2072", "Total, all industries", "TE1000",
      "Demand change - share increases.",
    ],
    [
      "Medical records specialists", "29-2072", "Hospitals", "622000",
      "Productivity change - share decreases.",
    ],
  ]
  /// Changes the name of a column.
  var rename: (String) -> String = { $0 }

  private var years: String { "\(first)–\(last % 100)" }

  private var occupationHeader: [String] {
    [
      "\(first) National Employment Matrix title", "\(first) National Employment Matrix code",
      "Occupation type",
      "Employment, \(first)", "Employment, \(last)", "Employment change, percent, \(years)",
      "Percent self employed, \(first)", "Occupational openings, \(years) annual average",
      "Typical education needed for entry", "Work experience in a related occupation",
      "Typical on-the-job training needed to attain competency in the occupation",
    ]
  }

  private var separationHeader: [String] {
    [
      "\(first) National Employment Matrix title", "\(first) National Employment Matrix code",
      "Labor force exits, \(years) annual average", "Occupational transfers, \(years) annual average",
      "Total occupational separations, \(years) annual average",
    ]
  }

  private var factorHeader: [String] {
    [
      "\(first) National Employment Matrix occupation title",
      "\(first) National Employment Matrix occupation code",
      "\(first) National Employment Matrix industry title",
      "\(first) National Employment Matrix industry code",
      "Factors affecting occupational utilization",
    ]
  }

  private func sheet(_ name: String, _ title: String, _ header: [String], _ rows: [[String]]) -> (
    name: String, rows: [[OEWSFixture.Cell]]
  ) {
    let cells = rows.map { row in row.map { Double($0) == nil ? OEWSFixture.Cell.text($0) : .number($0) } }
    let note = "Note: Data is unavailable for values denoted with a \"—\"."
    return (
      name,
      [[.text(title)], header.map { .text(rename($0)) }] + cells + [[.text("Footnotes:")], [.text(note)]]
    )
  }

  func bytes(without left: Set<String> = []) throws -> [UInt8] {
    let sheets = [
      (
        "Index",
        [[OEWSFixture.Cell.text("Occupation.xlsx contents")], [.text("Table 1.2 Occupational projections")]]
      ),
      sheet("Table 1.2", "Table 1.2 Occupational projections, \(years)", occupationHeader, occupations),
      sheet("Table 1.10", "Table 1.10 Occupational separations and openings", separationHeader, separations),
      sheet("Table 1.12", "Table 1.12 Factors affecting occupational utilization", factorHeader, factors),
    ]
    return try TestWorkbook(sheets: sheets.filter { !left.contains($0.0) }).bytes()
  }

  func read(without left: Set<String> = []) throws -> Projections { try Self.read(bytes(without: left)) }

  static func read(_ bytes: [UInt8]) throws -> Projections {
    guard let file = tmpfile() else { preconditionFailure("no temporary file") }
    defer { fclose(file) }
    precondition(fwrite(bytes, 1, bytes.count, file) == bytes.count && fflush(file) == 0)
    return try ProjectionsFile(name: "occupation.xlsx", descriptor: fileno(file)).read()
  }
}

import Foundation
import Testing

/// Every calculated figure says how it was made, with the client's numbers and the published ones.
@Suite struct ExplainCommandTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  private func client(_ fields: String) throws {
    try folder.write(#"{"id": "c", "report_date": "2026-11-23", \#(fields)}"#, to: "c.json")
  }

  private func explain(_ arguments: String...) throws -> Command.Result {
    try Command(folder: folder.path).run(["explain", "c.json"] + arguments)
  }

  @Test func `a figure is explained with its numbers and their sources`() throws {
    try client(#""state": "CA", "pay_amount": 46000, "pay_basis": "annual", "in_field": true"#)
    let result = try explain("--figure", "position/state:CA/pay")
    #expect(
      result.output == """
        position/state:CA/pay  California
          difference: amount - base = $46,000 - $59,700 = -$13,700
          difference in percent: (amount - base) / base x 100 = ($46,000 - $59,700) / $59,700 x 100 = -22.9%
            $46,000: stated by the client
            $59,700: median, state: California, wage and salary workers; U.S. Bureau of Labor Statistics, May 2024

        """)
    #expect(result.exitCode == 0)
  }

  @Test func `what a calculation rests on is explained before it`() throws {
    try client(#""state": "CA", "pay_amount": 22.5, "pay_basis": "hourly", "hours_per_week": 20"#)
    let lines = try explain("--figure", "summary/client/pay_full_time_hourly").output.split(separator: "\n")
    #expect(
      lines.dropFirst() == [
        "  hourly pay x 2,080 = $22.50 x 2,080 = $46,800",
        "  the figure: annual pay / 2,080 = $46,800 / 2,080 = $22.50",
        "    $22.50: stated by the client",
      ])
  }

  @Test func `a side that is known stays a side`() throws {
    try client(
      #""pay_amount": 50000, "pay_basis": "annual", "in_field": true, "credentials": ["CPC"]"#)
    let output = try explain().output
    #expect(output.contains("$50,000 x ($71,130 / at most $66,979 - 1) = at least $3,099"))
  }

  @Test func `an unknown figure is named with the nearest`() throws {
    try client(#""state": "CA", "pay_amount": 46000, "pay_basis": "annual""#)
    let result = try explain("--figure", "position/state:CA/pey")
    #expect(result.exitCode == 64)
    #expect(result.errors.first?.contains("did you mean position/state:CA/pay?") == true, "\(result.errors)")
  }

  private struct Figure: Decodable {
    struct Number: Decodable {
      let value: Double?
      let low: Double?
      let high: Double?
      let unit: String
    }
    struct Calculation: Decodable {
      let of: String?
      let formula: String
      let inputs: [Number]
      let result: Number
    }
    struct Published: Decodable {
      let value: Double?
      let low: Double?
      let high: Double?
      let sourceID: String

      private enum CodingKeys: String, CodingKey {
        case value, low, high
        case sourceID = "source_id"
      }
    }
    let id: String
    let calculations: [Calculation]
    let published: [Published]
  }

  /// The numbers of the explanations are those of the report's CSV.
  @Test(arguments: ["worked-example", "part-time-freelancer", "auditor", "almost-nothing-known"])
  func `the JSON has the results of the report, and their inputs as numbers`(id: String) throws {
    let profile = Repository.client(id)
    let json = try Command.run("explain", profile, "--format", "json", in: folder.path).output
    let figures = try JSONDecoder().decode([Figure].self, from: Data(json.utf8))
    let csv = try Command.run("report", profile, "--format", "csv", "--output", "-", in: folder.path).output
    let rows = csv.split(separator: "\r\n").dropFirst().map { $0.components(separatedBy: ",") }
    for figure in figures {
      #expect(figure.calculations.allSatisfy { !$0.formula.isEmpty && !$0.inputs.isEmpty }, "\(figure.id)")
      // A row whose item is quoted has commas of its own.
      let row = rows.first { row in
        let id = "\(row[2])/\(row[3])/\(row[5])"
        return figure.id == id || figure.id == "\(id)/\(row[6])"
      }
      guard let row, !row[4].hasPrefix("\"") else { continue }
      let result = figure.calculations.first { $0.of == "figure" }?.result.value
      if let result, let shown = Double(row[9]) { #expect(abs(result - shown) <= 0.05, "\(figure.id)") }
      let difference = figure.calculations.first { $0.of == "difference" }?.result.value
      if let difference, let shown = Double(row[11]) {
        #expect(abs(difference - shown) <= 0.005, "\(figure.id)")
      }
    }
    #expect(id == "almost-nothing-known" || figures.count > 10)
  }
}

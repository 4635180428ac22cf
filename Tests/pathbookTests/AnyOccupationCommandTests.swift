import Foundation
import TestValues
import Testing

/// The commands on a client whose profile names an occupation.
@Suite struct AnyOccupationCommandTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  private func write(_ more: String) throws {
    try folder.write(
      """
      {"id": "c-17", "state": "CA", "pay_amount": 46000, "pay_basis": "annual", "education": "high-school"\(more)}
      """, to: "c.json")
  }

  private func pathbook(_ arguments: String...) throws -> Command.Result {
    try Command(folder: folder.path).run(arguments)
  }

  @Test func `report, explain, chart and profile check take the occupation of the profile`() throws {
    try write(", \"occupation\": \"pharmacy technicians\", \"credentials\": [\"CPhT\"]")
    let note =
      "c.json: credentials: kept and not used; there is no dataset about Pharmacy Technicians (29-2052)"
    let check = try pathbook("profile", "check", "c.json")
    #expect(check.exitCode == 0 && check.errors == [note])
    let report = try pathbook("report", "c.json", "--format", "txt", "--output", "-")
    #expect(report.exitCode == 0 && report.errors == [note])
    let text = report.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(text.contains("California: half of the people in this work earn more than $49,640"))
    #expect(
      text.contains("You have enough schooling for it. Then comes training on the job: 1 to 12 months."))
    let explain = try pathbook("explain", "c.json", "--figure", "position/state:CA/pay")
    #expect(explain.exitCode == 0 && explain.output.contains("$49,640"))
    let chart = try pathbook("chart", "c.json", "--kind", "distribution", "--output", "d.svg")
    #expect(chart.exitCode == 0)
  }

  @Test func `given several times, each dataset covers its occupation`() throws {
    let lighthouse = Repository.path("Samples/datasets/lighthouse-keeping")
    let datasets = ["--dataset", "medical-coding-2025", "--dataset", lighthouse]
    try write("")
    let words = ["report", "c.json", "--format", "txt", "--output", "-"] + datasets
    let first = try Command(folder: folder.path).run(words)
    #expect(first.exitCode == 0 && first.output.contains("May 2025"))
    try folder.write(#"{"id": "c-17", "occupation": "lighthouse keeping"}"#, to: "c.json")
    let second = try Command(folder: folder.path).run(words)
    #expect(second.exitCode == 0 && second.output.contains("Lighthouse keeping"))
  }

  @Test func `a command on one dataset says so`() throws {
    let result = try pathbook(
      "profile", "schema", "--dataset", "medical-coding", "--dataset", "medical-coding-2025")
    #expect(result.exitCode == 64)
    #expect(result.errors.contains { $0.contains("--dataset is given 2 times") }, "\(result.errors)")
  }
}

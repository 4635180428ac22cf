import Foundation
import Testing

/// `report --since`: the CSV of an earlier report says what has changed.
@Suite struct SinceCommandTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  private func write(_ pay: Int, _ more: String = "") throws {
    try folder.write(
      """
      {"id": "c-17", "state": "CA", "pay_amount": \(pay), "pay_basis": "annual", "credentials": ["CPC-A"]\(more)}
      """, to: "c.json")
  }

  private func report(_ arguments: String...) throws -> Command.Result {
    try Command(folder: folder.path).run(["report", "c.json", "--format", "csv,txt"] + arguments)
  }

  @Test func `the second report says what has changed since the first`() throws {
    try write(46_000)
    #expect(try report("--output", "one", "--report-date", "2026-05-04").exitCode == 0)
    try write(50_000)
    let result = try report("--output", "two", "--report-date", "2026-11-23", "--since", "one/c-17.csv")
    #expect(result.exitCode == 0 && result.errors == [])
    let text = try String(contentsOfFile: folder.path + "/two/c-17.txt", encoding: .utf8)
    let flowing = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(flowing.contains("You earn $4,000 more than on May 4, 2026: $46,000 a year then, $50,000 now."))
    #expect(flowing.contains("Still open"))
  }

  @Test func `redacted, the agreed steps are left out, and the command says so`() throws {
    try write(46_000, ", \"agreed_steps\": [{\"text\": \"Call Zebulina\"}]")
    let result = try report("--output", "one", "--redact")
    #expect(
      result.exitCode == 0 && result.errors.contains { $0.contains("--redact leaves the agreed steps out") })
    let files = try Command.shell("cat one/*", in: folder.path).output
    #expect(!files.contains("Zebulina"))
  }

  @Test func `what is wrong with the CSV is bad data, and a missing one is missing input`() throws {
    try write(46_000)
    try folder.write("client_id,note\nc-17,x\n", to: "old.csv")
    let bad = try report("--output", "one", "--since", "old.csv")
    #expect(bad.exitCode == 65)
    #expect(bad.errors.first?.hasPrefix("old.csv: report_date: line 1: there is no such column") == true)
    #expect(try report("--output", "one", "--since", "none.csv").exitCode == 66)
    #expect(try !folder.names().contains("one"))
  }
}

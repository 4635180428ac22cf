import Foundation
import SampleReports
import Testing

/// Batches killed at random moments, and rosters of thousands.
@Suite(.enabled(if: LongTests.areWanted, LongTests.missing), .serialized)
struct BatchLongTests {
  private static let pathbook = SampleClients.root.appendingPathComponent(".build/debug/pathbook").path
  private let folder = SampleClients.root.appendingPathComponent(".build/long-tests/batch").path

  init() throws {
    try? FileManager.default.removeItem(atPath: folder)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  private func roster(_ count: Int, _ more: String...) throws -> String {
    let script = SampleClients.root.appendingPathComponent("Samples/generate_roster.py").path
    let result = try LongTests.run([script, String(count)] + more)
    let path = "\(folder)/roster.csv"
    try result.bytes.write(to: URL(fileURLWithPath: path))
    return path
  }

  @Test func `fifty batches killed at random and taken up again end as one that was left alone`() throws {
    let result = try LongTests.python(
      "chaos.py", [Self.pathbook, roster(100, "--bad"), "\(folder)/chaos", "50", "csv,xlsx,txt"])
    #expect(result.code == 0, "\(result.output)")
  }

  @Test func `of 10,000 rows the good are done and the bad are listed with their lines`() throws {
    let roster = try roster(10_000, "--bad")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.pathbook)
    process.arguments = ["batch", roster, "--output", "\(folder)/out", "--format", "csv", "--quiet"]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 65)
    let result = try LongTests.python("rejects.py", [roster, "\(folder)/out"])
    #expect(result.code == 0, "\(result.output)")
  }
}

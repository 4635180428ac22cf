import Foundation
import SampleReports
import Testing

/// Batches killed at random moments, on failing disks, and of thousands of clients.
@Suite(.enabled(if: LongTests.areWanted, LongTests.missing), .serialized)
struct BatchLongTests {
  /// The program as advisors have it; `make test-all` builds it.
  private static let pathbook = SampleClients.root.appendingPathComponent(".build/release/pathbook").path
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
    #expect(try batch(Self.pathbook, roster, formats: "csv") == 65)
    let result = try LongTests.python("rejects.py", [roster, "\(folder)/out"])
    #expect(result.code == 0, "\(result.output)")
  }

  @Test func `whichever system call fails, nothing is lost and the batch can be taken up`() throws {
    let result = try LongTests.python(
      "faults.py", [Self.pathbook, roster(60, "--bad"), "\(folder)/faults"])
    #expect(result.code == 0, "\(result.output)")
  }

  @Test func `of 100,000 clients every file is as the manifest says, and 200 are read back`() throws {
    let roster = try roster(100_000)
    #expect(try batch(Self.pathbook, roster, formats: "csv,xlsx,txt") == 0)
    let result = try LongTests.python("caseload.py", [roster, "\(folder)/out", "200"])
    #expect(result.code == 0, "\(result.output)")
    try FileManager.default.removeItem(atPath: "\(folder)/out")
  }

  @Test func `parts whose attempts are killed and raced merge to what one batch makes`() throws {
    let result = try LongTests.python(
      "shards.py",
      ["chaos", Self.pathbook, roster(120, "--bad"), "\(folder)/shards", "3", "10", "csv,xlsx,txt"])
    #expect(result.code == 0, "\(result.output)")
  }

  @Test func `whichever system call fails, a part is whole or not there, and so is what is merged`() throws {
    let result = try LongTests.python(
      "shards.py", ["faults", Self.pathbook, roster(40, "--bad"), "\(folder)/shards", "2", "csv"])
    #expect(result.code == 0, "\(result.output)")
  }

  @Test func `100,000 clients in 16 parts merge to the bytes of one batch`() throws {
    let result = try LongTests.python(
      "shards.py", ["many", Self.pathbook, roster(100_000, "--bad"), "\(folder)/shards", "16", "csv"])
    #expect(result.code == 0, "\(result.output)")
  }

  /// - Returns: the exit code.
  private func batch(_ program: String, _ roster: String, formats: String) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = ["batch", roster, "--output", "\(folder)/out", "--format", formats, "--quiet"]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}

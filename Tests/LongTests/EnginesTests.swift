import Foundation
import SampleReports
import Testing

/// Caseloads in shards on the engines that people have, with faults. `make test-all` installs the engines; each is started
/// and ended here, on addresses and ports of this machine.
@Suite(.enabled(if: LongTests.areWanted, LongTests.missing), .serialized)
struct EnginesTests {
  /// The binary that was built with the tests.
  private static let pathbook = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appendingPathComponent("pathbook").path
  /// It has PySpark.
  private static let spark = SampleClients.root.appendingPathComponent(".build/spark-venv/bin/python3").path

  private func run(_ engine: String, _ interpreter: String? = nil) throws {
    // Slurm makes sockets in it, whose paths must be short.
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("engine-\(engine)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let result = try LongTests.python(
      "engines/\(engine).py", [Self.pathbook, folder], interpreter: interpreter)
    #expect(result.code == 0, "\(result.output)")
  }

  @Test func `GNU parallel writes one result, whatever is killed or runs twice`() throws {
    try run("parallel")
  }

  @Test func `a job array of Slurm writes one result, whatever is killed or runs twice`()
    throws
  {
    try run("slurm")
  }

  @Test func `Spark writes one result, whatever is killed or runs twice`()
    throws
  {
    try run("spark", Self.spark)
  }
}

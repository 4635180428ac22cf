import SafeFiles
import Testing

@testable import Caseload

/// One share of a roster: how it is named on the command line, and which rows are its own.
struct ShardTests {
  private func shard(_ text: String, _ variables: [String: String] = [:]) throws(ExportFailure) -> Shard {
    try Shard(text) { variables[$0] }
  }

  @Test func `a share is a number and how many there are`() throws {
    #expect(try shard("3/16") == Shard(number: 3, of: 16))
    #expect(try shard("1/1") == Shard(number: 1, of: 1))
    #expect(try shard("10000/10000").name == "part-10000-of-10000")
  }

  @Test func `a scheduler's variable gives the number, from 1 or from 0`() throws {
    for (value, number) in [("1", 1), ("16", 16)] {
      #expect(try shard("auto/16", ["SLURM_ARRAY_TASK_ID": value]).number == number)
    }
    for (value, number) in [("0", 1), ("15", 16)] {
      #expect(try shard("auto/16", ["JOB_COMPLETION_INDEX": value]).number == number)
    }
    // A number that is given counts, whatever a scheduler says.
    #expect(try shard("2/16", ["SLURM_ARRAY_TASK_ID": "7", "JOB_COMPLETION_INDEX": "7"]).number == 2)
  }

  @Test(arguments: [
    "", "3", "/", "3/", "/16", "0/16", "17/16", "-1/16", "3/0", "3/10001", "03/16", "3/016", "3/16/1",
    "3/ 16", "+3/16",
    "3/99999999999999999999", "auto", "auto/", "auto/0", "auto/x", "AUTO/16", "٣/16", "3.0/16",
  ])
  func `anything else is a usage error that quotes it`(_ text: String) {
    let failure = #expect(throws: ExportFailure.self) { try shard(text, ["SLURM_ARRAY_TASK_ID": "1"]) }
    #expect(failure?.exitCode == 64 && failure?.lines.first?.hasPrefix("--shard \"\(text)\"") == true)
  }

  @Test(arguments: [
    ([:], "neither SLURM_ARRAY_TASK_ID nor JOB_COMPLETION_INDEX is set"),
    (
      ["SLURM_ARRAY_TASK_ID": "1", "JOB_COMPLETION_INDEX": "0"],
      "both SLURM_ARRAY_TASK_ID and JOB_COMPLETION_INDEX"
    ),
    (["SLURM_ARRAY_TASK_ID": "0"], "1 to 16 are allowed; submit with --array=1-16"),
    (["SLURM_ARRAY_TASK_ID": "17"], "1 to 16 are allowed"),
    (["SLURM_ARRAY_TASK_ID": ""], "1 to 16 are allowed"),
    (["SLURM_ARRAY_TASK_ID": "1 "], "1 to 16 are allowed"),
    (["JOB_COMPLETION_INDEX": "16"], "0 to 15 are allowed"),
    (["JOB_COMPLETION_INDEX": "-1"], "0 to 15 are allowed"),
  ])
  func `a variable that gives no number of a share is a usage error`(
    _ variables: [String: String], _ words: String
  ) {
    let failure = #expect(throws: ExportFailure.self) { try shard("auto/16", variables) }
    #expect(
      failure?.exitCode == 64 && failure?.lines.first?.contains(words) == true, "\(failure?.lines ?? [])")
  }

  /// Reckoned by sha256sum: the first 16 hexadecimal digits, modulo 16.
  @Test(arguments: [("client-0", 2), ("ada", 15), ("00123", 8)])
  func `the share of an id is that of its hash, on every machine and whatever its letter case`(
    _ id: String, _ number: Int
  ) {
    #expect((1...16).filter { Shard(number: $0, of: 16).has(id: id, line: 1) } == [number])
    #expect((1...16).filter { Shard(number: $0, of: 16).has(id: id.uppercased(), line: 9) } == [number])
  }

  @Test func `a row without an id goes by its line`() {
    #expect((1...5).filter { Shard(number: $0, of: 5).has(id: nil, line: 7) } == [2])
    #expect((1...5).filter { Shard(number: $0, of: 5).has(id: nil, line: 5) } == [5])
  }

  @Test func `the name of a part tells its share`() {
    #expect(Shard.named("part-3-of-16")?.shard == Shard(number: 3, of: 16))
    #expect(Shard.named("part-3-of-16.done.json")?.ending == ".done.json")
    for name in [
      "part-0-of-3", "part-4-of-3", "part-01-of-3", "part-1-of-3-x", "xpart-1-of-3", "part-1of3",
      ".part-1-of-3",
    ] {
      #expect(Shard.named(name) == nil, "\(name)")
    }
  }
}

import Foundation
import Testing

/// `batch --shard` and `caseload merge` as a scheduler runs them: killed, raced, repeated, on full disks.
@Suite struct ShardCommandTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  /// - Parameters:
  ///   - bad: whether one row in five is rejected.
  ///   - notes: the length of each client's notes.
  private func roster(_ count: Int, bad: Bool = false, notes: Int = 0) throws {
    let text = String(repeating: "x", count: notes)
    let rows = (0..<count).map {
      "c\($0),\(bad && $0 % 5 == 2 ? "ZZ" : "CA"),\(40_000 + $0),annual,yes,\(text)"
    }
    try folder.write(
      "id,state,pay_amount,pay_basis,in_field,notes\n" + rows.joined(separator: "\n") + "\n", to: "r.csv")
  }

  private static let words = ["--format", "txt", "--quiet", "--report-date", "2026-11-23"]

  private func part(
    _ shard: String, _ more: [String] = [], variables: [String: String] = [:]
  ) throws -> Command.Result {
    try Command(folder: folder.path, environment: variables)
      .run(["batch", "r.csv", "--output", "parts", "--shard", shard] + Self.words + more)
  }

  /// Every file under a folder but the records, which tell how long an attempt took.
  private func tree(_ name: String) throws -> [String: Data] {
    let root = folder.path(name)
    var files: [String: Data] = [:]
    for path in FileManager.default.enumerator(atPath: root)?.allObjects as? [String] ?? []
    where !path.hasSuffix(".done.json") {
      files[path] = FileManager.default.contents(atPath: "\(root)/\(path)") ?? Data()
    }
    return files
  }

  @Test func `parts are made and merged`() throws {
    try roster(30, bad: true)
    let more = ["--combined-csv", "--summary"]
    for number in 1...3 {
      let result = try part("\(number)/3", more)
      #expect(result.exitCode == 65 && result.output.hasPrefix("parts/part-\(number)-of-3: "), "\(result)")
    }
    let whole = try Command(folder: folder.path)
      .run(["batch", "r.csv", "--output", "whole"] + Self.words + more)
    #expect(whole.exitCode == 65)
    let merged = try Command.run("caseload", "merge", "parts", "--output", "merged", in: folder.path)
    #expect(
      merged
        == .init(
          exitCode: 0, output: "merged: 24 clients in 3 parts, 6 rejected\n",
          errors: ["merged/rejects.csv: fix the rows, then give this file as the roster of another batch"]))
    for name in ["rejects.csv", "combined.csv", "summary.csv", "summary.xlsx", "summary.html", "summary.txt"]
    {
      #expect(try folder.bytes("merged/\(name)") == folder.bytes("whole/\(name)"), "\(name)")
    }
  }

  @Test func `a part that is done ends at once, with the exit code that it had`() throws {
    try roster(20, bad: true)
    let first = try part("1/2")
    let before = try tree("parts")
    let again = try part("1/2")
    #expect(first.exitCode == 65 && again.exitCode == 65)
    #expect(again.output == first.output.replacing("part-1-of-2: ", with: "part-1-of-2: done already, "))
    let fine = try part("1/2", ["--rejects-ok"])
    #expect(fine.exitCode == 0 && fine.output == again.output && fine.errors == [])
    #expect(try tree("parts") == before)
  }

  @Test func `rejected rows are no failure where they are said to be none`() throws {
    try roster(20, bad: true)
    #expect(try part("1/1", ["--rejects-ok"]).exitCode == 0)
    let whole = try Command(folder: folder.path)
      .run(["batch", "r.csv", "--output", "whole", "--rejects-ok"] + Self.words)
    #expect(whole.exitCode == 0 && whole.output == "whole: 16 clients written, 4 rejected\n")
  }

  @Test func `a scheduler's variable gives the number`() throws {
    try roster(10)
    #expect(
      try part("auto/2", variables: ["SLURM_ARRAY_TASK_ID": "1"]).output.hasPrefix("parts/part-1-of-2: "))
    #expect(
      try part("auto/2", variables: ["JOB_COMPLETION_INDEX": "1"]).output.hasPrefix("parts/part-2-of-2: "))
    for variables in [
      [:], ["SLURM_ARRAY_TASK_ID": "0"], ["SLURM_ARRAY_TASK_ID": "3"], ["JOB_COMPLETION_INDEX": "2"],
      ["SLURM_ARRAY_TASK_ID": "1", "JOB_COMPLETION_INDEX": "0"],
    ] {
      let result = try part("auto/2", variables: variables)
      #expect(
        result.exitCode == 64 && result.errors.count == 1 && result.output == "", "\(variables): \(result)")
    }
  }

  @Test(arguments: [
    (["--shard", "0/2"], "--shard \"0/2\""), (["--shard", "3/2"], "--shard \"3/2\""),
    (["--shard", "x"], "3/16"),
    (["--shard", "1/2", "--resume"], "--resume"), (["--shard", "1/2", "--limit", "3"], "--limit"),
    (["--shard", "1/2", "--print-file", "two-sided"], "--print-file"),
  ])
  func `what is no share of a roster is a usage error`(_ words: [String], _ message: String) throws {
    try roster(3)
    let result = try Command(folder: folder.path)
      .run(["batch", "r.csv", "--output", "parts", "--quiet", "--report-date", "2026-11-23"] + words)
    #expect(result.exitCode == 64 && result.errors.joined().contains(message), "\(result)")
    #expect(try folder.names() == ["r.csv"])
  }

  @Test func `without a date there is no part`() throws {
    try roster(3)
    let result = try Command.run("batch", "r.csv", "--output", "parts", "--shard", "1/2", in: folder.path)
    #expect(result.exitCode == 64 && result.errors.joined().contains("--report-date"), "\(result)")
  }

  /// Whenever the signal comes, also on a machine so busy that it comes too late.
  @Test(arguments: [SIGKILL, SIGTERM], [[], ["--pack", "tar"]])
  func `an attempt that is killed leaves no part, and the next one makes it and clears up`(
    _ signal: Int32, _ pack: [String]
  ) throws {
    try roster(600)
    let parts = folder.path("parts")
    var command = Command(folder: folder.path)
    command.signalOfKill = signal
    // In the midst of its work: the journal of the attempt has its first line.
    command.isTimeToKill = {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: parts)) ?? []
      return names.filter { $0.hasPrefix(".") }.contains { name in
        FileManager.default.fileExists(
          atPath: "\(parts)/\(name)/\(pack.isEmpty ? "part-1-of-2/" : "")manifest.ndjson")
      }
    }
    let words = ["batch", "r.csv", "--output", "parts", "--shard", "1/2"] + Self.words + pack
    let killed = try command.run(words)
    let left = try folder.names(in: "parts")
    if signal == SIGKILL, killed.signal == SIGKILL {
      #expect(left.count == 1 && left[0].hasPrefix(".pathbook-"), "\(left)")
    } else if signal == SIGTERM, killed.exitCode == 143 {
      #expect(
        left == [] && killed.errors.last?.hasPrefix("there is no parts/part-1-of-2") == true, "\(killed)")
    }
    let again = try Command(folder: folder.path).run(words)
    #expect(again.exitCode == 0, "\(again)")
    let name = pack.isEmpty ? "part-1-of-2" : "part-1-of-2.tar"
    #expect(try folder.names(in: "parts") == [name, "part-1-of-2.done.json"].sorted())
    _ = try Command(folder: folder.path)
      .run(["batch", "r.csv", "--output", "alone", "--shard", "1/2"] + Self.words + pack)
    #expect(try tree("parts") == tree("alone"))
  }

  @Test func `two attempts at a time both end well, with one result`() throws {
    try roster(80, bad: true)
    let words = Self.words.joined(separator: " ") + " --rejects-ok"
    let script = """
      for n in 1 2 3; do "$PATHBOOK" batch r.csv --output parts --shard 1/2 \(words) & done; wait
      "$PATHBOOK" batch r.csv --output alone --shard 1/2 \(words)
      """
    let result = try Command.shell(script, in: folder.path)
    #expect(result.errors == [] && result.exitCode == 0, "\(result)")
    #expect(try folder.names(in: "parts") == ["part-1-of-2", "part-1-of-2.done.json"])
    #expect(try tree("parts") == tree("alone"))
  }

  @Test(.enabled(if: Surroundings.inOwnMounts != nil, "needs unshare"), arguments: ["", "--pack tar"])
  func `on a full disk there is no part, and nothing is left of it`(_ pack: String) throws {
    try roster(300)
    let words = Self.words.joined(separator: " ") + " --jobs 2 \(pack)"
    let script = """
      mount -t tmpfs -o size=400k tmpfs /mnt
      "$PATHBOOK" batch r.csv --output /mnt/parts --shard 1/2 \(words); echo "exit $?"; ls -A /mnt/parts | wc -l
      mount -o remount,size=100m /mnt
      "$PATHBOOK" batch r.csv --output /mnt/parts --shard 1/2 \(words); echo "exit $?"; ls -A /mnt/parts | wc -l
      """
    let result = try Command.shell(script, in: folder.path, through: Surroundings.inOwnMounts ?? [])
    let lines = result.output.split(separator: "\n").map(String.init)
    #expect(lines.prefix(2) == ["exit 74", "0"] && lines.suffix(2) == ["exit 0", "2"], "\(result)")
    #expect(
      result.errors.contains { $0.hasPrefix("/mnt/parts/part-1-of-2") && $0.contains("writing failed") },
      "\(result)")
    #expect(!result.errors.joined().contains(".pathbook-"), "\(result.errors)")
  }

  @Test func `parts that do not fit together are named, and nothing is merged`() throws {
    try roster(10)
    #expect(try part("1/3").exitCode == 0)
    let result = try Command.run("caseload", "merge", "parts", "--output", "merged", in: folder.path)
    #expect(result.exitCode == 65 && result.output == "", "\(result)")
    #expect(
      result.errors == [
        "parts: part-2-of-3: missing; run \"pathbook batch --shard 2/3\"",
        "parts: part-3-of-3: missing; run \"pathbook batch --shard 3/3\"",
      ])
    #expect(try folder.names() == ["parts", "r.csv"])
  }
}

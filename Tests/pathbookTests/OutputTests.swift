import Foundation
import Testing

@Suite struct OutputTests {
  private let folder: TestFolder
  private let client = Repository.client("worked-example")

  init() throws { folder = try TestFolder() }

  private func files(_ id: String) throws -> [String] {
    let result = try Command.run("report", Repository.client(id), "--output", "all", in: folder.path)
    try #require(result.exitCode == 0, "\(result.errors)")
    return result.output.split(separator: "\n").map { String($0.dropFirst("all/".count)) }
  }

  @Test func `a missing folder is made, and its files are named`() throws {
    let result = try Command.run("report", client, "--output", "new/deep", in: folder.path)
    #expect(result.exitCode == 0 && result.errors == [])
    let paths = result.output.split(separator: "\n").map(String.init)
    #expect(paths.sorted() == (try folder.names(in: "new/deep").map { "new/deep/\($0)" }))
    #expect(paths.contains("new/deep/worked-example.txt"))
  }

  @Test func `without a folder the files go here`() throws {
    let result = try Command.run("report", client, "--format", "txt", in: folder.path)
    #expect(result == .init(exitCode: 0, output: "./worked-example.txt\n", errors: []))
    #expect(try folder.names() == ["worked-example.txt"])
  }

  @Test(arguments: ["0000", "0022", "0377", "0777"])
  func `files are readable by their owner alone, whatever the umask`(umask: String) throws {
    try folder.makeFolder("out")
    let script =
      "umask \(umask); \"$PATHBOOK\" report '\(client)' --output out >/dev/null && stat -c %a out/*"
    let result = try Command.shell(script, in: folder.path)
    #expect(result.exitCode == 0 && result.errors == [])
    let modes = result.output.split(separator: "\n")
    #expect(!modes.isEmpty && modes.allSatisfy { $0 == "600" }, "\(modes)")
  }

  @Test(arguments: [
    ("file", "file: cannot be created (a file of this name is in the way)"),
    ("file/below", "file/below: cannot be created (Not a directory)"),
    ("/proc/nowhere", "/proc/nowhere: cannot be created (No such file or directory)"),
    ("taken", "taken/worked-example.txt: cannot be created (a folder of this name is in the way)"),
  ])
  func `a folder that cannot be made or used is told`(output: String, start: String) throws {
    try folder.write("keep", to: "file")
    try folder.makeFolder("taken/worked-example.txt")
    let result = try Command.run("report", client, "--output", output, in: folder.path)
    let line = "\(start); choose a folder you may write to with --output"
    #expect(result == .init(exitCode: 73, output: "", errors: [line]))
    #expect(try folder.text("file") == "keep")
    #expect(try folder.names(in: "taken") == ["worked-example.txt"])
  }

  @Test func `an empty folder name is refused, since its files would go to the root`() throws {
    let result = try Command.run("report", client, "--output", "", in: folder.path)
    let line = "--output names no folder; give one, . for this one"
    #expect(result == .init(exitCode: 64, output: "", errors: [line]))
    #expect(!FileManager.default.fileExists(atPath: "/worked-example.txt"))
  }

  @Test(.enabled(if: Surroundings.canBeOrdinaryUser, "needs root with setpriv, or an ordinary user"))
  func `a read-only folder is told`() throws {
    try folder.makeFolder("locked")
    try folder.setMode(0o555, of: "locked")
    try folder.write(#"{"id": "c"}"#, to: "c.json")
    let command = Command(
      words: Surroundings.asOrdinaryUser + [Surroundings.commandForEverybody], folder: folder.path)
    for (output, shown) in [("locked", "locked/c.csv"), ("locked/new", "locked/new")] {
      let result = try command.run(["report", "c.json", "--output", output])
      let line =
        "\(shown): cannot be created (Permission denied); choose a folder you may write to with --output"
      #expect(result == .init(exitCode: 73, output: "", errors: [line]))
    }
    #expect(try folder.names(in: "locked") == [])
    try folder.setMode(0o755, of: "locked")
  }

  @Test(.enabled(if: geteuid() == 0 && Surroundings.canBeOrdinaryUser, "needs root with setpriv"))
  func `another user's file in a shared folder leaves all files as they were`() throws {
    try folder.makeFolder("shared")
    try folder.write("another's", to: "shared/c.txt")
    try folder.setMode(0o1777, of: "shared")
    try folder.write(#"{"id": "c"}"#, to: "c.json")
    let command = Command(
      words: Surroundings.asOrdinaryUser + [Surroundings.commandForEverybody], folder: folder.path)
    let result = try command.run(["report", "c.json", "--output", "shared"])
    let line =
      "shared/c.txt: cannot be created (Operation not permitted); choose a folder you may write to with --output"
    #expect(result == .init(exitCode: 73, output: "", errors: [line]))
    #expect(try folder.names(in: "shared") == ["c.txt"])
    #expect(try folder.text("shared/c.txt") == "another's")
  }

  @Test(
    .enabled(if: Surroundings.inOwnMounts != nil, "needs unshare(1) and the right to mount"),
    arguments: [0, 20, 40, 60])
  func `a full disk leaves the older report as it was, and nothing else`(freeKiB: Int) throws {
    try folder.makeFolder("full")
    try folder.write(#"{"id": "c", "state": "CA"}"#, to: "old.json")
    try folder.write(#"{"id": "c", "state": "NY", "in_field": true}"#, to: "new.json")
    let script = """
      mount -t tmpfs -o size=2m tmpfs full || exit 1
      "$PATHBOOK" report old.json --output full > /dev/null || exit 2
      cp -r full before
      cat /dev/zero > full/filler 2> /dev/null
      truncate -s -\(freeKiB)K full/filler
      "$PATHBOOK" report new.json --output full
      code=$?
      rm full/filler
      diff -r before full && ls -A full
      exit $code
      """
    let wrapper = try #require(Surroundings.inOwnMounts)
    let result = try Command.shell(script, in: folder.path, through: wrapper)
    #expect(result.exitCode == 74)
    #expect(result.output.split(separator: "\n").map(String.init) == (try folder.names(in: "before")))
    #expect(result.errors.count == 1)
    let end =
      ": writing failed (No space left on device); free some space or choose another folder; no file was changed"
    #expect(result.errors.allSatisfy { $0.hasPrefix("full/c.") && $0.hasSuffix(end) }, "\(result.errors)")
  }

  @Test func `a file size limit is a failed write and leaves nothing`() throws {
    let script =
      "ulimit -f 16; \"$PATHBOOK\" report '\(client)' --format csv,txt --output out; code=$?; ls -A out; exit $code"
    let result = try Command.shell(script, in: folder.path)
    let line =
      "out/worked-example.csv: writing failed (File too large); free some space or choose another folder; no file was changed"
    #expect(result == .init(exitCode: 74, output: "", errors: [line]))
  }

  @Test func `a folder for unfinished files that is missing is told`() throws {
    let script = """
      echo id,state | TMPDIR=/nowhere "$PATHBOOK" batch /dev/stdin --output out --quiet; code=$?; ls -A; exit $code
      """
    let line =
      "/nowhere: temporary files cannot be written here (No such file or directory); set TMPDIR to a folder you may write to"
    #expect(try Command.shell(script, in: folder.path) == .init(exitCode: 73, output: "", errors: [line]))
  }

  @Test func `unfinished files do not stay`() throws {
    try folder.makeFolder("scratch")
    let command = Command(folder: folder.path, environment: ["TMPDIR": folder.path("scratch")])
    #expect(try command.run(["report", client, "--output", "out"]).exitCode == 0)
    #expect(try folder.names(in: "scratch") == [])
    #expect(try folder.names(in: "out").allSatisfy { $0.hasPrefix("worked-example.") })
  }

  // MARK: - Standard output

  @Test(arguments: ["txt", "csv"])
  func `what is printed is the file, byte for byte`(format: String) throws {
    let names = try files("worked-example")
    #expect(names.contains("worked-example.\(format)"))
    let result = try Command.run("report", client, "--format", format, "--output", "-", in: folder.path)
    #expect(result.exitCode == 0 && result.errors == [])
    #expect(Data(result.output.utf8) == (try folder.bytes("all/worked-example.\(format)")))
    #expect(try folder.names() == ["all"])
  }

  @Test(arguments: [
    (">&-", "Bad file descriptor"), ("> /dev/full", "No space left on device"),
  ])
  func `standard output that takes nothing is told`(redirection: String, reason: String) throws {
    let line = "standard output: writing failed (\(reason)); check where the output goes"
    for words in [
      "report '\(client)' --format txt --output -", "profile check '\(client)'", "dataset show", "--version",
    ] {
      let result = try Command.shell("\"$PATHBOOK\" \(words) \(redirection)", in: folder.path)
      #expect(result == .init(exitCode: 74, output: "", errors: [line]), "\(words)")
    }
  }

  @Test func `a report with every stream closed has only its own bytes in its files`() throws {
    let names = try files("worked-example")
    let script = "\"$PATHBOOK\" report '\(client)' --output out <&- >&- 2>&-; true"
    #expect(try Command.shell(script, in: folder.path) == .init(exitCode: 0, output: "", errors: []))
    #expect(try folder.names(in: "out") == names.sorted())
    #expect(try folder.files(in: "out") == folder.files(in: "all"))
  }

  // MARK: - Killed

  @Test func `a killed run leaves each file whole, the old one or the new one`() throws {
    // Long notes make a file that takes its time to write.
    let notes = String(repeating: "word ", count: 5_900)
    for (name, state) in [("old", "CA"), ("new", "NY")] {
      let json = #"{"id": "c", "state": "\#(state)", "report_date": "2026-11-23", "notes": "\#(notes)"}"#
      try folder.write(json, to: "\(name).json")
      let result = try Command.run("report", "\(name).json", "--output", name, in: folder.path)
      try #require(result.exitCode == 0)
    }
    let old = try folder.files(in: "old")
    let new = try folder.files(in: "new")
    var random = SplitMix64(state: 20_261_123)
    for run in 0..<20 {
      let output = "killed-\(run)"
      // In turn: an older report in every format, and a new one that is text.
      let isReplacing = run % 2 == 0
      if isReplacing {
        try FileManager.default.copyItem(atPath: folder.path("old"), toPath: folder.path(output))
      } else {
        try folder.makeFolder(output)
      }
      let wait = Duration.microseconds(Int.random(in: 0...(isReplacing ? 12_000 : 200), using: &random))
      try killAtWork(on: output, formats: isReplacing ? "csv,xlsx,txt" : "txt", after: wait)
      for (name, bytes) in try folder.files(in: output) where !name.hasPrefix(".") {
        #expect(bytes == new[name] || (isReplacing && bytes == old[name]), "\(name) of run \(run)")
      }
    }
  }

  /// Kills the command a while after the first sign of a file. What comes before could not harm any.
  private func killAtWork(on output: String, formats: String, after wait: Duration) throws {
    let path = folder.path(output)
    let count = try FileManager.default.contentsOfDirectory(atPath: path).count
    var firstSign: ContinuousClock.Instant?
    // The scratch folder of a killed run stays until the next one, so it is in the test's own.
    var command = Command(folder: folder.path, environment: ["TMPDIR": folder.path])
    command.isTimeToKill = {
      if let firstSign { return ContinuousClock.now - firstSign >= wait }
      if (try? FileManager.default.contentsOfDirectory(atPath: path).count) != count { firstSign = .now }
      return false
    }
    let result = try command.run(["report", "new.json", "--format", formats, "--output", output])
    #expect(result.exitCode == 0 || result.signal == SIGKILL)
  }
}

/// Random numbers that are the same in each run: Sebastiano Vigna's SplitMix64.
private struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

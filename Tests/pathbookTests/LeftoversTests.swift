import Foundation
import Testing

/// Nothing with personal data outlives the process, however it ends, but what was asked for.
@Suite struct LeftoversTests {
  private let folder: TestFolder
  private static let word = "Wilhelmina"

  init() throws {
    folder = try TestFolder()
    try folder.makeFolder("scratch")
    // Long notes make files that take their time to write.
    let notes = String(repeating: "\(Self.word) ", count: 29_000 / (Self.word.count + 1))
    let json = #"{"id": "c", "state": "CA", "report_date": "2026-11-23", "notes": "\#(notes)"}"#
    try folder.write(json, to: "c.json")
    try folder.write(#"{"id": "next", "state": "CA", "report_date": "2026-11-23"}"#, to: "next.json")
  }

  private func command(_ signal: Int32) -> Command {
    var command = Command(folder: folder.path, environment: ["TMPDIR": folder.path("scratch")])
    command.signalOfKill = signal
    return command
  }

  private func hidden(_ name: String) throws -> [String] {
    try folder.names(in: name).filter { $0.hasPrefix(".") }
  }

  /// Runs a command that gets a signal a while after the first sign of something in a folder.
  private func run(
    _ words: [String], killedBy signal: Int32, after wait: Duration, signIn place: String
  ) throws -> Command.Result {
    var command = command(signal)
    let path = folder.path(place)
    let before = try FileManager.default.contentsOfDirectory(atPath: path).count
    var firstSign: ContinuousClock.Instant?
    command.isTimeToKill = {
      if let firstSign { return ContinuousClock.now - firstSign >= wait }
      if (try? FileManager.default.contentsOfDirectory(atPath: path).count) != before { firstSign = .now }
      return false
    }
    return try command.run(words)
  }

  /// In microseconds: from at once to when most of the work is done.
  private static let waits = [0, 300, 1_000, 5_000, 15_000, 30_000, 60_000]

  /// Runs a report that gets a signal a while after its profile was read through a pipe; nil for before its end was.
  private func report(_ signal: String, after wait: Int?) throws -> Command.Result {
    let script = """
      mkfifo profile
      TMPDIR="$PWD/scratch" "$PATHBOOK" report profile --output out & job=$!
      \(wait == nil ? "exec 3> profile" : "cat c.json > profile; sleep \(Double(wait ?? 0) / 1_000_000)")
      kill -\(signal) $job; wait $job; code=$?; rm profile; exit $code
      """
    return try Command.shell(script, in: folder.path)
  }

  @Test(arguments: [("INT", 130), ("TERM", 143), ("HUP", 129)])
  func `a report that a signal ends leaves nothing, whenever it comes`(signal: String, exitCode: Int32) throws
  {
    for wait in [nil] + Self.waits {
      try folder.makeFolder("out")
      let result = try report(signal, after: wait)
      #expect(wait != nil && result.exitCode == 0 || result.exitCode == exitCode, "\(result)")
      // All files or none; a signal may come when they have their names.
      let files = try folder.names(in: "out")
      let whole = ["c.csv", "c.datapackage.json", "c.txt", "c.xlsx"]
      #expect(files == whole || files == [] && result.exitCode != 0, "after \(wait ?? -1)")
      #expect(try folder.names(in: "scratch") == [])
      try FileManager.default.removeItem(atPath: folder.path("out"))
    }
  }

  @Test func `a killed report leaves nothing in scratch, and nothing at all after the next run`() throws {
    for wait in [nil] + Self.waits {
      try folder.makeFolder("out")
      let result = try report("KILL", after: wait)
      #expect(wait != nil && result.exitCode == 0 || result.exitCode == 128 + SIGKILL, "\(result)")
      #expect(try folder.names(in: "scratch") == [], "after \(wait ?? -1)")
      #expect(try command(SIGKILL).run(["report", "next.json", "--output", "out"]).exitCode == 0)
      #expect(try folder.names(in: "scratch") == [] && hidden("out") == [], "after \(wait ?? -1)")
      try FileManager.default.removeItem(atPath: folder.path("out"))
    }
  }

  /// Files come into the output folder at the end only, when it may be too late to kill.
  @Test func `a report that is killed while it gives files their names leaves nothing after the next run`()
    throws
  {
    for wait in Self.waits.prefix(4) {
      try folder.makeFolder("out")
      _ = try run(
        ["report", "c.json", "--output", "out"], killedBy: SIGKILL, after: .microseconds(wait), signIn: "out")
      #expect(try command(SIGKILL).run(["report", "next.json", "--output", "out"]).exitCode == 0)
      #expect(try hidden("out") == [], "after \(wait)")
      try FileManager.default.removeItem(atPath: folder.path("out"))
    }
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP, SIGKILL])
  func `charts, datasets and templates that are not finished do not stay`(signal: Int32) throws {
    for words in [
      ["chart", "c.json", "--all", "--output", "out"], ["dataset", "copy", "out/mine"],
      ["template", "copy", "standard", "out"],
    ] {
      for wait in Self.waits.prefix(4) {
        try folder.makeFolder("out")
        _ = try run(words, killedBy: signal, after: .microseconds(wait), signIn: "out")
        if signal == SIGKILL {
          #expect(
            try command(signal).run(["chart", "next.json", "--kind", "ladder", "--output", "out/x.svg"])
              .exitCode == 0)
        }
        #expect(try hidden("out") == [], "\(words) after \(wait)")
        try FileManager.default.removeItem(atPath: folder.path("out"))
      }
    }
  }

  @Test(arguments: [nil, "tar"])
  func `a batch that is killed leaves nothing after the next run, of whatever command`(pack: String?) throws {
    let rows = (0..<300).map { "c\($0),CA,\(40_000 + $0),annual,yes,\(Self.word)" }
    try folder.write(
      "id,state,pay_amount,pay_basis,in_field,name\n" + rows.joined(separator: "\n") + "\n", to: "r.csv")
    let words = ["--format", "xlsx,html", "--quiet"]
    for wait in [0, 20_000, 150_000] {
      try folder.makeFolder("out")
      let output = pack.map { ["--pack", $0, "--output", "out/all.tar"] } ?? ["--output", "out"]
      let result = try run(
        ["batch", "r.csv"] + words + output, killedBy: SIGKILL, after: .microseconds(wait), signIn: "out")
      #expect(result.signal == SIGKILL)
      #expect(try folder.names(in: "scratch") == [])
      #expect(try command(SIGKILL).run(["report", "next.json", "--output", "out"]).exitCode == 0)
      #expect(try folder.names(in: "scratch") == [] && hidden("out") == [], "after \(wait)")
      try FileManager.default.removeItem(atPath: folder.path("out"))
    }
  }

  @Test func `a hangup finishes the clients in hand, as Ctrl-C does`() throws {
    let rows = (0..<2_000).map { "c\($0),CA,\(40_000 + $0),annual,yes" }
    try folder.write(
      "id,state,pay_amount,pay_basis,in_field\n" + rows.joined(separator: "\n") + "\n", to: "r.csv")
    let script = """
      "$PATHBOOK" batch r.csv --output out --format txt --quiet & job=$!
      while [ ! -e out/manifest.ndjson ]; do sleep 0.02; done
      kill -HUP $job; wait $job
      """
    let result = try Command.shell(script, in: folder.path)
    #expect(
      result.exitCode == 129 && result.errors.contains { $0.contains("--resume continues") }, "\(result)")
    #expect(try hidden("out") == [])
  }

  @Test(.enabled(if: Surroundings.inOwnMounts != nil, "needs unshare"))
  func `a report needs no place for temporary files`() throws {
    let script = """
      mount -t tmpfs -o ro tmpfs /dev/shm
      mount -t tmpfs -o ro tmpfs scratch
      TMPDIR="$PWD/scratch" "$PATHBOOK" report c.json --output out
      """
    let result = try Command.shell(script, in: folder.path, through: Surroundings.inOwnMounts ?? [])
    #expect(result.exitCode == 0 && result.errors == [], "\(result)")
    #expect(try folder.names(in: "out").count == 4)
  }

  // MARK: - Signals while the command waits for its input

  @Test(arguments: [("INT", 130), ("TERM", 143), ("HUP", 129)])
  func `a command that waits for its input ends at once`(signal: String, exitCode: Int) throws {
    // The shell's opening ends when the command has opened the other end.
    let script = """
      mkfifo profile
      "$PATHBOOK" report profile --output out & job=$!
      exec 3> profile
      kill -\(signal) $job; wait $job
      """
    let result = try Command.shell(script, in: folder.path)
    #expect(result == .init(exitCode: Int32(exitCode), output: "", errors: []))
    #expect(try folder.names() == ["c.json", "next.json", "profile", "scratch"])
  }

  @Test func `a hangup that is ignored stays ignored`() throws {
    let script = """
      mkfifo profile
      trap '' HUP
      "$PATHBOOK" report profile --format txt --output out & job=$!
      exec 3> profile
      kill -HUP $job; cat next.json >&3; exec 3>&-; wait $job
      """
    #expect(
      try Command.shell(script, in: folder.path) == .init(exitCode: 0, output: "out/next.txt\n", errors: []))
  }

  @Test func `a reader that goes away ends the command as it ends others, and nothing stays`() throws {
    // The reader has closed its end before the command has its input.
    let script = """
      mkfifo profile
      { "$PATHBOOK" report profile --output out; echo "code $?" >&2; } | { exec <&-; cat next.json > profile; }
      """
    let result = try Command.shell(script, in: folder.path)
    #expect(result.errors == ["code 141"], "\(result)")
    #expect(try hidden("out") == [] && folder.names(in: "out").count == 4)
  }
}

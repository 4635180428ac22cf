import Foundation
import Testing

@Suite struct BatchCommandTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  /// - Parameter notes: the length of each client's notes.
  private func roster(_ count: Int, notes: Int = 0) throws {
    let text = String(repeating: "x", count: notes)
    let rows = (0..<count).map { "c\($0),CA,\(40_000 + $0),annual,yes,\(text)" }
    try folder.write(
      "id,state,pay_amount,pay_basis,in_field,notes\n" + rows.joined(separator: "\n") + "\n", to: "r.csv")
  }

  /// Feeds the rows of `r.csv` up to a number through a pipe that stays open: the batch cannot come to its end before
  /// the signal, however slow the machine is. Before it begins it waits for 64 KiB, so the rows have long notes.
  private static func rows(_ count: Int) -> String {
    "mkfifo rows; exec 3<> rows; head -n \(count + 1) r.csv >rows 3<&- &\n"
  }

  /// Every file but the journal, whose lines have times.
  private func tree(_ name: String) throws -> [String: Data] {
    let root = folder.path(name)
    var files: [String: Data] = [:]
    for path in FileManager.default.enumerator(atPath: root)?.allObjects as? [String] ?? []
    where path != "manifest.ndjson" {
      files[path] = FileManager.default.contents(atPath: "\(root)/\(path)")
    }
    return files
  }

  @Test func `a batch says what it wrote`() throws {
    try roster(3)
    let result = try Command.run("batch", "r.csv", "--output", "out", "--quiet", in: folder.path)
    #expect(result == .init(exitCode: 0, output: "out: 3 clients written, 0 rejected\n", errors: []))
    #expect(try folder.names(in: "out").count == 3 * 4 + 1)
  }

  @Test func `a bad row is rejected with exit code 65, and standard input is a roster too`() throws {
    let result = try Command.run(
      "batch", "-", "--output", "out", "--format", "txt", "--quiet",
      input: "id;state;shoes\na;CA;x\nb;ZZ;y\n", in: folder.path)
    #expect(result.exitCode == 65)
    #expect(result.output == "out: 1 client written, 1 rejected\n")
    #expect(
      result.errors == [
        "a column is not part of a profile and ignored: \"shoes\"",
        "out/rejects.csv: fix the rows, then give this file as the roster with --resume",
      ])
    #expect(
      try folder.text("out/rejects.csv").hasPrefix("\u{FEFF}reject_line;reject_reasons;id;state;shoes\r\n3;"))
  }

  @Test(arguments: [("INT", 130), ("TERM", 143)])
  func `a signal ends a batch with the clients in hand, and it can be taken up`(
    _ signal: String, _ code: Int
  ) throws {
    try roster(80, notes: 2_000)
    let day = "--report-date 2026-11-23"
    let script =
      Self.rows(60) + """
        "$PATHBOOK" batch rows --output out --format csv,txt --quiet \(day) 3>&- & job=$!
        while [ ! -e out/manifest.ndjson ] || [ $(wc -l < out/manifest.ndjson) -lt 2 ]; do sleep 0.02; done
        kill -\(signal) $job; wait $job
        """
    let result = try Command.shell(script, in: folder.path)
    #expect(result.exitCode == Int32(code), "\(result)")
    #expect(result.errors.last == "what was written is kept; the same command with --resume continues")
    let there = try tree("out")
    #expect(there.count < 80 * 3 && !there.isEmpty)
    #expect(!there.keys.contains { $0.hasPrefix(".") })
    let words = "--format csv,txt --quiet \(day)"
    let resumed = try Command.shell(
      "\"$PATHBOOK\" batch r.csv --output out \(words) --resume", in: folder.path)
    #expect(resumed.exitCode == 0, "\(resumed)")
    _ = try Command.shell("\"$PATHBOOK\" batch r.csv --output all \(words)", in: folder.path)
    #expect(try tree("out") == tree("all"))
  }

  @Test func `a signal ends a batch that waits for rows`() throws {
    let script = """
      mkfifo rows; "$PATHBOOK" batch rows --output out --format csv --quiet & job=$!
      exec 3> rows
      { echo "id;notes"; for n in $(seq 40); do echo "c$n;$(printf '%02000d' $n)"; done; } >&3
      while [ ! -e out/manifest.ndjson ]; do sleep 0.02; done
      # When none of its threads runs it waits for more rows. A signal before that ends it in the same way.
      while grep -q '^State:.[RD]' /proc/$job/task/*/status; do sleep 0.02; done
      kill -INT $job; wait $job
      """
    let result = try Command.shell(script, in: folder.path)
    #expect(result.exitCode == 130, "\(result)")
    #expect(try folder.names(in: "out").contains("manifest.ndjson"))
  }

  @Test func `a roster that comes through a pipe is read once`() throws {
    let result = try Command.shell(
      "mkfifo rows; printf 'id;state\\na;CA\\nb;TX\\n' > rows & "
        + "\"$PATHBOOK\" batch rows --output out --format csv --quiet", in: folder.path)
    #expect(result == .init(exitCode: 0, output: "out: 2 clients written, 0 rejected\n", errors: []))
    let pieces = try Command.shell(
      "{ printf 'id;'; sleep 0.2; printf 'state\\na;CA\\nb;TX\\n'; } | \"$PATHBOOK\" roster check -",
      in: folder.path)
    #expect(pieces.output == "standard input: 2 good, 0 bad\n")
  }

  @Test(arguments: [
    ([0x50, 0x4B, 3, 4, 20, 0], "copy or download it again")
  ])
  func `what is no roster is named, and what to do`(_ bytes: [UInt8], _ remedy: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: folder.path("r.csv")))
    for words in [["batch", "r.csv", "--output", "out"], ["roster", "check", "r.csv"]] {
      let result = try Command(folder: folder.path).run(words)
      #expect(
        result.exitCode == 65 && result.errors.count == 1 && result.errors[0].contains(remedy), "\(result)")
    }
    #expect(try folder.names() == ["r.csv"])
  }

  @Test func `a second signal stops at once`() throws {
    try roster(60, notes: 2_000)
    // Both signals are there before it can deal with the first.
    let script =
      Self.rows(60) + """
        "$PATHBOOK" batch rows --output out --format html --quiet 3>&- & job=$!
        while [ ! -e out/manifest.ndjson ]; do sleep 0.02; done
        kill -STOP $job; kill -INT $job; kill -TERM $job; kill -CONT $job; wait $job
        """
    let result = try Command.shell(script, in: folder.path)
    // Whichever is handled last.
    #expect([130, 143].contains(result.exitCode))
    // An end in good order would have written all that the first signal left.
    #expect(try !folder.names(in: "out").contains { $0.hasPrefix(".") })
  }

  @Test(arguments: ["zip", "tar"])
  func `an archive has the same bytes wherever, whenever and with however many jobs it is written`(
    _ format: String
  ) throws {
    // More than two groups.
    let rows = (0..<70).map { "c\($0),\($0 % 5 == 2 ? "ZZ" : "CA"),\(40_000 + $0),annual,yes" }
    try folder.write(
      "id,state,pay_amount,pay_basis,in_field\n" + rows.joined(separator: "\n") + "\n", to: "r.csv")
    var archives: [Data] = []
    for (zone, jobs) in [("UTC", "1"), ("America/New_York", "4"), ("Asia/Kolkata", "3"), ("EST5EDT", "8")] {
      let name = "\(jobs).\(format)"
      let command = Command(folder: folder.path, environment: ["TZ": zone])
      let result = try command.run([
        "batch", "r.csv", "--output", name, "--format", "txt", "--pack", format, "--jobs", jobs, "--quiet",
        "--combined-csv", "--summary", "--report-date", "2026-11-23",
      ])
      #expect(result.exitCode == 65, "\(result)")
      archives.append(try folder.bytes(name))
    }
    for archive in archives.dropFirst() { #expect(archive == archives[0]) }
    let list = try Command(words: ["python3", "-c"], folder: folder.path).run([
      """
      import tarfile, zipfile
      name = "1.\(format)"
      text = (zipfile.ZipFile(name).read("manifest.ndjson") if name.endswith("zip")
              else tarfile.open(name).extractfile("manifest.ndjson").read())
      print(text.decode().count("\\n"), b"seconds" in text)
      """
    ])
    #expect(list.output == "71 False\n", "\(list)")
  }

  @Test(.enabled(if: Surroundings.canBeOrdinaryUser, "needs setpriv"))
  func `a folder that cannot be made is exit code 73`() throws {
    try roster(2)
    chmod(folder.path, 0o755)
    let result = try Command.shell(
      "\"$PATHBOOK\" batch r.csv --output /proc/out --quiet", in: folder.path,
      through: Surroundings.asOrdinaryUser, pathbook: Surroundings.commandForEverybody)
    #expect(result.exitCode == 73, "\(result)")
  }

  @Test(.enabled(if: Surroundings.inOwnMounts != nil, "needs unshare"))
  func `a full disk stops a batch, says what is missing, and loses nothing that was finished`() throws {
    try roster(300)
    // Two jobs: with many, the first clients of all of them could fill the disk before one is done.
    let words = "--format txt --quiet --jobs 2 --report-date 2026-11-23"
    let script = """
      "$PATHBOOK" batch r.csv --output whole \(words)
      mount -t tmpfs -o size=1m tmpfs /mnt
      "$PATHBOOK" batch r.csv --output /mnt/out \(words); echo "exit $?"; cp -R /mnt/out full
      mount -o remount,size=100m /mnt
      "$PATHBOOK" batch r.csv --output /mnt/out \(words) --resume; echo "exit $?"; cp -R /mnt/out resumed
      """
    let result = try Command.shell(script, in: folder.path, through: Surroundings.inOwnMounts ?? [])
    let ends = result.output.split(separator: "\n").filter { $0.hasPrefix("exit ") }
    #expect(ends == ["exit 74", "exit 0"], "\(result)")
    #expect(result.errors.contains { $0.contains("MiB more are needed") }, "\(result.errors)")
    let (whole, full) = (try tree("whole"), try tree("full"))
    // What has its name is whole, whether the disk had room for its line in the journal or not.
    #expect(full.count > 0 && full.count < whole.count)
    for (name, bytes) in full { #expect(bytes == whole[name], "\(name)") }
    // What the journal names is there, and no line of it is half.
    let lines = try folder.text("full/manifest.ndjson").split(separator: "\n").dropFirst()
    for line in lines {
      let entry = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      let files = try #require(entry?["files"] as? [[String: Any]])
      #expect(files.count == 1 && files.allSatisfy { full[$0["path"] as? String ?? ""] != nil }, "\(line)")
    }
    #expect(!lines.isEmpty && lines.count <= full.count)
    #expect(try tree("resumed") == whole)
  }

  @Test(.enabled(if: Surroundings.inOwnMounts != nil, "needs unshare"))
  func `on a full disk there is no archive, and nothing is left of it`() throws {
    try roster(120)
    let script = """
      mount -t tmpfs -o size=256k tmpfs /mnt
      "$PATHBOOK" batch r.csv --output /mnt/out.tar --format txt --quiet --pack tar; echo "exit $?"
      ls -A /mnt | wc -l
      """
    let result = try Command.shell(script, in: folder.path, through: Surroundings.inOwnMounts ?? [])
    #expect(result.output.hasSuffix("exit 74\n0\n"), "\(result)")
    #expect(result.errors.last == "there is no /mnt/out.tar: an archive is written whole or not at all")
  }

  @Test func `a signal leaves an archive of the clients that were done`() throws {
    try roster(100, notes: 2_000)
    let script =
      Self.rows(100) + """
        "$PATHBOOK" batch rows --output out.tar --format txt --quiet --pack tar 3>&- & job=$!
        while [ ! -s .out.tar.unfinished/archive ]; do sleep 0.02; done
        kill -TERM $job; wait $job; echo "exit $?"
        tar -tf out.tar | grep -c '^c.*[.]txt$'; tar -xOf out.tar manifest.ndjson | grep -c '"done"'; ls -A
        """
    let lines = try Command.shell(script, in: folder.path).output.split(separator: "\n").map(String.init)
    #expect(lines.count == 7 && lines[1] == "exit 143", "\(lines)")
    #expect(lines[2] == lines[3] && (1...100).contains(Int(lines[2]) ?? 0))
    #expect(lines.suffix(3) == ["out.tar", "r.csv", "rows"])
  }

  @Test func `few open files are enough`() throws {
    try roster(40)
    // What other tests have open at this moment is inherited, and would count.
    let script = """
      bash -c 'for path in /proc/self/fd/*; do fd=${path##*/}; [ "$fd" -lt 3 ] || eval "exec $fd>&-"; done
        ulimit -n 32; "$PATHBOOK" batch r.csv --output out --quiet --jobs 4'
      """
    let result = try Command.shell(script, in: folder.path)
    #expect(result.exitCode == 0, "\(result)")
  }

  @Test func `progress for a program is JSON, a line each`() throws {
    try roster(30)
    let result = try Command.run(
      "batch", "r.csv", "--output", "out", "--format", "txt", "--progress", "json", in: folder.path)
    let last = try #require(result.errors.last)
    let object = try JSONSerialization.jsonObject(with: Data(last.utf8)) as? [String: Any]
    #expect(object?["done"] as? Int == 30 && object?["total"] as? Int == 30)
  }

  @Test(arguments: [
    (["--jobs", "0"], "--jobs is 1 to 256"), (["--limit", "0"], "--limit is 1 or more"),
    (["--layout", "tree"], "tree"), (["--format", "docx"], "docx"),
  ])
  func `wrong words are a usage error`(_ words: [String], _ message: String) throws {
    try roster(1)
    let result = try Command(folder: folder.path).run(["batch", "r.csv", "--output", "out"] + words)
    #expect(result.exitCode == 64 && result.errors.joined().contains(message), "\(result)")
  }

  @Test func `an empty roster to fill in is one, as CSV and as a workbook`() throws {
    for name in ["r.csv", "r.xlsx"] {
      let result = try Command.run("roster", "template", "--output", name, in: folder.path)
      #expect(result == .init(exitCode: 0, output: "\(name)\n", errors: []))
      try folder.write("filled in", to: "filled-\(name)")
      let again = try Command.run("roster", "template", "--output", "filled-\(name)", in: folder.path)
      #expect(again.exitCode == 73 && again.output == "")
      #expect(try folder.text("filled-\(name)") == "filled in")
    }
    let check = try Command.run("roster", "check", "r.csv", in: folder.path)
    #expect(check == .init(exitCode: 0, output: "r.csv: 0 good, 0 bad\n", errors: []))
  }

  @Test func `a roster is checked whole, and counted`() throws {
    try folder.write("id,state\na,CA\nb,ZZ\nc,QQ\n", to: "r.csv")
    let check = try Command.run("roster", "check", "r.csv", in: folder.path)
    #expect(check.exitCode == 65 && check.output == "r.csv: 1 good, 2 bad\n")
    #expect(check.errors.map { $0.prefix(13) } == ["r.csv: line 3", "r.csv: line 4"])
    #expect(try Command.run("roster", "count", "r.csv", in: folder.path).output == "r.csv: 3 rows\n")
    let piped = try Command.run("roster", "count", "-", input: "{\"id\": \"a\"}\n\n\n{\"id\": 4}\n")
    #expect(piped == .init(exitCode: 0, output: "standard input: 2 rows\n", errors: []))
  }

  @Test func `clients whose advice changes with a new dataset are told`() throws {
    try roster(3)
    let old = Repository.path("Samples/datasets/medical-coding")
    let none = try Command.run("caseload", "diff", old, old, "r.csv", in: folder.path)
    #expect(none.exitCode == 0 && none.output.contains("0 of 3 clients are concerned."), "\(none)")
    try folder.copyFolder(old, to: "new")
    let pay = try folder.text("new/pay.csv")
    let quarter = try #require(pay.split(separator: "\n").first { $0.hasPrefix("oews-national-p25,") })
    let raised = quarter.replacing("41600", with: "50000")
    try folder.write(pay.replacing(quarter, with: raised), to: "new/pay.csv")
    let some = try Command.run(
      "caseload", "diff", old, "new", "r.csv", "--format", "csv,xlsx,txt", "--output", "out", in: folder.path)
    #expect(some.exitCode == 0, "\(some)")
    let names = ["affected.csv", "affected.datapackage.json", "affected.xlsx", "affected.txt"]
    #expect(some.output == names.map { "out/\($0)\n" }.joined())
    let text = try folder.text("out/affected.txt")
    #expect(text.contains("3 of 3 clients are concerned."))
    #expect(text.contains("21st") && text.contains("15th"))
    #expect(try folder.text("out/affected.csv").contains("percentile_before"))
    #expect(try folder.bytes("out/affected.csv").starts(with: [0xEF, 0xBB, 0xBF]))
    let printed = try Command.run(
      "caseload", "diff", old, "new", "r.csv", "--format", "csv", in: folder.path)
    #expect(printed.output.hasPrefix("client_id,"))
  }
}

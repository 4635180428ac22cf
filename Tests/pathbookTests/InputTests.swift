import Foundation
import Testing

@Suite struct InputTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  /// Both commands that read profiles say the same of one that is not there.
  private func expectMissing(_ path: String, reason: String, shown: String? = nil) throws {
    for words in [["profile", "check", path], ["report", path, "--output", "out"]] {
      let result = try Command(folder: folder.path).run(words)
      let line = "\(shown ?? path): cannot be read (\(reason)); check the path and the permissions"
      #expect(result == .init(exitCode: 66, output: "", errors: [line]))
    }
    #expect(!FileManager.default.fileExists(atPath: folder.path("out")))
  }

  @Test func `a profile that is missing is told`() throws {
    try expectMissing("none.json", reason: "No such file or directory")
    try expectMissing("", reason: "No such file or directory", shown: "\"\"")
  }

  @Test func `a folder as a profile is told`() throws {
    try folder.makeFolder("clients")
    try expectMissing("clients", reason: "Is a directory")
  }

  @Test func `the name of a file cannot act on the terminal`() throws {
    try expectMissing(
      "a\u{1B}[31m\n.json", reason: "No such file or directory", shown: #"a\u{1B}[31m\u{A}.json"#)
  }

  @Test(.enabled(if: Surroundings.canBeOrdinaryUser, "needs root with setpriv, or an ordinary user"))
  func `a profile that may not be read is told`() throws {
    try folder.write(#"{"id": "c"}"#, to: "secret.json")
    try folder.setMode(0, of: "secret.json")
    let command = Command(
      words: Surroundings.asOrdinaryUser + [Surroundings.commandForEverybody], folder: folder.path)
    let result = try command.run(["report", "secret.json"])
    let line = "secret.json: cannot be read (Permission denied); check the path and the permissions"
    #expect(result == .init(exitCode: 66, output: "", errors: [line]))
  }

  @Test func `standard input is read, and named in messages`() throws {
    let good = try Command.run("profile", "check", "-", input: #"{"id": "c"}"#)
    #expect(good == .init(exitCode: 0, output: "standard input: good\n", errors: []))
    let bad = try Command.run("report", "-", "--output", "-", "--format", "txt", input: "{}")
    #expect(
      bad == .init(exitCode: 65, output: "", errors: ["standard input: id: the field is required; add it"]))
    let closed = try Command.shell("\"$PATHBOOK\" report - <&-", in: folder.path)
    let line = "standard input: cannot be read (Bad file descriptor); check the path and the permissions"
    #expect(closed == .init(exitCode: 66, output: "", errors: [line]))
  }

  @Test func `a profile may come through a pipe`() throws {
    let script = "mkfifo pipe && (printf '{\"id\": \"c\"}' > pipe &) && \"$PATHBOOK\" profile check pipe"
    let result = try Command.shell(script, in: folder.path)
    #expect(result == .init(exitCode: 0, output: "pipe: good\n", errors: []))
  }

  @Test func `a device without end is refused`() throws {
    let result = try Command.run("profile", "check", "/dev/zero")
    let line = "/dev/zero: the file is larger than 1 MiB; give a smaller one"
    #expect(result == .init(exitCode: 65, output: "", errors: [line]))
  }

  @Test func `text that is not UTF-8 is told`() throws {
    let script = #"printf '{"id": "c", "name": "Jos\351"}' | "$PATHBOOK" profile check -"#
    let result = try Command.shell(script, in: folder.path)
    #expect(result.exitCode == 65 && result.errors.count == 1)
    #expect(
      result.errors.first
        == "standard input: line 1, column 24: this is not valid JSON (unable to decode byte 0xe9); fix the text at this point"
    )
  }

  @Test func `check tells of every file and exits with the highest code`() throws {
    try folder.write(#"{"id": "c"}"#, to: "good.json")
    try folder.write(#"{"id": "c", "rugn": "x"}"#, to: "bad.json")
    let all = try Command.run(
      "profile", "check", "none.json", "bad.json", "good.json", in: folder.path)
    #expect(
      all
        == .init(
          exitCode: 66, output: "good.json: good\n",
          errors: [
            "none.json: cannot be read (No such file or directory); check the path and the permissions",
            "bad.json: rugn: line 1: unknown field; did you mean rung?",
          ]))
    #expect(try Command.run("profile", "check", "bad.json", "good.json", in: folder.path).exitCode == 65)
    #expect(try Command.run("profile", "check", "good.json", "good.json", in: folder.path).exitCode == 0)
  }

  @Test func `ids of tables that a dataset lacks are noted and ignored`() throws {
    try folder.write(#"{"id": "c", "credentials": ["CPC"], "setting": "rock-station"}"#, to: "c.json")
    let dataset = Repository.path("Samples/datasets/lighthouse-keeping")
    let result = try Command.run("profile", "check", "c.json", "--dataset", dataset, in: folder.path)
    let note = "c.json: credentials: ignored; the dataset has no credentials"
    #expect(result == .init(exitCode: 0, output: "c.json: good\n", errors: [note]))
  }

  @Test(arguments: [
    (
      ["--dataset", "none"],
      "none: cannot be read (No such file or directory); check the path and the permissions"
    ),
    (
      ["--dataset", "empty"],
      "empty/datapackage.json: cannot be read (it is missing, and a dataset needs it); check the path and the permissions"
    ),
    (
      ["--template", "empty"],
      "empty/template.yaml: cannot be read (it is missing, and a template needs it); check the path and the permissions"
    ),
    (
      ["--template", "standrad"],
      "standrad: cannot be read (no folder and no template of this name; templates: brief, brief-es, full, full-es, session, session-es, standard, standard-es); check the path and the permissions"
    ),
  ])
  func `a dataset or a template that is missing is told`(words: [String], line: String) throws {
    try folder.makeFolder("empty")
    let result = try Command(folder: folder.path).run(["report", Repository.client("auditor")] + words)
    #expect(result == .init(exitCode: 66, output: "", errors: [line]))
    #expect(try folder.names() == ["empty"])
  }
}

import Foundation
import Testing

@Suite struct SetupCommandTests {
  private let folder: TestFolder

  init() throws {
    folder = try TestFolder()
    try folder.makeFolder("bin")
  }

  /// - Parameter path: where programs are.
  private func command(path: String = "/usr/bin:/bin") -> Command {
    Command(
      folder: folder.path,
      environment: [
        "XDG_DATA_HOME": folder.path("data"), "HOME": folder.path, "PATH": path, "TMPDIR": folder.path,
        // Nobody answers there.
        "PIP_INDEX_URL": "http://127.0.0.1:9/simple", "PIP_CONFIG_FILE": "/dev/null", "PIP_RETRIES": "0",
      ])
  }

  private func writeProgram(_ name: String, _ script: String) throws {
    try folder.write("#!/bin/sh\n\(script)\n", to: name)
    try folder.setMode(0o755, of: name)
  }

  @Test func `without a network the command says so, and leaves nothing`() throws {
    let result = try command().run(["setup", "pdf"])
    #expect(result.exitCode == 69 && result.output == "", "\(result)")
    #expect(result.errors.count == 1, "\(result)")
    let line = result.errors.first ?? ""
    #expect(
      line.hasPrefix("the compiler of PDFs cannot be fetched from the Python Package Index ("), "\(line)")
    #expect(line.hasSuffix("then run \"pathbook setup pdf\" again; nothing was installed"), "\(line)")
    #expect(try folder.names(in: "data/pathbook") == [])
    #expect(try folder.names() == ["bin", "data"])
  }

  @Test func `where the compiler is there nothing is fetched`() throws {
    try folder.makeFolder("data/pathbook/typst/bin")
    let list = try Data(
      contentsOf: URL(fileURLWithPath: Repository.path("Sources/Export/PDF/typst-requirements.txt")))
    try list.write(to: URL(fileURLWithPath: folder.path("data/pathbook/typst/requirements.txt")))
    try writeProgram("data/pathbook/typst/bin/python3", "exit 0")
    // No Python that could install it.
    let result = try command(path: folder.path("bin")).run(["setup", "pdf"])
    let line = "The compiler of PDFs is in \(folder.path("data/pathbook/typst"))\n"
    #expect(result == .init(exitCode: 0, output: line, errors: []))
  }

  @Test func `nothing is left of an interrupted installation, and nothing goes on`() throws {
    // What it has started lives until its input ends.
    try writeProgram(
      "bin/python3", "mkdir -p \"$4/lib\" && echo >started && cat >/dev/null; echo >ended")
    var killed = command(path: "\(folder.path("bin")):/usr/bin:/bin")
    killed.signalOfKill = SIGTERM
    let started = folder.path("started")
    killed.isTimeToKill = { FileManager.default.fileExists(atPath: started) }
    let result = try killed.run(["setup", "pdf"])
    #expect(result.exitCode == 128 + SIGTERM, "\(result)")
    #expect(try folder.names(in: "data/pathbook") == [])
    // The system ends its input with the process that started it.
    for _ in 0..<1_200 where !FileManager.default.fileExists(atPath: folder.path("ended")) { usleep(50_000) }
    #expect(FileManager.default.fileExists(atPath: folder.path("ended")))
  }

  @Test func `who has no folder for data is told`() throws {
    let result = try Command(folder: folder.path).run(["setup", "pdf"])
    #expect(
      result.exitCode == 64 && result.errors.count == 1 && result.errors[0].hasPrefix("HOME is not set"))
  }

  @Test func `the help says what is fetched, from where, and that nothing else uses the network`() throws {
    let words = try Command.run("setup", "pdf", "--help").output.split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    for sentence in [
      "the only command that uses the network", "from the Python Package Index (pypi.org, 34 MB)",
      "checked by its hash", "No other command of Pathbook uses the network.",
    ] {
      #expect(words.contains(sentence), "\(sentence)")
    }
  }
}

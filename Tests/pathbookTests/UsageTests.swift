import CareerData
import Export
import Foundation
import Testing

@Suite struct UsageTests {
  private let folder: TestFolder
  private let client = Repository.client("worked-example")

  init() throws { folder = try TestFolder() }

  private func text(_ words: String...) throws -> String {
    let result = try Command(folder: folder.path).run(
      ["report", client, "--format", "txt", "--output", "-"] + words)
    #expect(result.exitCode == 0 && result.errors == [])
    return result.output
  }

  @Test(arguments: [
    (["report"], "Error: Missing expected argument '<profile>'"),
    (["profile", "check"], "Error: Missing expected argument '<file> ...'"),
    (["report", "c.json", "--no-such-option"], "Error: Unknown option '--no-such-option'"),
    (["nope"], "Error: Unexpected argument 'nope'"),
    (
      ["report", "c.json", "--format", "docx"],
      "Error: The value 'docx' is invalid for '--format <list>': 'docx' is not a format; allowed: \(formats)"
    ),
    (
      ["report", "c.json", "--format", "txt,"],
      "Error: The value 'txt,' is invalid for '--format <list>': '' is not a format; allowed: \(formats)"
    ),
    (
      ["report", "c.json", "--report-date", "2026-02-30"],
      "Error: The value '2026-02-30' is invalid for '--report-date <YYYY-MM-DD>': '2026-02-30' is not a date that exists; write it as YYYY-MM-DD"
    ),
    (["report", "c.json", "--output"], "Error: Missing value for '--output <dir>'"),
  ])
  func `wrong words are a usage error, and say so first`(words: [String], line: String) throws {
    let result = try Command(folder: folder.path).run(words)
    #expect(result.exitCode == 64 && result.output == "")
    #expect(result.errors.first == line)
    #expect(result.errors.contains { $0.hasPrefix("Usage: pathbook") })
  }

  private static let formats = OutputFormat.all.map(\.id).joined(separator: ", ")

  @Test(arguments: [[], ["--format", "csv,txt"], ["--format", "xlsx"]])
  func `standard output takes one format that is text`(words: [String]) throws {
    let result = try Command(folder: folder.path).run(["report", client, "--output", "-"] + words)
    let line = "--output - prints one format that is text; use --format txt or --format csv"
    #expect(result == .init(exitCode: 64, output: "", errors: [line]))
  }

  @Test func `each format is written once, in a fixed order`() throws {
    let result = try Command.run("report", client, "--format", "txt,csv,txt", in: folder.path)
    #expect(
      result.output == "./worked-example.csv\n./worked-example.datapackage.json\n./worked-example.txt\n")
  }

  @Test(arguments: ["CON", "manifest", "rejects", "summary"])
  func `an id that a batch refuses is refused everywhere`(_ id: String) throws {
    try folder.write("{\"id\": \"\(id)\"}", to: "client.json")
    try folder.write("id\n\(id)\n", to: "roster.csv")
    for words in [
      ["report", "client.json", "--output", "out"], ["profile", "check", "client.json"],
      ["chart", "client.json", "--all", "--output", "out"], ["roster", "check", "roster.csv"],
    ] {
      let result = try Command(folder: folder.path).run(words)
      #expect(result.exitCode == 65 && result.errors.count == 1, "\(words) \(result)")
      #expect(result.errors.first?.contains("cannot name files on every system") == true, "\(result)")
    }
    #expect(try folder.names() == ["client.json", "roster.csv"])
  }

  @Test(arguments: [
    "report client.json --output $OUT", "batch roster.csv --output $OUT", "report $OUT",
    "report client.json --output out --dataset $OUT", "template copy standard $OUT",
    "roster template --output $OUT.csv", "dataset copy $OUT", "chart client.json --all --output $OUT",
  ])
  func `a path that is no UTF-8 is refused, and nothing is written in its place`(_ words: String) throws {
    try folder.write(#"{"id": "c"}"#, to: "client.json")
    try folder.write("id\nc\n", to: "roster.csv")
    let result = try Command.shell(
      "OUT=$(printf 'f\\351e'); \"$PATHBOOK\" \(words.replacing("$OUT", with: "\"$OUT\""))", in: folder.path)
    #expect(result.exitCode == 64 && result.output == "" && result.errors.count == 1, "\(result)")
    #expect(result.errors.first?.contains("UTF-8") == true)
    #expect(try folder.names() == ["client.json", "roster.csv"])
  }

  @Test func `a slash that an accent follows is one`() throws {
    try folder.write(#"{"id": "c"}"#, to: "client.json")
    for words in [
      ["report", "client.json", "--format", "txt", "--output", "a/\u{301}b/c"],
      ["roster", "template", "--output", "d/\u{301}e.csv"],
    ] {
      let result = try Command(folder: folder.path).run(words)
      #expect(result.exitCode == 0, "\(result)")
    }
    #expect(try folder.names(in: "a/\u{301}b/c") == ["c.txt"] && folder.names(in: "d") == ["\u{301}e.csv"])
  }

  @Test func `the date of the command is before that of the profile`() throws {
    #expect(try text().contains("November 23, 2026"))
    let other = try text("--report-date", "2027-01-05")
    #expect(other.contains("January 5, 2027") && !other.contains("November 23, 2026"))
  }

  @Test func `a profile without a date has the report of today`() throws {
    // A day may end between the two.
    let before = Date()
    let result = try Command.run("report", "-", "--format", "csv", "--output", "-", input: #"{"id": "c"}"#)
    let days = [before, Date()].map { $0.formatted(.iso8601.year().month().day()) }
    #expect(result.exitCode == 0)
    #expect(days.contains { result.output.contains("\r\nc,\($0),") })
  }

  @Test func `text for a screen reader has no drawing characters`() throws {
    let drawn = try text()
    let spoken = try text("--ascii")
    // Box drawing, blocks and geometric shapes.
    func drawing(_ text: String) -> Int { text.unicodeScalars.count { (0x2500...0x25FF).contains($0.value) } }
    #expect(drawn.contains("\n-----") && drawn.contains("\n====="))
    #expect(drawing(spoken) == 0 && !spoken.contains("--") && !spoken.contains("=="))
    #expect(spoken.contains("Where you stand"))
  }

  @Test func `a cell that a spreadsheet would run is escaped, unless asked for as it is`() throws {
    try folder.copyFolder(Repository.path("Samples/datasets/lighthouse-keeping"), to: "dataset")
    let settings = try folder.text("dataset/settings.csv")
    try folder.write(
      settings.replacingOccurrences(of: "rock-station,Rock station", with: "rock-station,=1+1"),
      to: "dataset/settings.csv")
    func csv(_ words: String...) throws -> String {
      let command = Command(input: #"{"id": "c", "report_date": "2026-11-23"}"#, folder: folder.path)
      let result = try command.run(
        ["report", "-", "--dataset", "dataset", "--format", "csv", "--output", "-"] + words)
      #expect(result.exitCode == 0 && result.errors == [])
      return result.output
    }
    let escaped = try csv()
    let raw = try csv("--raw-csv")
    #expect(escaped.contains(",'=1+1,") && !escaped.contains(",=1+1,"))
    #expect(raw.contains(",=1+1,") && !raw.contains("'=1+1"))
    #expect(escaped.replacingOccurrences(of: "'=1+1", with: "=1+1") == raw)
  }

  // MARK: - What the command says of itself

  @Test func `the version is a line, with that of the dataset`() throws {
    let dataset = try DatasetLoader.shipped().identity
    let line = "pathbook \(ProgramVersion.current) (dataset \(dataset.name) \(dataset.version))\n"
    let expected = Command.Result(exitCode: 0, output: line, errors: [])
    #expect(try Command.run("--version") == expected)
  }

  @Test(arguments: [
    [], ["report"], ["profile"], ["profile", "check"], ["dataset"], ["dataset", "show"], ["setup"],
    ["setup", "pdf"],
  ])
  func `every command's help has examples and fits 80 columns`(words: [String]) throws {
    let result = try Command().run(words + ["--help"])
    #expect(result.exitCode == 0 && result.errors == [])
    #expect(result.output.contains("\nEXAMPLES\n  "))
    #expect(result.output.contains("pathbook \((words.isEmpty ? ["report"] : words).joined(separator: " "))"))
    // The usage line is one line, so that it can be copied.
    for line in result.output.split(separator: "\n") where !line.hasPrefix("USAGE: ") {
      #expect(line.count <= 80, "\(line)")
    }
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `a completion script is made for each shell`(shell: String) throws {
    let result = try Command.run("--generate-completion-script", shell)
    #expect(result.exitCode == 0 && result.errors == [])
    for word in ["pathbook", "report", "raw-csv"] + OutputFormat.all.map(\.id) {
      #expect(result.output.contains(word), "\(word)")
    }
  }

  @Test func `bash takes its completion script`() throws {
    let script = "\"$PATHBOOK\" --generate-completion-script bash > script && bash -n script"
    #expect(try Command.shell(script, in: folder.path) == .init(exitCode: 0, output: "", errors: []))
  }

  @Test func `dataset show lists every id that profiles use`() throws {
    let result = try Command.run("dataset", "show")
    #expect(result.exitCode == 0 && result.errors == [])
    let records = try DatasetLoader.shipped().records
    let ids =
      records.settings.map(\.id) + records.specializations.map(\.id) + records.rungs.map(\.id)
      + records.credentials.map(\.id)
    for id in ids { #expect(result.output.contains("\n  \(id): "), "\(id)") }
    let states = records.areas.filter { $0.kind == .state }.map(\.code)
    #expect(result.output.hasSuffix("\nstate: \(states.joined(separator: " "))\n"))
    for source in records.sources {
      #expect(result.output.contains("\n  \(source.id): \(source.publisher), "))
    }
  }

  @Test func `dataset show leaves out what a dataset lacks`() throws {
    let dataset = Repository.path("Samples/datasets/lighthouse-keeping")
    let result = try Command.run("dataset", "show", "--dataset", dataset)
    #expect(result.exitCode == 0 && result.errors == [])
    #expect(result.output.hasPrefix("Lighthouse keeping careers (fictional) (lighthouse-keeping 1.0.0)\n"))
    #expect(result.output.contains("\nsetting:\n") && !result.output.contains("credentials:"))
  }

  // MARK: - Anywhere

  @Test func `a lone copy of the binary makes the same report from another folder`() throws {
    try Command.copyBinary(to: folder.path("copy"))
    try folder.makeFolder("elsewhere")
    let copy = Command(words: [folder.path("copy")], folder: folder.path("elsewhere"))
    #expect(try copy.run(["report", client, "--output", "../by-copy"]).exitCode == 0)
    #expect(try Command.run("report", client, "--output", folder.path("by-command")).exitCode == 0)
    #expect(try folder.files(in: "by-copy") == folder.files(in: "by-command"))
    #expect(try folder.names(in: "elsewhere") == [])
  }
}

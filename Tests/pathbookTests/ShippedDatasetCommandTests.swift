import Testing

/// `pathbook dataset list` and `program add`, and a shipped dataset by its name, as processes.
@Suite struct ShippedDatasetCommandTests {
  private let folder: TestFolder

  init() throws {
    folder = try TestFolder()
    try folder.write(#"{"id": "c", "state": "CA", "pay_amount": 46000, "pay_basis": "annual"}"#, to: "c.json")
  }

  private func run(_ words: String...) throws -> Command.Result {
    try Command(folder: folder.path).run(words)
  }

  @Test func `the list names both datasets`() throws {
    let lines = try run("dataset", "list").output.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines[0].hasPrefix("medical-coding  ") && lines[0].contains("May 2024"))
    #expect(lines[1].hasPrefix("medical-coding-2025  ") && lines[1].contains("May 2025"))
  }

  @Test func `a report takes the newer edition by its name`() throws {
    let words = ["report", "c.json", "--report-date", "2026-11-23", "--format", "csv", "--output"]
    #expect(try Command(folder: folder.path).run(words + ["old"]).exitCode == 0)
    let result = try Command(folder: folder.path).run(
      words + ["new", "--dataset", "medical-coding-2025"])
    #expect(result.exitCode == 0 && result.errors == [])
    #expect(try folder.text("old/c.csv").contains(",state:CA,California,pay,median,USD/year,,59700,"))
    #expect(try folder.text("new/c.csv").contains(",state:CA,California,pay,median,USD/year,,61810,"))
  }

  @Test func `a folder of a shipped dataset's name is meant by its path`() throws {
    #expect(try run("dataset", "copy", "medical-coding-2025", "--from", "medical-coding").exitCode == 0)
    #expect(
      try run("dataset", "show", "--dataset", "medical-coding-2025").output.contains("(medical-coding-2025 "))
    #expect(
      try run("dataset", "show", "--dataset", "./medical-coding-2025").output.contains("(medical-coding "))
  }

  @Test func `a name that no dataset has is a missing input`() throws {
    #expect(try run("dataset", "show", "--dataset", "medical-coding-2031").exitCode == 66)
    #expect(try run("dataset", "copy", "mine", "--from", "medical-coding-2031").exitCode == 66)
  }

  @Test func `programs are added by options and from a spreadsheet`() throws {
    #expect(try run("dataset", "copy", "mine").exitCode == 0)
    let one = try run(
      "dataset", "program", "add", "--into", "mine", "--provider", "Example College", "--title", "Coding",
      "--place",
      "online", "--months", "9", "--cost", "2400", "--credential", "CPC", "--as-of", "2026-11-01")
    #expect(one.exitCode == 0 && one.output == "programs.csv: 1 programs added, 0 changed\n")
    let example = Repository.path("Samples/programs/made-up-programs.csv")
    #expect(try run("dataset", "program", "add", "--into", "mine", "--from", example).exitCode == 0)
    #expect(try folder.text("mine/programs.csv").split(separator: "\n").count == 6)
    #expect(try run("dataset", "check", "mine", "--as-of", "2026-01-01").exitCode == 0)
  }

  @Test func `a program with a mistake names it and changes nothing`() throws {
    #expect(try run("dataset", "copy", "mine").exitCode == 0)
    let before = try folder.text("mine/programs.csv")
    let result = try run(
      "dataset", "program", "add", "--into", "mine", "--provider", "P", "--title", "T", "--place", "online",
      "--credential", "CPC", "--link", "http://example.org", "--as-of", "2026-11-01")
    #expect(result.exitCode == 65)
    #expect(result.errors.contains { $0.contains("programs.csv: row 2, link: \"http://example.org\"") })
    #expect(try folder.text("mine/programs.csv") == before)
    #expect(try run("dataset", "program", "add", "--into", "mine").exitCode == 64)
  }
}

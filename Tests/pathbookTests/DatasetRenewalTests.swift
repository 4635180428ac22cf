import Foundation
import Testing

/// `pathbook dataset copy`, `import`, `new` and `pack` as processes.
@Suite struct DatasetRenewalTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  private func run(_ words: String...) throws -> Command.Result {
    try Command(folder: folder.path).run(words)
  }

  private static let header =
    "AREA,AREA_TITLE,AREA_TYPE,NAICS,NAICS_TITLE,I_GROUP,OCC_CODE,OCC_TITLE,O_GROUP,TOT_EMP,"
    + "H_MEAN,A_MEAN,H_PCT10,H_PCT25,H_MEDIAN,H_PCT75,H_PCT90,A_PCT10,A_PCT25,A_MEDIAN,A_PCT75,A_PCT90,ANNUAL,HOURLY"

  /// A national table as BLS publishes it, with figures that nobody published.
  private static func table(_ rows: String...) -> String {
    ([header] + rows).joined(separator: "\r\n") + "\r\n"
  }

  private static let coders =
    "99,U.S.,1,000000,Cross-industry,cross-industry,29-2072,Medical Records Specialists,detailed,190010,"
    + "27,56160,18,21,25,31,39,37440,43680,52000,64480,81120,,"
  private static let teachers =
    "99,U.S.,1,000000,Cross-industry,cross-industry,25-2021,Elementary School Teachers,detailed,1400000,"
    + "*,70000,*,*,*,*,*,47000,51000,63000,80000,103000,TRUE,"
  private static let surgeons =
    "99,U.S.,1,000000,Cross-industry,cross-industry,29-1242,Surgeons,detailed,14160,"
    + "175,364000,40,100,#,#,#,83200,208000,#,#,#,,"

  private func files(_ name: String) throws -> [String: Data] { try folder.files(in: name) }

  @Test func `a copy of the shipped dataset is the shipped dataset`() throws {
    #expect(try run("dataset", "copy", "mine").exitCode == 0)
    let shipped = Repository.path("Samples/datasets/medical-coding")
    for (name, bytes) in try files("mine") {
      #expect(bytes == (try Data(contentsOf: URL(fileURLWithPath: "\(shipped)/\(name)"))), "\(name)")
    }
    #expect(try run("dataset", "diff", "mine", shipped).output.contains("content") == true)
    let again = try run("dataset", "copy", "mine")
    #expect(again.exitCode == 73)
    #expect(again.errors.first?.contains("the folder is not empty; give a new one") == true)
  }

  @Test func `an import renews what the file holds, keeps the rest, and does nothing the second time`() throws
  {
    _ = try run("dataset", "copy", "mine")
    try folder.write("mine too", to: "mine/notes.txt")
    try folder.write(Self.table(Self.coders), to: "national_M2025_dl.csv")
    let before = try files("mine")
    let result = try run("dataset", "import", "national_M2025_dl.csv", "--into", "mine")
    #expect(result.exitCode == 0, "\(result.errors)")
    #expect(result.output.hasPrefix("OEWS May 2025, 29-2072\n"))
    let after = try files("mine")
    #expect(after["notes.txt"] == before["notes.txt"])
    #expect(after["settings.csv"] == before["settings.csv"])
    #expect(String(decoding: after["pay.csv"] ?? Data(), as: UTF8.self).contains(",52000,"))
    // The explanations of the disagreements speak of the figures of May 2024.
    let check = try run("dataset", "check", "mine", "--as-of", "2026-01-01")
    let errors = check.output.split(separator: "\n").filter { $0.hasPrefix("error: ") }
    #expect(errors.count == 3 && errors.allSatisfy { $0.contains("disagreements.csv: row") })
    let report = try run(
      "report", Repository.client("worked-example"), "--dataset", "mine", "--format", "txt", "--output", "-")
    #expect(report.output.contains("$52,000"))
    #expect(report.output.contains("May 2025"))
    #expect(try run("dataset", "import", "national_M2025_dl.csv", "--into", "mine").exitCode == 0)
    #expect(try files("mine") == after)
    #expect(try folder.names().filter { $0.hasPrefix(".") } == [])
  }

  @Test(arguments: [
    ("a,b\n1,2\n", "it contains no OEWS table"), ("", "it contains no OEWS table"),
    (table(coders.replacingOccurrences(of: "52000", with: "fifty")), "A_MEDIAN"),
    (table(teachers), "29-2072"),
  ])
  func `a file that cannot be imported is told, and the dataset stays as it was`(
    _ text: String, _ words: String
  ) throws {
    _ = try run("dataset", "copy", "mine")
    let before = try files("mine")
    try folder.write(text, to: "national_M2025_dl.csv")
    let result = try run("dataset", "import", "national_M2025_dl.csv", "--into", "mine")
    #expect(result.exitCode == 65)
    #expect(result.errors.joined().contains(words), "\(result.errors)")
    #expect(try files("mine") == before)
    #expect(try folder.names().filter { $0.hasPrefix(".") } == [])
  }

  @Test func `an older file over newer figures needs a word`() throws {
    _ = try run("dataset", "copy", "mine")
    let before = try files("mine")
    try folder.write(Self.table(Self.coders), to: "national_M2023_dl.csv")
    let refused = try run("dataset", "import", "national_M2023_dl.csv", "--into", "mine")
    #expect(refused.exitCode == 65 && refused.errors.joined().contains("older"), "\(refused)")
    #expect(try files("mine") == before)
    let taken = try run("dataset", "import", "national_M2023_dl.csv", "--into", "mine", "--older")
    #expect(taken.exitCode == 0 && taken.output.hasPrefix("OEWS May 2023"), "\(taken)")
  }

  @Test(arguments: [
    ("64480", "37000", "p75 is 37000, below median, 52000"),
    (",25,31,", ",214748364824,31,", "median is 214748364824 an hour"),
  ])
  func `contradictory figures are told at the end of import and new, and nothing is written`(
    old: String, new: String, words: String
  ) throws {
    _ = try run("dataset", "copy", "mine")
    let before = try files("mine")
    let table = Self.table(Self.coders.replacingOccurrences(of: old, with: new))
    try folder.write(table, to: "national_M2025_dl.csv")
    for words in [
      ["import", "national_M2025_dl.csv", "--into", "mine"],
      ["new", "--soc", "29-2072", "--from", "national_M2025_dl.csv", "--into", "new"],
    ] {
      let result = try Command(folder: folder.path).run(["dataset"] + words)
      #expect(result.exitCode == 65)
    }
    let result = try run("dataset", "import", "national_M2025_dl.csv", "--into", "mine")
    #expect(result.errors.joined().contains(words), "\(result.errors)")
    #expect(try files("mine") == before)
    #expect(try folder.names() == ["mine", "national_M2025_dl.csv"])
  }

  @Test(arguments: ["~$national_M2025_dl.xlsx", ".~lock.national_M2025_dl.xlsx#"])
  func `the lock file of a spreadsheet program is named, and not its owner`(name: String) throws {
    try folder.write("\u{7}Jane Doe                         ", to: name)
    let result = try run("dataset", "new", "--soc", "29-2072", "--from", name, "--into", "new")
    #expect(result.exitCode == 65 && result.errors.joined().contains("lock file"), "\(result)")
    #expect(!result.errors.joined().contains("Jane"))
  }

  @Test func `without a period there is no import, and a period can be given`() throws {
    _ = try run("dataset", "copy", "mine")
    try folder.write(Self.table(Self.coders), to: "table.csv")
    let result = try run("dataset", "import", "table.csv", "--into", "mine")
    #expect(result.exitCode == 65)
    #expect(result.errors.joined().contains("--period"), "\(result.errors)")
    let given = try run("dataset", "import", "table.csv", "--into", "mine", "--period", "May 2025")
    #expect(given.exitCode == 0 && given.output.hasPrefix("OEWS May 2025"))
  }

  @Test func `what a killed run left is removed by the next one, and nothing else`() throws {
    _ = try run("dataset", "copy", "mine")
    try folder.makeFolder(".pathbook-mine-abc123")
    try folder.write("half", to: ".pathbook-mine-abc123/pay.csv")
    try folder.makeFolder(".pathbook-other-abc123")
    try folder.makeFolder("precious")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path(".pathbook-mine-link00"), withDestinationPath: folder.path("precious"))
    try folder.write("keep", to: "precious/keep.txt")
    try folder.write(Self.table(Self.coders), to: "national_M2025_dl.csv")
    #expect(try run("dataset", "import", "national_M2025_dl.csv", "--into", "mine").exitCode == 0)
    #expect(
      try folder.names().filter { $0.hasPrefix(".") } == [".pathbook-mine-link00", ".pathbook-other-abc123"])
    #expect(try folder.text("precious/keep.txt") == "keep")
  }

  @Test(arguments: [
    ("25-2021", "$63,000", "wages of this occupation are published by the year"),
    ("29-1242", "$239,200 or more", "$115.00 or more"), ("29-2072", "$52,000", "$25.00"),
  ])
  func `a dataset of any occupation makes a report`(_ soc: String, _ median: String, _ words: String) throws {
    try folder.write(Self.table(Self.coders, Self.teachers, Self.surgeons), to: "national_M2025_dl.csv")
    let made = try run(
      "dataset", "new", "--soc", soc, "--title", "work & \"more\"", "--from", "national_M2025_dl.csv",
      "--into", "new")
    #expect(made.exitCode == 0, "\(made.errors)")
    #expect(try run("dataset", "check", "new", "--as-of", "2026-01-01").exitCode == 0)
    try folder.write(
      #"{"id": "c", "pay_amount": 60000, "pay_basis": "annual", "in_field": true}"#, to: "c.json")
    let report = try run("report", "c.json", "--dataset", "new", "--template", "full", "--output", "out")
    #expect(report.exitCode == 0, "\(report.errors)")
    // Lines break where the page ends.
    let text = try folder.text("out/c.txt").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(text.contains("work & \"more\""))
    #expect(text.contains(median))
    #expect(text.contains(words))
  }

  @Test func `an occupation that the files do not hold is told, and nothing is made`() throws {
    try folder.write(Self.table(Self.coders), to: "national_M2025_dl.csv")
    let result = try run(
      "dataset", "new", "--soc", "11-1011", "--from", "national_M2025_dl.csv", "--into", "new")
    #expect(result.exitCode == 65)
    #expect(result.errors.joined().contains("11-1011"))
    #expect(try folder.names() == ["national_M2025_dl.csv"])
  }

  @Test func `a packed dataset stands wherever a folder does, and is the same bytes each time`() throws {
    _ = try run("dataset", "copy", "mine")
    #expect(try run("dataset", "pack", "mine", "--output", "one.zip").exitCode == 0)
    #expect(try run("dataset", "pack", "mine", "--output", "two.zip").exitCode == 0)
    #expect(try folder.bytes("one.zip") == folder.bytes("two.zip"))
    let client = Repository.client("worked-example")
    let zipped = try run("report", client, "--dataset", "one.zip", "--format", "csv", "--output", "-")
    let plain = try run("report", client, "--format", "csv", "--output", "-")
    #expect(zipped.exitCode == 0 && zipped == plain)
    #expect(try run("dataset", "check", "one.zip", "--as-of", "2026-01-01").exitCode == 0)
    #expect(try run("dataset", "diff", "one.zip", "mine").exitCode == 0)
    try folder.write(Self.table(Self.coders), to: "national_M2025_dl.csv")
    #expect(try run("dataset", "import", "national_M2025_dl.csv", "--into", "one.zip").exitCode == 0)
    #expect(try run("dataset", "diff", "two.zip", "one.zip").output.contains("$50,250 -> $52,000"))
  }
}

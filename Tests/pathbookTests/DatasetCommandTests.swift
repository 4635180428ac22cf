import Foundation
import Testing

/// `pathbook dataset check`, `diff` and `show --figure` as processes.
@Suite struct DatasetCommandTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  private func copy(_ name: String = "medical-coding", to target: String = "dataset") throws {
    try folder.copyFolder(Repository.path("Samples/datasets/\(name)"), to: target)
  }

  private func replace(_ old: String, with new: String, in file: String) throws {
    let text = try folder.text(file)
    try #require(text.contains(old))
    try folder.write(text.replacingOccurrences(of: old, with: new), to: file)
  }

  @Test func `the shipped dataset is checked without a folder`() throws {
    let result = try Command.run("dataset", "check", "--as-of", "2026-01-01")
    #expect(result.exitCode == 0 && result.errors == [])
    let lines = result.output.split(separator: "\n")
    #expect(lines.count == 7 && lines.dropLast().allSatisfy { $0.hasPrefix("note: ") })
    #expect(lines.last == "medical-coding 2026.3.0, as of 2026-01-01: no errors, no warnings, 6 notes")
  }

  @Test func `today is the day without another one`() throws {
    // A day may end between the two.
    let before = Date()
    let result = try Command.run("dataset", "check")
    #expect(result.exitCode == 0)
    let days = [before, Date()].map { $0.formatted(.iso8601.year().month().day()) }
    #expect(days.contains { result.output.contains(", as of \($0): ") })
  }

  @Test func `warnings end with 0`() throws {
    let result = try Command.run("dataset", "check", "--as-of", "2040-01-01")
    #expect(result.exitCode == 0 && result.output.hasPrefix("warning: "))
  }

  @Test func `an error ends with 65, in either form`() throws {
    try copy()
    try replace("national,p25,annual,,41600,", with: "national,p25,annual,,31600,", in: "dataset/pay.csv")
    let text = try Command.run("dataset", "check", "dataset", "--as-of", "2026-01-01", in: folder.path)
    #expect(text.exitCode == 65 && text.errors == [])
    #expect(text.output.hasPrefix("error: pay.csv: row 26, value: p25 is 31600, below p10, 35780; "))
    let json = try Command.run(
      "dataset", "check", "dataset", "--as-of", "2026-01-01", "--format", "json", in: folder.path)
    #expect(json.exitCode == 65 && json.errors == [])
    let root = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    #expect((root?["counts"] as? [String: Int])?["error"] == 2)
  }

  @Test func `a problem of a table is an error with its row and column`() throws {
    try copy("lighthouse-keeping")
    try replace(",21000,", with: ",abc,", in: "dataset/pay.csv")
    let result = try Command.run("dataset", "check", "dataset", "--as-of", "2026-01-01", in: folder.path)
    #expect(result.exitCode == 65)
    #expect(result.output.hasPrefix("error: pay.csv: row 2, value: \"abc\" is not a number; "))
  }

  @Test(arguments: [
    ["check", "none"], ["diff", "none", "none"], ["show", "--dataset", "none", "--figure", "x"],
  ])
  func `a dataset that is not there is missing input`(words: [String]) throws {
    let result = try Command(folder: folder.path).run(["dataset"] + words)
    let line = "none: cannot be read (No such file or directory); check the path and the permissions"
    #expect(result == .init(exitCode: 66, output: "", errors: [line]))
  }

  @Test(arguments: [
    ["check", "--as-of", "2026-02-30"], ["check", "--format", "csv"], ["diff", "one"],
    ["diff", "a", "b", "c"],
    ["diff", "a", "b", "--format", "xlsx"], ["show", "--figure"],
  ])
  func `wrong words are a usage error`(words: [String]) throws {
    let result = try Command(folder: folder.path).run(["dataset"] + words)
    #expect(result.exitCode == 64 && result.output == "")
  }

  @Test(arguments: ["text", "csv", "json"])
  func `datasets that differ end with 0`(format: String) throws {
    try copy(to: "old")
    try copy(to: "new")
    try replace("median,annual,,50250,", with: "median,annual,,52250,", in: "new/pay.csv")
    let result = try Command.run("dataset", "diff", "old", "new", "--format", format, in: folder.path)
    #expect(result.exitCode == 0 && result.errors == [])
    let expected = [
      "text": "\n  pay oews-national-median: $50,250 -> $52,250 (+$2,000, +4.0%)\n",
      "csv": "\r\npay,oews-national-median,changed,value,USD/year,50250,52250,2000,4\r\n",
      "json": "\"key\": \"oews-national-median\"",
    ]
    #expect(result.output.contains(try #require(expected[format])), "\(result.output)")
  }

  @Test func `a figure is shown with its line of descent`() throws {
    let result = try Command.run("dataset", "show", "--figure", "oews-national-median")
    #expect(result.exitCode == 0 && result.errors == [])
    for line in [
      "Amount:      $50,250 a year", "Period:      May 2024", "             https://www.bls.gov/oes/",
      "Row:         pay.csv: row 27",
    ] { #expect(result.output.contains(line + "\n"), "\(line)") }
  }

  @Test func `an id that no figure has ends with 65 and the ids that are near`() throws {
    let result = try Command.run("dataset", "show", "--figure", "oews-national-medain")
    #expect(result.exitCode == 65 && result.output == "" && result.errors.count == 1)
    #expect(
      result.errors.first?.hasPrefix(
        "shipped dataset: no figure has the id \"oews-national-medain\"; did you mean oews-national-median")
        == true)
  }
}

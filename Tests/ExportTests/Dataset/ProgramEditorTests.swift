import CareerData
import SafeFiles
import TestValues
import Testing

@testable import Export

@Suite struct ProgramEditorTests {
  private let folder: TestFolder
  private let path: String

  init() throws {
    folder = try TestFolder()
    path = folder.path + "/mine"
    _ = try DatasetPlace.copyShipped(to: path)
  }

  private let program = [
    "provider": "Example College", "title": "Coding", "place": "online", "months": "9", "cost": "2400",
    "credential": "CPC", "as_of": "2026-11-01",
  ]

  @Test func `a program is added with an id of its own`() throws {
    let result = try ProgramEditor(path).add([program])
    #expect(result.lines == ["programs.csv: 1 programs added, 0 changed"])
    let dataset = try DatasetLoader.load(folder: path)
    #expect(dataset.records.programs.map(\.id) == ["example-college-coding-online-cpc"])
    #expect(dataset.identity.version == "2026.3.0")
  }

  @Test func `the same again changes nothing, and another cost takes its place`() throws {
    _ = try ProgramEditor(path).add([program])
    #expect(
      try ProgramEditor(path).add([program]).lines == [
        "\(path): nothing changed, the programs are there already"
      ])
    let dearer = program.merging(["cost": "2500"]) { _, new in new }
    #expect(try ProgramEditor(path).add([dearer]).lines == ["programs.csv: 0 programs added, 1 changed"])
    #expect(try DatasetLoader.load(folder: path).records.programs.map(\.cost) == [2500])
  }

  @Test func `the made-up example is read from its spreadsheet`() throws {
    let file = Repository.path("Samples/programs/made-up-programs.csv")
    _ = try ProgramEditor(path).add(try ProgramEditor.programs(from: file))
    let programs = try DatasetLoader.load(folder: path).records.programs
    #expect(programs.count == 4)
    #expect(programs.allSatisfy { $0.provider.hasSuffix("(made up)") })
    #expect(programs.map(\.cost) == [2400, 1150, 800, nil])
  }

  @Test(arguments: [
    ["months": "nine"], ["cost": "-5"], ["credential": "XYZ"], ["link": "http://example.org"],
    ["color": "red"],
    ["as_of": "11/2026"], ["provider": "a\u{1B}[31m"],
  ])
  func `a mistake changes nothing`(mistake: [String: String]) throws {
    let before = try DatasetLoader.files(folder: path)
    #expect(throws: ExportFailure.self) {
      _ = try ProgramEditor(path).add([program, program.merging(mistake) { _, new in new }])
    }
    #expect(try DatasetLoader.files(folder: path) == before)
  }

  @Test func `a dataset without the table gets it`() throws {
    let small = folder.path + "/small"
    try folder.copyFolder(Repository.path("Samples/datasets/lighthouse-keeping"), to: "small")
    let failure = #expect(throws: ExportFailure.self) { _ = try ProgramEditor(small).add([program]) }
    // It has no credentials that a program could prepare for.
    #expect("\(try #require(failure))".contains("credentials"))
  }
}

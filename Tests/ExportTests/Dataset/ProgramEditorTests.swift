import CareerData
import ReportXLSX
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
    #expect(dataset.identity.version == "2026.4.0")
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

  /// The made-up example as a spreadsheet program has it: numbers, money and days are no texts there.
  private func workbook(_ change: (inout [[RowsWorkbook.Cell]]) -> Void = { _ in }) throws -> String {
    let header = [
      "provider", "title", "place", "months", "cost", "credential", "specialization", "funding", "link",
      "as_of",
    ]
    // 46,327 days from the beginning of 1900 on are November 1, 2026.
    var rows: [[RowsWorkbook.Cell]] = [
      header.map { .text($0) },
      [
        .text("Example College (made up)"), .text("CPC preparation"), .text("online"),
        .number(4.5, format: "General"), .number(1150, format: "$#,##0.00"), .text("CPC"), .empty, .empty,
        .text("https://www.example.com/cpc"), .number(46_327, format: "m/d/yyyy"),
      ],
    ]
    change(&rows)
    let file = folder.path + "/programs.xlsx"
    try RowsWorkbook.write(to: file, sheet: "Programs", columns: 11, scratchDirectory: folder.path) { table in
      for row in rows { try table.append(row) }
    }
    return file
  }

  @Test func `a spreadsheet works: a workbook is read as the same table`() throws {
    let programs = try ProgramEditor.programs(from: try workbook())
    #expect(
      programs == [
        [
          "provider": "Example College (made up)", "title": "CPC preparation", "place": "online",
          "months": "4.5", "cost": "1150", "credential": "CPC", "link": "https://www.example.com/cpc",
          "as_of": "2026-11-01",
        ]
      ])
    _ = try ProgramEditor(path).add(programs)
    let added = try DatasetLoader.load(folder: path).records.programs
    #expect(added.map(\.months) == [4.5] && added.map(\.cost) == [1150])
  }

  @Test func `a cell of a workbook without a name over it, and a workbook that is none, are told`() throws {
    let file = try workbook { $0[1].append(.text("Ask for Ann")) }
    let programs = try ProgramEditor.programs(from: file)
    let failure = #expect(throws: ExportFailure.self) { _ = try ProgramEditor(path).add(programs) }
    #expect("\(try #require(failure))".contains("column 11"))
    let broken = try folder.write("PK\u{3}\u{4}nothing", to: "broken.xlsx")
    let other = #expect(throws: ExportFailure.self) { _ = try ProgramEditor.programs(from: broken) }
    #expect("\(try #require(other))".contains("this workbook is damaged"))
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

import Tabular
import TestValues
import Testing

@testable import CareerData

@Suite struct DatasetDraftTests {
  private static let names = ["medical-coding", "lighthouse-keeping"]

  private func draft(_ name: String) throws -> DatasetDraft {
    try DatasetDraft(DatasetFiles(files: SampleFiles.files(name)))
  }

  @Test(arguments: names) func `a draft that is not changed has the bytes it came from`(name: String) throws {
    let draft = try draft(name)
    #expect(draft.files.files == (try SampleFiles.files(name)))
    #expect(!draft.isChanged)
  }

  @Test(arguments: names) func `tables that are written anew are read back cell for cell`(
    name: String
  ) throws {
    let draft = try draft(name)
    var files = draft.files.files
    for table in draft.tables {
      files[table.path] = CSVWriter.exact.table(columns: table.columns, rows: table.rows)
    }
    let read = try DatasetDraft(DatasetFiles(files: files))
    #expect(read.tables == draft.tables)
    #expect(read.origin.records == draft.origin.records)
  }

  @Test func `only the table that changed is written anew`() throws {
    var draft = try draft("medical-coding")
    let change = try draft.renew(
      .drivers, key: "id", with: [["id": "new", "text": "a, \"b\"", "source": "guide-2026"]])
    #expect((change.added, change.changed, change.kept) == (1, 0, 3))
    let old = try SampleFiles.files("medical-coding")
    let new = draft.files.files
    for (name, bytes) in old where name != "drivers.csv" { #expect(new[name] == bytes, "\(name)") }
    let text = String(decoding: new["drivers.csv"] ?? [], as: UTF8.self)
    #expect(
      text == String(decoding: old["drivers.csv"] ?? [], as: UTF8.self) + "new,\"a, \"\"b\"\"\",guide-2026\n")
  }

  @Test func `a row is renewed where it stands, others come at the end, stale ones go`() throws {
    var draft = try draft("lighthouse-keeping")
    let change = try draft.renew(
      .areas, key: "id",
      with: [
        ["id": "state:PR", "kind": "state", "code": "PR", "fips": "72", "title": "Puerto Rico"],
        ["id": "national", "kind": "nation", "code": "", "title": "The nation"],
        ["id": "state:ME", "title": "Maine"],
      ], dispensable: ["fips"], removing: { $0["code"] == "OR" })
    #expect(
      draft[.areas]?.rows == [
        ["national", "nation", "", "The nation"], ["state:ME", "state", "ME", "Maine"],
        ["state:PR", "state", "PR", "Puerto Rico"],
      ])
    #expect((change.added, change.changed, change.confirmed) == (1, 1, 1))
    #expect((change.removed, change.kept) == (1, 0))
  }

  @Test func `a cell that means something and has no column is an error, and nothing is changed`() throws {
    var draft = try draft("lighthouse-keeping")
    let before = draft
    let row = ["id": "state:PR", "kind": "state", "code": "PR", "title": "Puerto Rico", "fips": "72"]
    #expect(throws: DraftError.columnMissing(file: "areas.csv", column: "fips")) {
      try draft.renew(.areas, key: "id", with: [row])
    }
    #expect(throws: DraftError.tableMissing("employers")) {
      try draft.renew(.employers, key: "id", with: [row])
    }
    #expect(draft == before)
  }

  @Test func `a table is added in the words of the catalog`() throws {
    let catalog = TableCatalog(package: try SampleFiles.files("medical-coding")["datapackage.json"] ?? [])
    var draft = try draft("lighthouse-keeping")
    try draft.addTable(.industries, from: catalog)
    try draft.addTable(.areas, from: catalog)
    try draft.renew(.industries, key: "naics", with: [["naics": "62", "title": "Health", "level": "sector"]])
    let dataset = try DatasetReader.read(draft.files)
    #expect(dataset.records.industries == [Industry(naics: "62", title: "Health", level: "sector")])
    #expect(dataset.records.areas == (try SampleFiles.dataset("lighthouse-keeping").records.areas))
  }

  @Test(arguments: [
    ("2026.1.0", "2026.2.0"), ("1.9.7", "1.10.0"), ("1.0", "1.1"), ("3", "4"), ("v2", "v2.1"),
    ("v2.1", "v2.2"),
    ("1.0-beta", "1.0-beta.1"), ("2026.4294967295.1", "2026.4294967296.0"), ("1..2", "1..3"),
  ])
  func `the second number of a version is raised`(old: String, new: String) {
    #expect(DatasetDraft.raised(old) == new)
  }

  @Test func `a text that Unicode writes in two ways is changed all the same`() throws {
    var draft = try draft("lighthouse-keeping")
    for title in ["caf\u{E9}", "cafe\u{301}"] {
      try draft.renew(.areas, key: "id", with: [["id": "state:ME", "title": title]])
      let read = try DatasetDraft(draft.files)[.areas]?.rows[1][3] ?? ""
      #expect(Array(read.utf8) == Array(title.utf8))
      draft = try DatasetDraft(draft.files)
    }
  }

  @Test func `rows given to generated datasets are written, read back and change nothing a second time`()
    throws
  {
    var random = SplitMix64(state: 3)
    let cells = NastyText.cells.filter { !$0.isEmpty }
    for run in 0..<Rounds.count(20) {
      var draft = try draft(Self.names[run % 2])
      let rows = (0..<Int.random(in: 1...8, using: &random)).map { _ in
        [
          "id": cells.randomElement(using: &random) ?? "",
          "publisher": cells.randomElement(using: &random) ?? "",
          "title": cells.randomElement(using: &random) ?? "",
          "period": cells.randomElement(using: &random) ?? "",
          "editorial": "false", "note": cells.randomElement(using: &random) ?? "",
        ]
      }
      try draft.renew(.sources, key: "id", with: rows)
      let read = try DatasetDraft(draft.files)
      #expect(read.tables == draft.tables, "run \(run)")
      var again = read
      let change = try again.renew(.sources, key: "id", with: rows)
      #expect(change.isNone && !again.isChanged, "run \(run)")
      #expect(again.files.files["sources.csv"] == draft.files.files["sources.csv"], "run \(run)")
    }
  }
}

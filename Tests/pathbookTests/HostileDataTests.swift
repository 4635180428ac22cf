import Foundation
import Testing
import Zip

/// Small data files that would take all memory or all time: each is refused with the name of the limit, in a process that
/// may not have more than 3 GB.
@Suite(.serialized) struct HostileDataTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  /// The command under `ulimit -v`, in kilobytes. Time is limited generously: other work may keep the machine busy.
  private func run(_ words: String...) throws -> Command.Result {
    var command = Command(words: ["sh", "-c", "ulimit -v 3000000; exec \"$@\"", "sh", Command.path])
    command.folder = folder.path
    command.limitInSeconds = 120
    return try command.run(words)
  }

  private func expectRefused(
    _ result: Command.Result, _ words: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(result.exitCode == 65, "\(result)", sourceLocation: sourceLocation)
    let text = result.output + result.errors.joined(separator: "\n")
    #expect(text.contains(words), "\(text.prefix(2000))", sourceLocation: sourceLocation)
  }

  /// A text many times over.
  private static func repeated(_ text: String, _ count: Int) -> [UInt8] {
    var data = Data(text.utf8)
    let total = data.count * count
    while data.count < total { data.append(data.prefix(total - data.count)) }
    return [UInt8](data)
  }

  // MARK: - Datasets

  /// The shipped dataset in a .zip, with one file replaced.
  private func pack(_ name: String, _ bytes: [UInt8]) throws {
    let shipped = Repository.path("Samples/datasets/medical-coding")
    let files = try FileManager.default.contentsOfDirectory(atPath: shipped).sorted().map { file in
      (
        name: file,
        bytes: file == name ? bytes : [UInt8](try Data(contentsOf: URL(filePath: "\(shipped)/\(file)")))
      )
    }
    try write(ZipWriter.archive(files), to: "data.zip")
  }

  private func write(_ bytes: [UInt8], to name: String) throws {
    try Data(bytes).write(to: URL(filePath: folder.path(name)))
  }

  private static let payHeader =
    "id,subject_kind,subject,statistic,basis,low,value,high,open_ended,population,"
    + "detail,period,source,editorial,note\n"

  private static let tables: [(what: String, bytes: @Sendable () -> [UInt8], words: String)] = [
    (
      "60 million blank lines", { Array(payHeader.utf8) + [UInt8](repeating: 0x0A, count: 60 << 20) },
      "more than 1000 rows with an error"
    ),
    (
      "60 million empty rows of commas",
      {
        let row = String(repeating: ",", count: 14) + "\n"
        return Array(payHeader.utf8) + repeated(row, 1 << 22)
      }, "more than 50000 rows"
    ),
    (
      "half a million columns", { [UInt8](repeating: UInt8(ascii: ","), count: 1 << 19) + [0x0A] },
      "more than 1000 columns"
    ),
    (
      "a cell of 32 MB",
      {
        Array(payHeader.utf8) + [UInt8](repeating: UInt8(ascii: "x"), count: 32 << 20) + [0x0A]
      }, "a record of more than 1048576 bytes"
    ),
    (
      "a quoted cell of 60 MB",
      {
        Array(payHeader.utf8) + [0x22] + [UInt8](repeating: 0x0A, count: 60 << 20)
      }, "a record of more than 1048576 bytes"
    ),
  ]

  @Test(arguments: tables.indices) func `a table beyond the limits is refused by check and report`(index: Int)
    throws
  {
    let table = Self.tables[index]
    try pack("pay.csv", table.bytes())
    expectRefused(try run("dataset", "check", "data.zip"), table.words)
    let client = Repository.client("worked-example")
    expectRefused(
      try run("report", client, "--dataset", "data.zip", "--format", "txt", "--output", "-"), table.words)
  }

  private static let nested = [UInt8](repeating: UInt8(ascii: "["), count: 5 << 20)
  private static let manyValues =
    Array("[".utf8) + repeated("[],", 5 << 20)

  @Test func `JSON that is deep or has millions of values is refused`() throws {
    for (bytes, words) in [
      (Self.nested, "maximum parsing depth reached"), (Self.manyValues, "more than 200000 values"),
    ] {
      try pack("datapackage.json", bytes)
      expectRefused(try run("dataset", "check", "data.zip"), words)
      try write(Array(bytes.prefix(1 << 20)), to: "client.json")
      expectRefused(try run("report", "client.json", "--output", "-", "--format", "txt"), words)
    }
  }

  @Test func `JSON as deep as is allowed breaks no stack`() throws {
    let deep = String(repeating: "[", count: 2_000) + String(repeating: "]", count: 2_000)
    try pack("datapackage.json", Array("{\"name\": \"n\", \"resources\": \(deep)}".utf8))
    expectRefused(try run("dataset", "check", "data.zip"), "resources[0]")
    let client = Repository.client("worked-example")
    expectRefused(
      try run("report", client, "--dataset", "data.zip", "--output", "-", "--format", "txt"), "resources[0]")
    try folder.write("{\"id\": \"c\", \"notes\": \(deep)}", to: "client.json")
    expectRefused(try run("report", "client.json", "--output", "-", "--format", "txt"), "notes")
  }

  @Test func `a package with too many tables or columns is refused`() throws {
    let one = #"{"name": "t", "path": "t.csv", "schema": {"fields": []}}"#
    let many = Array(repeatElement(one, count: 600)).joined(separator: ",")
    try pack("datapackage.json", Array("{\"name\": \"n\", \"resources\": [\(many)]}".utf8))
    expectRefused(try run("dataset", "check", "data.zip"), "a list of 600 elements, more than 500")
  }

  @Test func `an archive with too many files is refused`() throws {
    let files = (0..<12_000).map { (name: "file\($0).csv", bytes: [UInt8]()) }
    try write(ZipWriter.archive(files), to: "data.zip")
    expectRefused(try run("dataset", "check", "data.zip"), "more than 10000 files")
    expectRefused(
      try run("dataset", "new", "--soc", "29-2072", "--from", "data.zip", "--into", "new"),
      "more than 10000 entries")
  }

  // MARK: - Files of OEWS

  /// A workbook with these parts; those that are not given are as they should be.
  private func workbook(_ parts: [String: [UInt8]]) throws {
    let type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    var all = [
      "_rels/.rels": Array(
        "<Relationships><Relationship Id=\"r1\" Type=\"\(type)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
          .utf8),
      "xl/workbook.xml": Array(
        "<workbook><sheets><sheet name=\"M2024\" r:id=\"s1\"/></sheets></workbook>".utf8),
      "xl/_rels/workbook.xml.rels": Array(
        """
        <Relationships><Relationship Id="s1" Type="\(type)/worksheet" Target="worksheets/sheet1.xml"/>\
        <Relationship Id="t1" Type="\(type)/sharedStrings" Target="sharedStrings.xml"/></Relationships>
        """.utf8),
      "xl/sharedStrings.xml": Array("<sst/>".utf8),
      "xl/worksheets/sheet1.xml": Array("<worksheet><sheetData/></worksheet>".utf8),
    ]
    all.merge(parts) { $1 }
    try write(
      ZipWriter.archive(all.sorted { $0.key < $1.key }.map { (name: $0.key, bytes: $0.value) }),
      to: "oews.xlsx")
  }

  private static func many(_ text: String, _ count: Int, in element: String) -> [UInt8] {
    Array("<\(element)>".utf8) + repeated(text, count)
      + Array("</\(element)>".utf8)
  }

  /// The row with the names of the columns.
  private static let header =
    "<row>"
    + ["AREA", "AREA_TITLE", "AREA_TYPE", "NAICS", "I_GROUP", "OCC_CODE", "A_MEAN"]
    .map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined() + "</row>"

  private static let sheet = "xl/worksheets/sheet1.xml"

  private static let workbooks: [(what: String, parts: @Sendable () -> [String: [UInt8]], words: String)] = [
    ("deep XML", { [sheet: many("<a>", 5 << 20, in: "worksheet")] }, "XML elements more than 64 deep"),
    (
      "deep shared strings", { ["xl/sharedStrings.xml": many("<r>", 5 << 20, in: "sst")] },
      "XML elements more than 64 deep"
    ),
    (
      "20,000 sheets",
      {
        ["xl/workbook.xml": many("<sheet name=\"M2024\" r:id=\"s1\"/>", 20_000, in: "sheets")]
      }, "more than 256 sheets"
    ),
    (
      "200,000 relationships",
      {
        let one = "<Relationship Id=\"s1\" Type=\"worksheet\" Target=\"worksheets/sheet1.xml\"/>"
        return ["xl/_rels/workbook.xml.rels": many(one, 200_000, in: "Relationships")]
      }, "more than 1000 relationships"
    ),
    (
      "millions of shared strings", { ["xl/sharedStrings.xml": many("<si/>", 3 << 20, in: "sst")] },
      "more text than any OEWS table"
    ),
    (
      "millions of rows",
      {
        [sheet: many(header + "<row/>", 1, in: "sheetData").dropLast(12) + many("<row/>", 2 << 20, in: "a")]
      }, "more than 1048576 rows"
    ),
    (
      "millions of other elements", { [sheet: many("<x/>", 2 << 20, in: "sheetData")] },
      "more than 100000 XML elements that are no cells"
    ),
    (
      "a part that unpacks to a thousand times its size",
      {
        [sheet: many(" ", 100 << 20, in: "sheetData")]
      }, "unpacks to more than 50 times its size"
    ),
    (
      "entities of entities",
      {
        let entity = "<!DOCTYPE a [<!ENTITY b \"xxxxxxxxxx\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]>"
        return [sheet: Array((entity + "<worksheet>&c;</worksheet>").utf8)]
      }, "DOCTYPE"
    ),
    (
      "a tag of 8 MB", { [sheet: Array("<worksheet a=\"".utf8) + [UInt8](repeating: 0x61, count: 8 << 20)] },
      "more than 1024 KiB of text in one place"
    ),
    (
      "a sheet that leads to itself",
      {
        let loop = "<Relationship Id=\"s1\" Type=\"worksheet\" Target=\"workbook.xml\"/>"
        return ["xl/_rels/workbook.xml.rels": many(loop, 1, in: "Relationships")]
      }, "no OEWS table"
    ),
  ]

  @Test(arguments: workbooks.indices) func `a workbook beyond the limits is refused by new and import`(
    index: Int
  )
    throws
  {
    let book = Self.workbooks[index]
    try workbook(book.parts())
    expectRefused(
      try run("dataset", "new", "--soc", "29-2072", "--from", "oews.xlsx", "--into", "new"), book.words)
    _ = try run("dataset", "copy", "mine")
    expectRefused(try run("dataset", "import", "oews.xlsx", "--into", "mine"), book.words)
    #expect(try folder.names() == ["mine", "oews.xlsx"])
  }

  @Test func `hundreds of thousands of rows of one occupation are refused`() throws {
    let header = "AREA,AREA_TITLE,AREA_TYPE,NAICS,I_GROUP,OCC_CODE,A_MEAN\n"
    let row = "99,U.S.,1,000000,cross-industry,29-2072,50000\n"
    try write(
      Array(header.utf8) + Self.repeated(row, 150_000), to: "M2024.csv")
    expectRefused(
      try run("dataset", "new", "--soc", "29-2072", "--from", "M2024.csv", "--into", "new"),
      "more than 100000 rows of the requested occupations")
  }
}

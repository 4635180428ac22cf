import Testing
import Zip

@testable import Tabular

/// What the type and the format of a cell tell.
struct TypedCellTests {
  private static let formats = [
    "General", "00000", "\"ID-\"0000", "000-00-0000", "#,##0", "m/d/yyyy", "[$-409]d-mmm-yy;@", "h:mm",
    "[h]:mm:ss",
    "0%", "[$€-407] #,##0.00", "\"$\"#,##0.00", "@", "0.0\"k\"", "0.0,\"k\"", "yyyy\"m\"dd", "[Red]-0",
    "0.00E+00",
    "mmm", "\\I\\D000",
  ]

  /// A workbook of one sheet; each format of the list is the style of its place in it.
  private static func workbook(
    _ rows: String, rest: String = "", properties: String = "", strings: String = ""
  ) throws -> [UInt8] {
    let type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    func relationships(_ parts: [(String, String)]) -> String {
      let elements = parts.map {
        "<Relationship Id=\"\($0.0)\" Type=\"\(type)/\($0.0)\" Target=\"\($0.1)\"/>"
      }
      return "<Relationships>\(elements.joined())</Relationships>"
    }
    func escaped(_ text: String) -> String {
      text.replacing("&", with: "&amp;").replacing("\"", with: "&quot;").replacing("<", with: "&lt;")
    }
    let codes = formats.enumerated().map {
      "<numFmt numFmtId=\"\($0 + 200)\" formatCode=\"\(escaped($1))\"/>"
    }
    let styles = formats.indices.map { "<xf numFmtId=\"\($0 + 200)\"/>" }
    let parts = [
      ("_rels/.rels", relationships([("officeDocument", "xl/workbook.xml")])),
      (
        "xl/workbook.xml",
        "<workbook xmlns:r=\"\(type)\">\(properties)<sheets><sheet name=\"A\" r:id=\"worksheet\"/></sheets></workbook>"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        relationships([
          ("worksheet", "sheet.xml"), ("styles", "styles.xml"), ("sharedStrings", "strings.xml"),
        ])
      ),
      ("xl/strings.xml", "<sst>\(strings)</sst>"),
      (
        "xl/styles.xml",
        "<styleSheet><numFmts>\(codes.joined())</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
          + "<cellXfs>\(styles.joined())<xf numFmtId=\"14\"/><xf numFmtId=\"49\"/><xf/></cellXfs></styleSheet>"
      ),
      ("xl/sheet.xml", "<worksheet><sheetData>\(rows)</sheetData>\(rest)</worksheet>"),
    ]
    return try ZipWriter.archive(parts.map { (name: $0.0, bytes: Array($0.1.utf8)) })
  }

  private static func cells(_ bytes: [UInt8]) throws -> [TypedCell] {
    var budget = UnpackBudget()
    let workbook = try WorkbookFile(ZipEntries(bytes), &budget, readsFormats: true)
    let sheet = workbook.sheets[0]
    let rows = try SheetRows(of: sheet, in: workbook, &budget)
    var cells: [TypedCell] = []
    while let row = try rows.next() { cells += row.cells }
    return cells
  }

  private static func cell(_ xml: String, properties: String = "", strings: String = "") throws -> TypedCell?
  {
    try cells(workbook("<row>\(xml)</row>", properties: properties, strings: strings)).first
  }

  private static func number(_ value: String, style: Int) throws -> TypedCell? {
    try cell("<c s=\"\(style)\"><v>\(value)</v></c>")
  }

  @Test(arguments: [
    ("123", 0, "123"), ("123", 1, "00123"), ("1234567", 1, "1234567"), ("7", 2, "ID-0007"),
    ("78051120", 3, "078-05-1120"), ("12345", 4, "12345"), ("0", 1, "00000"), ("5", 19, "ID005"),
    ("-5", 0, "-5"),
    ("12345678901234567", 0, "1.2345678901234568E+16"), ("999999999999999", 0, "999999999999999"),
    ("1E3", 0, "1000"), ("24.159999999999997", 0, "24.159999999999997"), ("123", 12, "123"),
    ("0.5", 1, "0.5"),
  ])
  func `a number keeps the zeros and the words that its format shows`(
    _ value: String, _ style: Int, _ shown: String
  ) throws {
    let cell = try #require(try Self.number(value, style: style))
    #expect(cell.text == shown)
    #expect(cell.value == .number(Double(value) ?? .nan))
  }

  @Test(arguments: [5, 6, 15, 18, 20])
  func `formats tell dates, also those that have a number only`(_ style: Int) throws {
    let cell = try #require(try Self.number("46349.75", style: style))
    #expect(cell.value == .date(SheetDate(year: 2026, month: 11, day: 23)))
    #expect(cell.text == "2026-11-23" && cell.serial == 46_349.75)
  }

  @Test(arguments: [
    (7, "0.5", "12:00"), (8, "1.6666666666666667", "40:00"), (9, "0.5", "50%"), (10, "46000", "46000€"),
    (13, "46", "46k"),
  ])
  func `a time, a share and other money are no plain numbers`(_ style: Int, _ value: String, _ shown: String)
    throws
  {
    let cell = try #require(try Self.number(value, style: style))
    #expect(cell.value == .otherNumber(Double(value) ?? .nan))
    #expect(cell.text == shown)
  }

  @Test(arguments: [4, 11, 14, 16, 17, 21, 22])
  func `dollars, thousands that are shown short and colors change no number`(_ style: Int) throws {
    #expect(try Self.number("46000", style: style)?.value == .number(46_000))
  }

  @Test func `dates count from 1904 where the workbook says so`() throws {
    let cell = try Self.cell("<c s=\"5\"><v>44887</v></c>", properties: "<workbookPr date1904=\"1\"/>")
    #expect(cell?.text == "2026-11-23" && cell?.serial == 46_349)
  }

  @Test func `each day has a number and each number a day`() {
    #expect(SheetDate(serial: 1, .from1900)?.iso == "1900-01-01")
    #expect(SheetDate(serial: 59, .from1900)?.iso == "1900-02-28")
    #expect(SheetDate(serial: 60, .from1900) == nil)
    #expect(SheetDate(serial: 61, .from1900)?.iso == "1900-03-01")
    #expect(SheetDate(serial: 2_958_465, .from1900)?.iso == "9999-12-31")
    #expect(SheetDate(serial: 2_958_466, .from1900) == nil && SheetDate(serial: -1, .from1900) == nil)
    #expect(SheetDate(serial: 0, .from1904)?.iso == "1904-01-01")
    for serial in stride(from: 1.0, through: 80_000, by: 1) where serial != 60 {
      #expect(SheetDate(serial: serial, .from1900)?.serial == serial)
    }
  }

  @Test(arguments: [
    ("<c t=\"s\"><v>0</v></c>", TypedCell.Value.text, "00123"),
    ("<c t=\"s\"><v>1</v></c>", .text, "CPC"),
    (
      "<c t=\"inlineStr\"><is><r><rPr><b/><sz val=\"9\"/></rPr><t>a</t></r><r><t>b</t></r></is></c>", .text,
      "ab"
    ),
    ("<c t=\"str\"><f>A1&amp;\"\"</f><v>x</v></c>", .text, "x"),
    ("<c t=\"str\"><v>a_x000D_b_x005F_x0041_</v></c>", .text, "a\rb_x0041_"),
    ("<c t=\"b\"><v>1</v></c>", .flag(true), "TRUE"),
    ("<c t=\"b\"><f>1=2</f><v>0</v></c>", .flag(false), "FALSE"),
    ("<c t=\"e\"><v>#REF!</v></c>", .error, "#REF!"),
    ("<c t=\"str\"><f>NA()</f><v>#N/A</v></c>", .error, "#N/A"),
    ("<c t=\"str\"><v>#N/A</v></c>", .text, "#N/A"),
    ("<c><f>1+1</f><v>2</v></c>", .number(2), "2"),
    ("<c><f>1+1</f></c>", .uncalculated, ""),
    ("<c><f>1+1</f><v></v></c>", .uncalculated, ""),
    (
      "<c t=\"d\"><v>2026-11-23T00:00:00</v></c>", .date(SheetDate(year: 2026, month: 11, day: 23)),
      "2026-11-23"
    ),
    ("<c><v>x</v></c>", .text, "x"),
  ])
  func `each type of cell is read`(_ xml: String, _ value: TypedCell.Value, _ text: String) throws {
    let strings = "<si><t>00123</t></si><si><r><t>C</t></r><r><t>PC</t></r><rPh><t>no</t></rPh></si>"
    let cell = try #require(try Self.cell(xml, strings: strings))
    #expect(cell.value == value && cell.text == text)
  }

  @Test(arguments: [
    "<c t=\"str\"><f>\"\"</f><v></v></c>", "<c s=\"5\"/>", "<c t=\"inlineStr\"><is><t/></is></c>",
  ])
  func `an empty text is no cell`(_ xml: String) throws {
    #expect(try Self.cell(xml) == nil)
  }

  @Test func `hidden rows are read, and rows and cells without a place stand behind those before`() throws {
    let rows = """
      <row r="1" hidden="1"><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row><row><c><v>4</v></c></row>
      """
    let cells = try Self.cells(Self.workbook(rows))
    #expect(cells.map(\.column) == [0, 3, 4, 0] && cells.map(\.text) == ["1", "2", "3", "4"])
  }

  @Test func `a million formulas and runs of text are no trouble`() throws {
    let cell = "<c t=\"inlineStr\"><is><r><rPr><b/></rPr><t>a</t></r></is></c><c><f>1</f><v>1</v></c>"
    let rows = String(repeating: "<row>\(cell)</row>", count: 30_000)
    #expect(try Self.cells(Self.workbook(rows)).count == 60_000)
  }

  @Test func `cells that are merged with those below are found behind the rows`() throws {
    let rest = """
      <mergeCells count="4"><mergeCell ref="A3:A4"/><mergeCell ref="B3:D3"/><x:mergeCell ref='E4:F6'/>\
      <mergeCell ref="A90:A91"/></mergeCells>
      """
    let text = "<row r=\"1\"><c t=\"str\"><v>&lt;mergeCell ref=\"A1:A2\"/&gt;</v></c></row>"
    var budget = UnpackBudget()
    let workbook = try WorkbookFile(ZipEntries(Self.workbook(text, rest: rest)), &budget)
    let merges = try workbook.merges(of: workbook.sheets[0], lastRow: 40, &budget)
    #expect(merges.blocks.map(\.rows) == [3...4, 4...6] && merges.blocks.map(\.columns) == [0...0, 4...5])
    #expect(merges.lastRow(joinedWith: 1) == 1 && merges.lastRow(joinedWith: 3) == 6)
  }

  @Test func `shared texts have a stated limit`() throws {
    let strings = String(repeating: "<si><t>0123456789</t></si>", count: 11)
    let bytes = try Self.workbook("", strings: strings)
    for limits in [SharedStrings.Limits(bytes: 100), .init(count: 10)] {
      #expect {
        var budget = UnpackBudget()
        _ = try WorkbookFile(ZipEntries(bytes), &budget, limits: limits)
      } throws: {
        ($0 as? WorkbookReadingError)?.kind == .tooManyStrings
      }
    }
  }
}

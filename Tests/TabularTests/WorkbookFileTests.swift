import Tabular
import Testing
import Zip

struct WorkbookFileTests {
  /// A workbook of two sheets and a chart, as spreadsheet programs pack it.
  private static func workbook(rows: String) throws -> [UInt8] {
    let type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    func relationships(_ parts: [(id: String, kind: String, target: String)]) -> String {
      let elements = parts.map {
        "<Relationship Id=\"\($0.id)\" Type=\"\(type)/\($0.kind)\" Target=\"\($0.target)\"/>"
      }
      return "<Relationships>\(elements.joined())</Relationships>"
    }
    let parts = [
      ("_rels/.rels", relationships([("r", "officeDocument", "xl/workbook.xml")])),
      (
        "xl/workbook.xml",
        """
        <workbook xmlns:r="\(type)"><sheets><sheet name="Clients" r:id="a"/><sheet name="Picture" r:id="b"/>\
        <sheet name="Empty" r:id="c"/></sheets></workbook>
        """
      ),
      (
        "xl/_rels/workbook.xml.rels",
        relationships([
          ("a", "worksheet", "worksheets/sheet1.xml"), ("b", "chartsheet", "chartsheets/sheet1.xml"),
          ("c", "worksheet", "/xl/worksheets/sheet2.xml"), ("d", "sharedStrings", "sharedStrings.xml"),
        ])
      ),
      (
        "xl/sharedStrings.xml", "<sst><si><t>id</t></si><si><r><t>pay_</t></r><r><t>amount</t></r></si></sst>"
      ),
      ("xl/worksheets/sheet1.xml", "<worksheet><sheetData>\(rows)</sheetData></worksheet>"),
      ("xl/worksheets/sheet2.xml", "<worksheet><sheetData/></worksheet>"),
    ]
    return try ZipWriter.archive(parts.map { (name: $0.0, bytes: Array($0.1.utf8)) })
  }

  private static let rows = """
    <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>\
    <row r="3"><c r="A3" t="inlineStr"><is><t> ann </t></is></c><c r="B3"><v>5.025E4</v></c>\
    <c r="D3" t="b"><v>1</v></c></row>\
    <row r="4"><c r="A4" t="str"><v>bob</v></c><c r="B4"><v>24.159999999999997</v></c></row>
    """

  /// The rows of the sheet of clients: number, column and text of each cell.
  private static func read(
    _ bytes: [UInt8], isWanted: (ArraySlice<UInt8>) -> Bool = { _ in true },
    step: (Int) -> SheetReader.Step = { _ in .next }
  ) throws(WorkbookReadingError) -> [String] {
    var budget = UnpackBudget()
    let workbook = try WorkbookFile(ZipEntries(bytes), &budget)
    var result: [String] = []
    _ = try workbook.read(workbook.sheets[0], &budget, isWanted: isWanted) { number, cells in
      result.append("\(number): " + cells.map { "\($0.column) \($0.text)" }.joined(separator: ", "))
      return step(number)
    }
    return result
  }

  @Test func `rows are read as their cells show them, each with its number`() throws {
    #expect(
      try Self.read(Self.workbook(rows: Self.rows)) == [
        "1: 0 id, 1 pay_amount", "3: 0 ann, 1 50250, 3 TRUE", "4: 0 bob, 1 24.159999999999997",
      ])
  }

  @Test func `sheets are listed in their order, and one of a chart has no rows`() throws {
    var budget = UnpackBudget()
    let workbook = try WorkbookFile(ZipEntries(try Self.workbook(rows: Self.rows)), &budget)
    #expect(workbook.sheets.map(\.name) == ["Clients", "Picture", "Empty"])
    var count = 0
    let hasRows = try workbook.sheets.indices.map { index in
      try workbook.read(workbook.sheets[index], &budget) { _, _ in
        count += 1
        return .next
      }
    }
    #expect(hasRows == [true, false, true])
    #expect(count == 3)
  }

  @Test func `from some row on only columns that are kept are read, and rows whose key is wanted`() throws {
    let bytes = try Self.workbook(rows: Self.rows)
    let read = try Self.read(
      bytes, isWanted: { $0.text == "bob" },
      step: { $0 == 1 ? .keep(columns: [true, false], key: 0) : .next })
    #expect(read == ["1: 0 id, 1 pay_amount", "4: 0 bob"])
  }

  @Test func `reading ends where it is told to`() throws {
    #expect(try Self.read(Self.workbook(rows: Self.rows), step: { _ in .stop }) == ["1: 0 id, 1 pay_amount"])
  }

  @Test func `an error has the sheet, the row and what stands there`() throws {
    let bytes = try Self.workbook(rows: "<row r=\"7\"><c r=\"A7\" t=\"s\"><v>99</v></c></row>")
    var expected: WorkbookReadingError?
    do throws(WorkbookReadingError) { _ = try Self.read(bytes) } catch { expected = error }
    #expect(expected?.kind == .badCell)
    #expect(expected?.sheet == "Clients")
    #expect(expected?.row == 7)
    #expect(expected?.found == "99")
  }

  @Test func `what is no zip file is named as one that is damaged`() {
    #expect { _ = try ZipEntries(Array("id,pay_amount\n".utf8)) } throws: { error in
      (error as? WorkbookReadingError)?.kind == .brokenZip
    }
  }
}

import ReportModel
import Testing

@testable import ReportXLSX

@Suite struct SheetTests {
  @Test func `a table is an Excel table with a column for the basis of each row`() throws {
    let workbook = try WorkbookReader(Scratch.bytes(of: Fixture.report()))
    defer { workbook.remove() }
    let sheet = try workbook.sheet("By setting")
    let target = try #require(sheet.related.values.first { $0.contains("tables/") })
    let table = try workbook.part("xl" + target.dropFirst(2))
    #expect(table.first("table")?["displayName"] == "T_settings_pay")
    #expect(table.first("table")?["ref"] == "A4:G7")
    #expect(table.first("autoFilter")?["ref"] == "A4:G7")
    let headers = [
      "Setting", "Basis", "Annual pay", "Difference from pay", "Difference from pay 2", "Source", "Note",
    ]
    #expect(table.all("tableColumn").map { $0["name"] } == headers)
    #expect("ABCDEFG".map { sheet.cells["\($0)4"]?.value } == headers)
    #expect(sheet.cells["B5"]?.value == "Median wages paid, Bureau of Labor Statistics")
    #expect(sheet.cells["B7"]?.value == "Mean advertised pay")
    #expect(sheet.cells["C7"]?.value == "84640")
    #expect(sheet.cells["C7"]?.format == "\"about \"$#,##0")
    #expect(sheet.cells["D6"]?.format == "+$#,##0;-$#,##0;$0")
    #expect(sheet.cells["A8"]?.value == "Figures of different bases are not ranked together.")
  }

  @Test func `no data cell is merged`() throws {
    let workbook = try WorkbookReader(Scratch.bytes(of: Fixture.report()))
    defer { workbook.remove() }
    let merges = try workbook.sheet("By setting").root.all("mergeCell").map { $0["ref"] }
    #expect(!merges.isEmpty)
    for merge in merges {
      #expect(!(4...7).contains(Int(merge.drop { $0.isLetter }.prefix { $0.isNumber }) ?? 0))
    }
  }

  @Test func `the client's rows are bold and have a fill`() throws {
    let workbook = try WorkbookReader(Scratch.bytes(of: Fixture.report()))
    defer { workbook.remove() }
    let cells = try workbook.sheet("By setting").cells
    #expect(cells["A5"]?.isBold == false)
    #expect(cells["A6"]?.isBold == true)
    #expect(cells["A6"]?.fill == "FFDCE9F7")
    #expect(cells["G7"]?.fill == "FFFFF0C2")
  }

  @Test func `where a column says the mark, the fill follows its words`() throws {
    func row(_ id: String, _ mark: String, _ emphasis: Emphasis = .none) -> Row {
      Row(id: id, cells: [.text(id), mark.isEmpty ? .missing : .text(mark)], emphasis: emphasis)
    }
    let columns = [
      Column(id: "name", header: "Name", role: .stub), Column(id: Column.markID, header: "You", role: .word),
    ]
    let rows = [row("a", ""), row("b", "held \"now\"", .present), row("c", "next", .target)]
    let table = Table(id: "t", title: "T", columns: columns, groups: [RowGroup(rows: rows)])
    let section = Section(id: "a", title: "A", shortTitle: "A", blocks: [.table(table)])
    let workbook = try WorkbookReader(Scratch.bytes(of: Fixture.report(sections: [section])))
    defer { workbook.remove() }
    let sheet = try workbook.sheet("A")
    let first = try #require(sheet.row(of: "a"))
    let rules = sheet.root.all("conditionalFormatting").flatMap { place in
      place.all("cfRule").map { [place["sqref"], $0.first("formula")?.text ?? "", $0["dxfId"]] }
    }
    let range = "A\(first):B\(first + 2)"
    #expect(
      rules == [[range, "$B\(first)=\"held \"\"now\"\"\"", "0"], [range, "$B\(first)=\"next\"", "1"]])
    let fills = try workbook.part("xl/styles.xml").all("dxf").map { $0.first("bgColor")?["rgb"] }
    #expect(fills == ["FFDCE9F7", "FFFFF0C2"])
    #expect(sheet.cells["A\(first + 1)"]?.fill == nil)
    #expect(sheet.cells["A\(first + 1)"]?.isBold == true)
  }

  @Test func `a column of differences has bars behind its numbers, and no other column has`() throws {
    let workbook = try WorkbookReader(Scratch.bytes(of: Fixture.report()))
    defer { workbook.remove() }
    let places = try workbook.sheet("By setting").root.all("conditionalFormatting")
      .filter { $0.first("cfRule")?["type"] == "dataBar" && !$0["sqref"].isEmpty }.map { $0["sqref"] }
    #expect(places == ["D5:D7", "E5:E7"])
  }

  @Test func `the note of a column stands at its header`() throws {
    let table = Table(
      id: "t", title: "T",
      columns: [
        Column(id: "name", header: "Name", role: .stub),
        Column(id: "pay", header: "Pay", role: .figure, note: "Median <of> the nation & a year."),
      ], groups: [RowGroup(rows: [Row(id: "a", cells: [.text("A"), Fixture.quantity(1)])])])
    let section = Section(id: "a", title: "A", shortTitle: "A", blocks: [.table(table)])
    let workbook = try WorkbookReader(Scratch.bytes(of: Fixture.report(sections: [section])))
    defer { workbook.remove() }
    let comments = try workbook.part("xl/comments1.xml").all("comment")
    let header = try #require(try workbook.sheet("A").cells.first { $0.value.value == "Pay" }?.key)
    #expect(comments.map { $0["ref"] } == [header])
    #expect(comments[0].all("t").map(\.text) == ["Median <of> the nation & a year."])
  }

  @Test func `the number of a source leads to its row, and an address to the web`() throws {
    let workbook = try WorkbookReader(Scratch.bytes(of: Fixture.report()))
    defer { workbook.remove() }
    let sheet = try workbook.sheet("By setting")
    #expect(sheet.cells["F7"]?.value == "2")
    #expect(sheet.cells["F7"]?.format == "\"[\"0\"]\"")
    let links = sheet.root.all("hyperlink")
    let row = try #require(workbook.sheet("Sources").row(of: "AAPC"))
    #expect(links.first { $0["ref"] == "F7" }?["location"] == "'Sources'!A\(row)")
    let web = try #require(links.first { $0["ref"] == "G7" })
    #expect(sheet.related[web["r:id"]] == "https://www.aapc.com/")
  }

  @Test func `without a table of sources the number is text`() throws {
    let workbook = try WorkbookReader(Scratch.bytes(of: Fixture.report(sections: [Fixture.settings])))
    defer { workbook.remove() }
    let sheet = try workbook.sheet("By setting")
    let row = try #require(sheet.row(of: "Remote HCC risk adjustment (target)"))
    #expect(sheet.cells["F\(row)"]?.value == "[2]")
    #expect(sheet.cells["F\(row)"]?.isText == true)
    #expect(sheet.root.all("hyperlink").map { $0["ref"] } == ["G\(row)"])
  }

  @Test func `a table without rows still has its header`() throws {
    let workbook = try WorkbookReader(Scratch.bytes(of: Fixture.report()))
    defer { workbook.remove() }
    let sheet = try workbook.sheet("Ladder")
    let row = try #require(sheet.row(of: "Rung"))
    #expect(sheet.cells["B\(row)"]?.value == "Pay")
    #expect(sheet.cells["A\(row + 1)"]?.value == nil)
  }

  @Test(arguments: [("Summary", "1"), ("By setting", "4"), ("Ladder", "1"), ("Sources", "4")])
  func `the header of a sheet's one table stays in view and is printed on every page, else the title`(
    name: String, rows: String
  ) throws {
    let workbook = try WorkbookReader(Scratch.bytes(of: Fixture.report()))
    defer { workbook.remove() }
    #expect(try workbook.sheet(name).root.first("pane")?["ySplit"] == rows)
    let titles = try workbook.part("xl/workbook.xml").all("definedName").map(\.text)
    #expect(
      titles.contains { $0.hasPrefix(name) || $0.hasPrefix("'\(name)'") && $0.hasSuffix("!$1:$\(rows)") })
  }

  @Test func `a sheet is printed one page wide, with the titles above and the page number below`() throws {
    let workbook = try WorkbookReader(Scratch.bytes(of: Fixture.report()))
    defer { workbook.remove() }
    for sheet in workbook.sheets {
      let setup = try #require(sheet.root.first("pageSetup"))
      #expect(setup["paperSize"] == "1")
      // What is not much longer than a page is one; the hidden sheet is as long as it is.
      #expect(setup["fitToHeight"] == (sheet.name == "Chart data" ? "0" : ""))
      #expect(sheet.root.first("oddFooter")?.text.hasSuffix("&R&8 &P / &N") == true)
      #expect(sheet.root.first("oddFooter")?.text.contains("2024 && pathbook") == true)
    }
    #expect(try workbook.sheet("By setting").root.first("pageSetup")?["orientation"] == "landscape")
    #expect(try workbook.sheet("Summary").root.first("pageSetup")?["orientation"] == "portrait")
  }

  @Test func `a long paragraph gets as many rows as its height needs`() throws {
    let words = String(repeating: "All of this can be read. ", count: 1_200)
    let section = Section(
      id: "a", title: "A", shortTitle: "A",
      blocks: [.paragraph(Prose(words)), .paragraph("After.")])
    let workbook = try WorkbookReader(
      Scratch.bytes(of: Fixture.report(sections: [Fixture.summary, section])))
    defer { workbook.remove() }
    let sheet = try workbook.sheet("A")
    let after = try #require(sheet.row(of: "After."))
    let heights = sheet.root.all("row").filter { (3..<after).contains(Int($0["r"]) ?? 0) }
      .compactMap { Double($0["ht"]) }
    #expect(heights.allSatisfy { $0 <= 409 })
    // 30,000 characters in lines of about 100 are some 300 lines of 15 points.
    #expect((3_900...6_000).contains(heights.reduce(0, +)))
  }

  @Test func `no number is wider than its column`() throws {
    let workbook = try WorkbookReader(Scratch.bytes(of: Fixture.report()))
    defer { workbook.remove() }
    let columns = try workbook.sheet("By setting").root.all("col").map { Double($0["width"]) ?? 0 }
    #expect(columns[2] >= Double("about $84,640".count))
  }
}

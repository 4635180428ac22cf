import Foundation
import ReportModel
import Testing

@testable import ReportXLSX

@Suite struct XLSXReportWriterTests {
  @Test func `the report is one workbook named after the client`() throws {
    let files = try XLSXReportWriter(words: Fixture.words).files(for: Fixture.report())
    #expect(files.map(\.name) == ["ada.xlsx"])
    if let path = ProcessInfo.processInfo.environment["PATHBOOK_KEEP_XLSX"] {
      try Data(files[0].bytes).write(to: URL(fileURLWithPath: path))
    }
  }

  @Test func `each section is a sheet in its order, and the charts' numbers come last`() throws {
    let workbook = try WorkbookReader(Scratch.bytes(of: Fixture.report()))
    defer { workbook.remove() }
    #expect(
      workbook.sheets.map(\.name) == ["Summary", "By setting", "Ladder", "Zoo", "Sources", "Chart data"])
  }

  @Test func `a report without sections is a workbook with one sheet`() throws {
    let workbook = try WorkbookReader(Scratch.bytes(of: Fixture.report(sections: [])))
    defer { workbook.remove() }
    #expect(workbook.sheets.map(\.name) == ["Advising report for Ada Example"])
  }

  @Test func `the first sheet starts with the title and the heading of the report`() throws {
    let workbook = try WorkbookReader(Scratch.bytes(of: Fixture.report()))
    defer { workbook.remove() }
    let cells = try workbook.sheet("Summary").cells
    #expect(cells["A1"]?.value == "Advising report for Ada Example")
    #expect(cells["A2"]?.value == "Client")
    #expect(cells["B2"]?.value == "Ada Example")
    #expect(cells["B4"]?.value == "45823")
    #expect(cells["B4"]?.format == "mmmm d\", \"yyyy")
    #expect(cells["A7"]?.value == "Summary")
  }

  @Test func `facts are numbers with formats, and their notes stand beside them`() throws {
    let workbook = try WorkbookReader(Scratch.bytes(of: Fixture.report()))
    defer { workbook.remove() }
    let sheet = try workbook.sheet("Summary")
    let row = try #require(sheet.row(of: "Full-time pay"))
    let facts = (0..<7).map { sheet.cells["B\(row + $0)"] }
    #expect(facts.map { $0?.value.flatMap { Double($0) } } == [46_000, 22.12, 37.7, -0.085, 1.5, 1, nil])
    #expect(
      facts.prefix(6).map { $0?.format } == [
        "$#,##0", "$#,##0.00", "0.0", "+0.0%;-0.0%;0.0%", "0.0\" years\"", "#,##0",
      ])
    #expect(sheet.cells["C\(row)"]?.value == "As the client states it; 2,080 hours a year.")
    #expect(sheet.cells["A\(row + 6)"]?.value == "Certified premium")
  }

  @Test func `prose, lists, notes and forms are all there`() throws {
    let workbook = try WorkbookReader(Scratch.bytes(of: Fixture.report()))
    defer { workbook.remove() }
    let sheet = try workbook.sheet("Summary")
    let texts = Set(sheet.cells.values.compactMap(\.value))
    for text in [
      "Key findings", "• Remote risk adjustment advertises more than any other setting.", "Agreed next steps",
      "Step",
      "By when", "Book the examination.", "Caveats", "• Ask for the hours per week.",
    ] { #expect(texts.contains(text)) }
    #expect(texts.contains { $0.hasPrefix("The national median is $50,250 a year. ") })
    // Two steps and two empty lines, each with a place for a date.
    let header = try #require(sheet.row(of: "Step"))
    let dates = (1...4).map { row in
      sheet.cells.keys.filter { $0.drop { $0.isLetter } == "\(header + row)" }.count
    }
    #expect(Set(dates).count == 1)
  }

  @Test(arguments: ValueZoo.animals.map(\.name))
  func `a value reads back as it is`(name: String) throws {
    let animal = try #require(ValueZoo.animals.first { $0.name == name })
    let table = Table(
      id: "zoo", title: "",
      columns: [Column(id: "a", header: "A", role: .stub), Column(id: "b", header: "B", role: .figure)],
      groups: [RowGroup(rows: [Row(id: "x", cells: [.text("x"), animal.value])])])
    let section = Section(id: "z", title: "Z", shortTitle: "Z", blocks: [.table(table)])
    let workbook = try WorkbookReader(
      Scratch.bytes(of: Fixture.report(sections: [section, Fixture.sourceSection])))
    defer { workbook.remove() }
    let sheet = try workbook.sheet("Z")
    let row = try #require(sheet.row(of: "x"))
    let cell = try #require(sheet.cells["B\(row)"])
    // Numbers stand with up to 16 digits; what counts is the number that is read.
    let isNumber = animal.read.flatMap { Double($0) } != nil && animal.name != "number as text"
    if isNumber {
      #expect(cell.value.flatMap { Double($0) } == animal.read.flatMap { Double($0) })
    } else {
      #expect(cell.value == animal.read)
    }
    #expect((cell.value?.utf16.count ?? 0) <= 32_767)
    #expect(cell.isText == (animal.read != nil && !isNumber))
    #expect(sheet.root.all("f").isEmpty)
    #expect(sheet.root.all("hyperlink").isEmpty == (name != "source"))
  }

  @Test func `the same report gives the same bytes in every time zone`() async throws {
    await #expect(processExitsWith: .success) {
      var outputs: Set<[UInt8]> = []
      for zone in ["UTC", "America/Los_Angeles", "Pacific/Kiritimati"] {
        setenv("TZ", zone, 1)
        tzset()
        outputs.insert(try Scratch.bytes(of: Fixture.report()))
      }
      exit(outputs.count == 1 ? EXIT_SUCCESS : EXIT_FAILURE)
    }
  }

  @Test func `the workbook says what it is, and dates from the report's day in UTC`() throws {
    let workbook = try WorkbookReader(Scratch.bytes(of: Fixture.report()))
    defer { workbook.remove() }
    let core = try workbook.part("docProps/core.xml")
    #expect(core.first("title")?.text == "Advising report")
    #expect(core.first("creator")?.text == "R. Guide")
    #expect(core.first("description")?.text == "Fictional <client>")
    #expect(core.first("created")?.text == "2025-06-15T00:00:00Z")
    #expect(core.first("modified")?.text == "2025-06-15T00:00:00Z")
    #expect(try workbook.part("docProps/app.xml").first("Company")?.text == "Guidance & Co")
  }

  @Test func `an R&G in a name passes the library's search for pictures`() throws {
    var branding = Branding()
    branding.organization = "R&G &[Picture]"
    let workbook = try WorkbookReader(Scratch.bytes(of: Fixture.report(branding: branding)))
    defer { workbook.remove() }
    let header = try workbook.sheet("Summary").root.first("oddHeader")?.text
    #expect(header == "&L&8 Ada Example · June 15, 2025&R&8 R&& G && [Picture]")
  }
}

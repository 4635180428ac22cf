import CareerData
import Export
import ReportModel
import ReportWriters
import SafeFiles
import TestValues
import Testing

@testable import Caseload

@Suite struct PrintFilePartsTests {
  private static let whole = Array("%PDF-1.7\n1 0 obj\nendobj\nxref\n0 1\ntrailer\nstartxref\n24\n%%EOF".utf8)
  private let folder: TestFolder
  private let date: CalendarDate
  private let style: ValueStyle

  init() throws {
    folder = try TestFolder()
    date = try #require(CalendarDate(iso: "2026-11-23"))
    style = try TemplateLoader.load("standard").report.style
  }

  private struct Refused: Error, CustomStringConvertible { let description = "it is refused" }

  /// - Parameter words: letters in the report, which take as many bytes.
  private func report(words: Int) -> Report {
    Report(
      clientID: "c", reportDate: ReportDate(year: 2026, month: 11, day: 23), language: "en-US", title: "T",
      heading: [], footer: "",
      sections: [
        Section(
          id: "s", title: "S", shortTitle: "S",
          blocks: [.paragraph(Prose(String(repeating: "a", count: words)))])
      ], sources: [],
      properties: DocumentProperties(
        title: "", subject: "", author: "", organization: "", keywords: "", comments: ""), style: style)
  }

  private func write(clients: Int, failsAtEnd: Bool = false) throws {
    let tree = try OutputTree(folder.path("out"), isFanned: false)
    defer { tree.close() }
    let writer = PDFReportWriter(template: try TypstTemplate(""), fonts: PDFFonts([])) { document in
      if failsAtEnd, document.source.count < PrintFile.mostBytes / 2 { throw Refused() }
      return Self.whole
    }
    var file = PrintFile(writer, sides: .oneSided, date: date, in: tree)
    let printed = writer.printed(report(words: PrintFile.mostBytes / 4))
    for _ in 0..<clients { file.add(printed) }
    try file.finish()
  }

  @Test func `a large caseload has several files, and those of an earlier run go`() throws {
    // Three of a quarter each fit into one, since a report is more than its words.
    try write(clients: 7)
    #expect(try folder.names(in: "out") == ["print-001.pdf", "print-002.pdf", "print-003.pdf"])
    try write(clients: 4)
    #expect(try folder.names(in: "out") == ["print-001.pdf", "print-002.pdf"])
    try write(clients: 3)
    #expect(try folder.names(in: "out") == ["print.pdf"])
    try write(clients: 0)
    #expect(try folder.names(in: "out") == [])
  }

  @Test func `a part that cannot be made leaves the files of the earlier run`() throws {
    try write(clients: 3)
    #expect(throws: ExportFailure.self) { try write(clients: 4, failsAtEnd: true) }
    #expect(try folder.names(in: "out") == ["print.pdf"])
  }
}

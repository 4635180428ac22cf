import ReportModel
import Tabular
import Testing

@testable import ReportWriters

@Suite struct PDFReportWriterTests {
  private static let fonts = PDFFonts([])
  private static let whole = Array("%PDF-1.7\n1 0 obj\nendobj\nxref\n0 1\ntrailer\nstartxref\n24\n%%EOF".utf8)

  private struct Asked: Error { let document: TypstDocument }

  /// What a writer asks to be compiled.
  private static func document(_ report: Report) throws -> TypstDocument {
    let writer = PDFReportWriter(template: try TypstTemplate("= Template"), fonts: fonts) { document in
      throw Asked(document: document)
    }
    let asked = try #require(throws: Asked.self) { try writer.files(for: report) }
    return asked.document
  }

  @Test func `a report is one line of JSON in a string, and then the template`() throws {
    let source = String(decoding: try Self.document(Report.everything).source, as: UTF8.self)
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 2 && lines[1] == "= Template")
    let (start, end) = ("#let report = json(bytes(\"", "\"))")
    #expect(lines[0].hasPrefix(start) && lines[0].hasSuffix(end))
    // Every quotation mark inside has a backslash before it, and every backslash is one of a pair.
    var isEscaped = false
    for byte in lines[0].utf8.dropFirst(start.utf8.count).dropLast(end.utf8.count) {
      if isEscaped {
        #expect(byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "\""))
        isEscaped = false
      } else {
        #expect(byte != UInt8(ascii: "\""))
        isEscaped = byte == UInt8(ascii: "\\")
      }
    }
    #expect(!isEscaped)
  }

  @Test func `a step shows the site of a long address, which leads to all of it`() {
    let long =
      "https://www.careeronestop.org/Toolkit/Jobs/find-jobs-results.aspx?keyword=HCC&location=California"
    var report = Report.everything
    report.sections = [
      Section(
        id: "steps", title: "Steps", shortTitle: "Steps",
        blocks: [
          .nextSteps(
            NextSteps(
              title: "Next", stepHeader: "Step", dateHeader: "By",
              steps: [.init("Look for jobs.", link: Prose([.value(.link(long))]))], blankLines: 0))
        ])
    ]
    let json = PDFReportJSON(report, fonts: Self.fonts).text
    #expect(json.contains(#""text":"https://www.careeronestop.org/","link":"\#(long)""#))
  }

  @Test func `the file tells the date of the report and no other`() {
    #expect(ReportDate(year: 1970, month: 1, day: 1).noon == 43_200)
    #expect(ReportDate(year: 2026, month: 11, day: 23).noon == 1_795_435_200)
    #expect(ReportDate(year: 2024, month: 2, day: 29).noon == 1_709_208_000)
  }

  @Test func `only a whole PDF is one`() throws {
    #expect(PDFCheck.isWhole(Self.whole))
    for length in Self.whole.indices { #expect(!PDFCheck.isWhole(Array(Self.whole[..<length])), "\(length)") }
    let cut = Array(Self.whole.dropLast(3))
    let writer = PDFReportWriter(template: try TypstTemplate(""), fonts: Self.fonts) { _ in cut }
    #expect(throws: PDFError.notWhole) { try writer.files(for: Report.everything) }
  }
}

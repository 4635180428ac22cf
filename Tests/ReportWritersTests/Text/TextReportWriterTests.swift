import ReportModel
import Testing

@testable import ReportWriters

@Suite struct TextReportWriterTests {
  @Test func `a report is drawn for the eye`() throws {
    #expect(try Self.text(.everything) == Self.drawn)
  }

  @Test func `a report is set in sentences for the ear`() throws {
    #expect(try Self.text(.everything, TextReportWriter.Options(usesASCII: true)) == Self.spoken)
  }

  @Test(arguments: [(80, false), (80, true), (40, false), (40, true), (132, false)])
  func `nasty texts stay within the page and do no harm`(width: Int, usesASCII: Bool) throws {
    let text = try Self.text(.zoo, TextReportWriter.Options(width: width, usesASCII: usesASCII))
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.allSatisfy { DisplayWidth.of($0) <= width })
    #expect(lines.allSatisfy { $0.unicodeScalars.last != " " })
    #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
    let harmful = text.unicodeScalars.filter {
      ($0.properties.generalCategory == .control && $0 != "\n") || $0.properties.isBidiControl
    }
    #expect(harmful.isEmpty)
  }

  @Test(arguments: [false, true])
  func `no nasty text is lost`(usesASCII: Bool) throws {
    let text = try Self.text(.zoo, TextReportWriter.Options(usesASCII: usesASCII))
    let letters = Self.withoutSpace(text)
    let escaping = TextEscaping(usesASCII: usesASCII)
    for nasty in ValueZoo.texts where !nasty.allSatisfy(\.isWhitespace) {
      #expect(letters.contains(Self.withoutSpace(escaping.line(nasty))))
    }
  }

  @Test func `nothing of ours is beyond ASCII where ASCII is asked for`() throws {
    let text = try Self.text(.everything, TextReportWriter.Options(usesASCII: true))
    #expect(text.unicodeScalars.filter { !$0.isASCII } == [])
    #expect(text.allSatisfy { !"#|=_".contains($0) })
  }

  @Test func `the file is named after the client and the same each time`() throws {
    let writer = TextReportWriter(template: try .standard())
    #expect(writer.files(for: .zoo).map(\.name) == ["Zoo.1.txt"])
    #expect(writer.files(for: .zoo) == writer.files(for: .zoo))
  }

  private static func text(_ report: Report, _ options: TextReportWriter.Options = .init()) throws -> String {
    let files = TextReportWriter(template: try .standard(), options: options).files(for: report)
    return String(decoding: files[0].bytes, as: UTF8.self)
  }

  /// The bytes without white space: lines may break anywhere in a long word.
  private static func withoutSpace(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.properties.isWhitespace }))
  }
}

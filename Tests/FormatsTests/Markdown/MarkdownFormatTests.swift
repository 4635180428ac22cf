import Export
import ReportModel
import SampleReports
import Testing

/// A format is added with a writer and a line, and nothing else of Pathbook changes.
struct MarkdownFormatTests {
  /// The line.
  static let markdown = OutputFormat("md") { _ in MarkdownReportWriter() }

  @Test(arguments: SampleClients.ids)
  func `a report is written in a format from outside, with every figure`(_ id: String) throws {
    var options = ReportExporter.Options()
    options.formats = [.txt, Self.markdown]
    let report = try SampleClients.report(id)
    let files = try SampleClients.exporter(options).files(for: report)
    #expect(files.map(\.name) == ["\(id).txt", "\(id).md"])
    let text = String(decoding: files[1].bytes, as: UTF8.self)
    let formatter = ValueFormatter(for: report)
    for table in report.everyTable {
      for quantity in table.rows.flatMap(\.cells).flatMap(\.quantities) {
        #expect(text.contains(formatter.text(quantity)), "\(table.id)")
      }
    }
    for section in report.sections { #expect(text.contains("\n## \(section.title)")) }
  }
}

import Foundation
import ReportModel
import ReportWriters
import SampleReports
import Testing

/// The same figure is the same number in CSV, text, page and charts; ``WorkbookSheetsTests`` has the workbook, and
/// `PDFFiguresTests` the PDF.
@Suite(.enabled(if: IndependentReaders.python != nil, "\(IndependentReaders.missing)"))
struct SameNumberTests {
  @Test(arguments: SampleClients.ids)
  func `every figure of the CSV stands in its section of the text and the page`(
    id: String
  ) throws {
    let report = try SampleClients.report(id)
    let rows = try WrittenReports.rows(id)
    let text = try String(contentsOfFile: WrittenReports.path(id, "txt"), encoding: .utf8)
    let sections = textSections(text, report)
    let page = pageSections(try page(report))
    for figure in rows.flatMap(ShownFigure.all) {
      #expect(report.sections.contains { figure.sections.contains($0.id) }, "\(figure)")
      let isInText = figure.sections.contains { sections[$0]?.has(figure.number) == true }
      #expect(isInText, "text: \(figure)")
      #expect(figure.sections.contains { page[$0]?.has(figure.number) == true }, "page: \(figure)")
    }
  }

  @Test(arguments: SampleClients.ids)
  func `every number of a chart's points is a figure of the CSV`(id: String) throws {
    let report = try SampleClients.report(id)
    let formatter = ValueFormatter(for: report)
    let rows = try WrittenReports.rows(id)
    // A chart of pay a year shows what is published by the hour as a full-time year.
    let figures = rows.flatMap { row in
      let numbers = ["low", "value", "high"].compactMap { Double(row[$0] ?? "") }
      return numbers + (row["unit"] == "USD/hour" ? numbers.map { $0 * 2_080 } : [])
    }
    for chart in report.everyChart {
      let svg = SVGChartWriter().svg(chart, of: report)
      // A description has the ends of a middle half, which the picture leaves out.
      let texts = svg.matches(of: /<(?:text|desc)[^>]*>([^<]*)<\/(?:text|desc)>/).map { String($0.1) }
      for point in chart.groups.flatMap(\.points) {
        for quantity in [point.low, point.high].compactMap(\.self) {
          #expect(figures.contains { abs($0 - quantity.amount) < 1e-6 }, "\(chart.id) \(point.id)")
          #expect(
            texts.contains { $0.contains(formatter.text(.quantity(quantity))) }, "\(chart.id) \(point.id)")
        }
      }
    }
  }

  private func page(_ report: Report) throws -> String {
    let files = HTMLReportWriter(template: try SampleClients.template().html).files(for: report)
    return String(decoding: files[0].bytes, as: UTF8.self)
  }

  /// The numbers of each section of the page.
  private func pageSections(_ page: String) -> [String: ShownNumbers] {
    let sections = page.matches(of: /<section id="([a-z_]+)"(?s:(.*?))<\/section>/)
    return Dictionary(
      sections.map { (String($0.1), ShownNumbers(String($0.2).replacing(/<[^>]*>/, with: " "))) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The numbers of each section of the text, which begins with its title and a rule.
  private func textSections(_ text: String, _ report: Report) -> [String: ShownNumbers] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var starts: [(id: String, line: Int)] = []
    for section in report.sections {
      if let line = lines.indices.dropLast().first(where: {
        lines[$0] == section.title && lines[$0 + 1].hasPrefix("--") && $0 > (starts.last?.line ?? -1)
      }) {
        starts.append((section.id, line))
      }
    }
    var sections: [String: ShownNumbers] = [:]
    for (index, start) in starts.enumerated() {
      let end = index + 1 < starts.count ? starts[index + 1].line : lines.count
      sections[start.id] = ShownNumbers(lines[start.line..<end].joined(separator: "\n"))
    }
    return sections
  }
}

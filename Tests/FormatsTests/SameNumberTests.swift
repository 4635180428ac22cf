import Foundation
import ReportModel
import ReportWriters
import SampleReports
import Testing

/// The same figure is the same number in CSV, text, page and charts; ``WorkbookSheetsTests`` has the workbook.
@Suite(.enabled(if: IndependentReaders.python != nil, "\(IndependentReaders.missing)"))
struct SameNumberTests {
  /// Measures that only the CSV has: they restate in dollars what the tables say in percent, or say that a number
  /// does not exist.
  private static let onlyInCSV: Set<String> = [
    "difference_from_national_median", "key_finding", "pay_not_published", "cost_not_published",
    "pay_full_time_hourly", "pay_stated", "hours_per_week", "duration", "experience", "next_step_due",
  ]

  @Test(arguments: SampleClients.ids)
  func `every figure of the CSV stands in its section of the text and the page`(
    id: String
  ) throws {
    let report = try SampleClients.report(id)
    let rows = try WrittenReports.rows(id)
    let text = try String(contentsOfFile: WrittenReports.path(id, "txt"), encoding: .utf8)
    let sections = textSections(text, report)
    let page = pageSections(try page(report))
    for row in rows where !Self.onlyInCSV.contains(row["measure"] ?? "") {
      // In the appendix, but for what page one says.
      let section = row["section"] ?? ""
      let parts = [section, "\(section)_all"] + (section == "summary" ? ["page_one"] : [])
      #expect(report.sections.contains { parts.contains($0.id) }, "\(section)")
      for name in ["low", "value", "high", "difference", "difference_percent"] {
        guard let exact = Double(row[name] ?? "") else { continue }
        // What pay buys is said in hundreds: "about $53,900".
        let number = row["measure"] == "buying_power" ? (exact / 100).rounded() * 100 : exact
        // What the best paid earn is no row of a table, so that nothing is set beside it there.
        if row["measure"] == "pay_top", name != "value" { continue }
        let place =
          "\(row["section"] ?? "") \(row["item_id"] ?? "") \(row["measure"] ?? "") \(name) \(number)"
        let isInText = isIn(parts.flatMap { sections[$0] ?? [] }, number)
        #expect(isInText, "text: \(place)")
        #expect(isIn(parts.flatMap { page[$0] ?? [] }, number), "page: \(place)")
      }
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
  private func pageSections(_ page: String) -> [String: [Shown]] {
    let sections = page.matches(of: /<section id="([a-z_]+)"(?s:(.*?))<\/section>/)
    return Dictionary(
      sections.map { (String($0.1), numbers(String($0.2).replacing(/<[^>]*>/, with: " "))) },
      uniquingKeysWith: { first, _ in first })
  }

  /// True when a number was shown, at the precision at which it was shown.
  private func isIn(_ shown: [Shown], _ number: Double) -> Bool {
    shown.contains { abs($0.magnitude - abs(number)) <= 0.5 * $0.step + 1e-9 }
  }

  private struct Shown {
    let magnitude: Double
    /// The worth of the last digit shown.
    let step: Double
  }

  /// The numbers among words: `$84,640`, `+84.0%`, `38th`.
  private func numbers(_ text: String) -> [Shown] {
    text.matches(of: /[0-9][0-9,]*(\.[0-9]+)?/).compactMap { match in
      let digits = match.output.0.replacing(",", with: "")
      let fraction = match.output.1.map { $0.count - 1 } ?? 0
      return Double(digits).map { Shown(magnitude: $0, step: pow(10, -Double(fraction))) }
    }
  }

  /// The numbers of each section of the text, which begins with its title and a rule.
  private func textSections(_ text: String, _ report: Report) -> [String: [Shown]] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var starts: [(id: String, line: Int)] = []
    for section in report.sections {
      if let line = lines.indices.dropLast().first(where: {
        lines[$0] == section.title && lines[$0 + 1].hasPrefix("--") && $0 > (starts.last?.line ?? -1)
      }) {
        starts.append((section.id, line))
      }
    }
    var sections: [String: [Shown]] = [:]
    for (index, start) in starts.enumerated() {
      let end = index + 1 < starts.count ? starts[index + 1].line : lines.count
      sections[start.id] = numbers(lines[start.line..<end].joined(separator: "\n"))
    }
    return sections
  }
}

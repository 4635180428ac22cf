import AdvisingReport
import Export
import Foundation
import ReportModel
import SampleReports
import Testing

/// Places in the phrases and in the style of a template.
@Suite struct PlacesTests {
  private let yaml: String
  private let standard: ReportTemplate

  init() throws {
    yaml = try String(
      contentsOf: SampleClients.root.appendingPathComponent("Templates/standard/template.yaml"),
      encoding: .utf8)
    standard = try TemplateLoader.load("standard").report
  }

  /// The standard template with another text for the chart's alternative, which may have {title} and {points}.
  private func template(_ text: String) -> String {
    let line =
      yaml.components(separatedBy: "\n").first { $0.hasPrefix("    alternative_text: \"{title}") } ?? ""
    return yaml.replacingOccurrences(of: line, with: "    alternative_text: '\(text)'")
  }

  private func problems(_ yaml: String) -> [String] {
    do throws(TemplateProblems) {
      _ = try TemplateReader(standard: standard).read(yaml: yaml)
      return []
    } catch {
      return error.problems.map(\.description)
    }
  }

  @Test(arguments: ["{ ", "{1} ", "{", "{} ", "{{", "}{", "{title", "{title ", "{-", "{a{"])
  func `a place after a brace that opens none is filled, and a wrong one is told`(_ start: String) throws {
    let template = try TemplateReader(standard: standard).read(yaml: template(start + "{title}: {points}"))
    let report = ReportBuilder(template: template, programVersion: "test")
      .report(on: try SampleClients.advice("worked-example"))
    let formatter = ValueFormatter(for: report)
    let texts = report.everyChart.map { formatter.text($0.alternativeText) }.filter { $0.hasPrefix(start) }
    #expect(!texts.isEmpty)
    #expect(texts.allSatisfy { !$0.contains("{title}") && !$0.contains("{points}") }, "\(texts)")
    let found = problems(self.template(start + "{title} {nonsense} {points}"))
    #expect(found.count == 1)
    #expect(
      found[0].hasSuffix(
        "wording.chart.alternative_text: unknown place {nonsense}; allowed: {title}, {points}"), "\(found)")
  }

  @Test(arguments: ["titel", "Title", " title ", "TITLE", "tilte"])
  func `a place that is nearly one is told with what was meant`(_ name: String) {
    let found = problems(template("{title} {\(name)} {points}"))
    #expect(found.count == 1 && found[0].hasSuffix("; did you mean {title}?"), "\(found)")
  }

  @Test(arguments: [
    (
      "  dollars: \"${n}\"", "  dollars: \"{ ${amount}\"",
      "style.dollars: unknown place {amount}; allowed: {n}"
    ),
    ("  date: \"{month} {day}, {year}\"", "  date: \"{monht} {day}\"", "; did you mean {month}?"),
    (
      "    about: \"about {n}\"", "    about: \"about {N}\"",
      "style.bounds.about: unknown place {N}; allowed: {n}"
    ),
    (
      "    floor: \"{low} or more\"", "    floor: \"{high} or more\"",
      "style.range.floor: unknown place {high}"
    ),
    ("one: st,", "one: \"{n}st\",", "style.ordinal.one: unknown place {n}; this phrase has no places"),
    ("  missing: \"–\"", "  missing: \"{n}\"", "style.missing: unknown place {n}; this phrase has no places"),
  ])
  func `the patterns of the style have their places and no others`(
    line: String, other: String, expected: String
  ) {
    #expect(yaml.contains(line))
    let found = problems(yaml.replacingOccurrences(of: line, with: other))
    #expect(found.count == 1 && found[0].contains(expected), "\(found)")
  }

  @Test func `a key that stands twice is told with its line`() {
    let found = problems(
      yaml.replacingOccurrences(of: "language: en-US\n", with: "language: en-US\nlanguage: x\n"))
    #expect(found.count == 1 && found[0].hasSuffix("language: the key stands twice; keep one"), "\(found)")
    #expect(found[0].hasPrefix("line "))
  }

  @Test func `an alias repeats a text`() throws {
    let named = yaml.replacingOccurrences(
      of: "    title: Suggested next steps\n", with: "    title: &a Agreed steps\n"
    )
    .replacingOccurrences(of: "    step: Step\n", with: "    step: *a\n")
    #expect(named.contains("step: *a"))
    _ = try TemplateReader(standard: standard).read(yaml: named)
  }
}

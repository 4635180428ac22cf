import AdvisingReport
import Export
import Foundation
import ReportModel
import SampleReports
import Testing

@Suite struct TemplateReaderTests {
  private let yaml: String
  private let standard: ReportTemplate

  init() throws {
    yaml = try String(
      contentsOf: SampleClients.root.appendingPathComponent("Templates/standard/template.yaml"),
      encoding: .utf8)
    standard = try TemplateLoader.load("standard").report
  }

  private func problems(_ yaml: String) -> [String] {
    do throws(TemplateProblems) {
      _ = try TemplateReader(standard: standard).read(yaml: yaml)
      return []
    } catch {
      return error.problems.map(\.description)
    }
  }

  /// The standard template with one line changed.
  private func changed(_ line: String, to other: String) -> String {
    #expect(yaml.contains(line))
    return yaml.replacingOccurrences(of: line, with: other)
  }

  @Test func `the standard template holds by its own measure`() {
    #expect(problems(yaml).isEmpty)
  }

  @Test func `what a template does not say is as in the standard one, in its language alone`() throws {
    let little = try TemplateReader(standard: standard).read(yaml: "language: en-US\n")
    #expect(little == standard)
    #expect(problems("language: es-US\n").contains { $0.hasPrefix("sections: the key is missing") })
    #expect(problems("language: es-US\n").contains { $0.hasPrefix("style.dollars: the key is missing") })
  }

  @Test func `the paper is what the template says, else what is usual where its language is spoken`() throws {
    func paper(_ head: String) throws -> Paper {
      let rest = yaml.replacingOccurrences(of: "language: en-US", with: "")
        .replacingOccurrences(of: "paper: letter", with: "")
      return try TemplateReader(standard: standard).read(yaml: "\(head)\n\(rest)").paper
    }
    for (language, usual) in [("en-US", Paper.letter), ("en", .letter), ("es-ES", .a4), ("de-DE", .a4)] {
      #expect(try paper("language: \(language)") == usual, "\(language)")
      #expect(try paper("language: \(language)\npaper: a4") == .a4)
      #expect(try paper("language: \(language)\npaper: letter") == .letter)
    }
  }

  @Test(arguments: ["es", "es-MX", "es-419", "es_PR", "ES-us"])
  func `a region takes the words of its language, and keeps its own tag`(tag: String) throws {
    let spanish = try TemplateLoader.load("standard-es").report
    let template = try TemplateReader(standard: spanish).read(yaml: "language: \(tag)\n")
    #expect(template.language == tag)
    #expect(template.wording == spanish.wording && template.style == spanish.style)
    #expect(template.sections == spanish.sections)
    // English words are none of its own.
    #expect(problems("language: \(tag)\n").contains { $0.hasPrefix("sections: the key is missing") })
  }

  @Test func `page one alone names the publishers of its numbers, and no others`() throws {
    let template = try TemplateReader(standard: standard).read(yaml: "language: en-US\nparts: [page_one]\n")
    let report = ReportBuilder(template: template, programVersion: "test")
      .report(on: try SampleClients.advice("worked-example"))
    #expect(report.sections.map(\.part) == [.pageOne])
    guard case .smallPrint(let sentences)? = report.sections.last?.blocks.last else {
      Issue.record("no small print")
      return
    }
    let named = sentences.flatMap(\.values).compactMap { if case .source(let id) = $0 { id } else { nil } }
    let cited = report.sections[0].blocks.dropLast().flatMap { block -> [String] in
      let prose: [Prose] =
        switch block {
        case .passage(_, let paragraphs): paragraphs
        case .leadFigures(let figures): figures.map(\.note)
        case .chart(let chart): [chart.source]
        default: []
        }
      return prose.flatMap(\.values).compactMap { if case .source(let id) = $0 { id } else { nil } }
    }
    #expect(!named.isEmpty && Set(named) == Set(cited))
    let words = ValueFormatter(for: report).text(sentences[0])
    #expect(words.contains("[1] U.S. Bureau of Labor Statistics, May 2024"))
  }

  @Test func `a phrase that is left out is the standard's, in the standard's language alone`() throws {
    let line = "    title: Suggested next steps\n"
    let template = try TemplateReader(standard: standard).read(yaml: changed(line, to: ""))
    #expect(template == standard)
    let spanish = changed(line, to: "").replacingOccurrences(of: "language: en-US", with: "language: es-US")
    #expect(
      problems(spanish) == [
        "wording.next_step.title: the key is missing; add it (see the standard template)"
      ])
  }

  @Test(arguments: [
    (
      "    title: Suggested next steps\n", "    title: {a: b}\n",
      "wording.next_step.title: the value has the wrong form; give text"
    ),
    (
      "    title: Suggested next steps\n", "    title: Suggested {steps}\n",
      "unknown place {steps}; this phrase has no places"
    ),
    (
      "    title: Suggested next steps\n", "    titel: x\n    title: y\n",
      "wording.next_step.titel: unknown key; allowed: title, step"
    ),
    ("id: outlook,", "id: outlok,", "unknown section; allowed: summary, position"),
    ("id: outlook,", "id: start,", "the section stands twice; keep one"),
    (
      "sheet: Outlook }", "sheet: 12345678901234567890123456789012 }",
      "the text is too long; use at most 31 characters"
    ),
    ("language: en-US\n", "language: en-US\ncolour: red\n", "colour: unknown key; allowed: language"),
    ("language: en-US\n", "language: \"en\n", "this is not valid YAML"),
    ("  date: \"{month} {day}, {year}\"\n", "", "style.date: the key is missing"),
    (
      "  date: \"{month} {day}, {year}\"\n", "  date: \"{month} {day}, {year}\"\n  colour: red\n",
      "style.colour: unknown key; allowed: decimal_separator, group_separator, dollars"
    ),
    (
      "    about: \"about {n}\"\n", "    about: \"about {n}\"\n    circa: \"ca. {n}\"\n",
      "style.bounds.circa: unknown key; allowed: at_least, at_most, below, above, about, or_more"
    ),
    (
      "month_names: [January, ", "month_names: [",
      "style.month_names: the value has the wrong form; give a list of 12 texts"
    ),
  ])
  func `a problem names the key, what is wrong and what to do`(line: String, other: String, expected: String)
  {
    let found = problems(changed(line, to: other))
    #expect(found.contains { $0.contains(expected) }, "\(found)")
  }

  @Test func `problems have the line they stand in`() {
    let found = problems(changed("language: en-US\n", to: "language: en-US\ncolour: red\n"))
    #expect(found.contains { $0.hasPrefix("line ") })
  }

  @Test func `a section that is not listed is left out, and charts can be switched off`() throws {
    let shorter = changed("  - { id: outlook, title: Outlook, sheet: Outlook }\n", to: "")
      .replacingOccurrences(of: "sheet: Career ladder }", with: "sheet: Career ladder, charts: false }")
    let template = try TemplateReader(standard: standard).read(yaml: shorter)
    let builder = ReportBuilder(template: template, programVersion: "test")
    let report = builder.report(on: try SampleClients.advice("worked-example"))
    #expect(!report.sections.contains { $0.id == "outlook" })
    #expect(report.figures.contains { $0.sectionID == "outlook" }, "the CSV has every figure")
    #expect(report.everyChart.map(\.id).contains("settings"))
    #expect(!report.everyChart.map(\.id).contains("ladder"))
  }
}

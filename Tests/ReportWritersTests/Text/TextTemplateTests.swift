import ReportModel
import Testing

@testable import ReportWriters

@Suite struct TextTemplateTests {
  @Test(
    arguments: [
      ("a\nb {{title", [.init(line: 2, kind: .unfinishedTag)]),
      ("{{#sections}}\n{{#blocks}}\n{{/blocks}}", [.init(line: 1, kind: .openSection("sections"))]),
      ("\n\n{{/sections}}", [.init(line: 3, kind: .unexpectedEnd("sections", expected: nil))]),
      (
        "{{#sections}}{{#blocks}}{{/sections}}",
        [.init(line: 1, kind: .unexpectedEnd("sections", expected: "blocks"))]
      ),
      ("{{> part}}", [.init(line: 1, kind: .unsupportedTag("> part"))]),
      ("{{! a\ncomment }}\n{{=<% %>=}}", [.init(line: 3, kind: .unsupportedTag("=<% %>="))]),
      ("{{% CONTENT_TYPE:HTML}}", [.init(line: 1, kind: .unsupportedTag("% CONTENT_TYPE:HTML"))]),
      (
        "{{$block}}{{/block}}",
        [
          .init(line: 1, kind: .unsupportedTag("$block")),
          .init(line: 1, kind: .unexpectedEnd("block", expected: nil)),
        ]
      ),
    ] as [(String, [PageTemplateError.Problem])])
  func `a bad template is refused with the line`(mustache: String, problems: [PageTemplateError.Problem]) {
    #expect(throws: PageTemplateError(problems: problems)) { try TextTemplate(mustache) }
  }

  @Test func `a name that a report does not have is refused, with all names it has`() throws {
    let error = #expect(throws: PageTemplateError.self) {
      try TextTemplate("{{titel}}\n{{label}}\n{{#heading}}{{label}}{{blocks}}{{/heading}}")
    }
    let problems = try #require(error?.problems)
    #expect(problems.map(\.line) == [1, 2, 3])
    #expect(
      (error?.description.split(separator: "\n").first).map { String($0) }
        == "line 1: there is no titel here; use one of client_id, report_date, title, subtitle, underline, heading, "
        + "sections, section_ID, other_sections, footer")
  }

  @Test(arguments: [
    "", "no tags", "{{ title }}{{{title}}}{{&title}}", "{{^footer}}none{{/footer}}",
    "{{#sections}}{{#first()}}{{id}}{{/first()}}{{/sections}}",
    "{{#section_start}}{{text}}{{/section_start}}",
    "{{#underline}}{{.}}{{/underline}}", "{{! {{ }}", "\u{FEFF}{{title}}\r\n",
  ])
  func `a good template is read`(mustache: String) throws {
    _ = try TextTemplate(mustache)
  }

  @Test func `sections may be placed by hand, the others follow`() throws {
    let report = Report.sample(
      sections: ["a", "b", "c"].map {
        Section(
          id: $0, part: .appendix, title: "Title \($0)", shortTitle: "",
          blocks: [.paragraph("One"), .paragraph("Two")])
      })
    let text = try Self.text(
      """
      {{#section_c}}
      C first: {{title}}
      {{text}}
      {{/section_c}}
      {{#section_missing}}never{{/section_missing}}
      {{#other_sections}}
      {{title}}{{#blocks}} + {{text}}{{/blocks}}
      {{/other_sections}}
      """, report)
    #expect(text == "C first: Title c\nOne\n\nTwo\n\nTitle a + One + Two\nTitle b + One + Two\n")
  }

  @Test func `values are text, neither template nor HTML`() throws {
    let nasty = "{{title}} <b> & \"x\" 'y' {{{x}}}"
    let report = Report.sample(
      title: nasty, footer: Prose(nasty),
      sections: [
        Section(id: "a", part: .appendix, title: nasty, shortTitle: "", blocks: [.paragraph(Prose(nasty))])
      ])
    let text = try Self.text("{{title}}\n{{#sections}}{{title}}\n{{text}}\n{{/sections}}{{footer}}", report)
    #expect(text == "\(nasty)\n\(nasty)\n\(nasty)\n\(nasty)\n")
  }

  @Test func `the words of a template are kept to the page too`() throws {
    let report = Report.sample(title: "Report", sections: [])
    let words = Array(repeating: "word", count: 12).joined(separator: " ")
    let text = try Self.text("  {{title}}: \(words) — \(words)\u{1B}\t\n\n\n", report)
    #expect(
      text == """
          Report: word word word word word word word word word word word word — word
          word word word word word word word word word word word\u{FFFD}

        """)
  }

  @Test func `what is absent leaves its part of the template out`() throws {
    let report = Report.sample(title: "Report", heading: [Fact(label: "A", value: .text("b"))], sections: [])
    let text = try Self.text(
      "{{#footer}}footer{{/footer}}{{#heading}}{{label}}={{value}}{{#note}} note{{/note}}{{/heading}}"
        + "{{#sections}}section{{/sections}} {{report_date}} {{client_id}}", report)
    #expect(text == "A=b February 1, 2026 client-1\n")
  }

  private static func text(_ mustache: String, _ report: Report) throws -> String {
    let writer = TextReportWriter(template: try TextTemplate(mustache))
    return String(decoding: writer.files(for: report)[0].bytes, as: UTF8.self)
  }
}

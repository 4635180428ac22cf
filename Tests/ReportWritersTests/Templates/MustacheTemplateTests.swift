import Testing

@testable import ReportWriters

@Suite struct MustacheTemplateTests {
  private static let values: MustacheValues = [
    "name": "A & B", "yes": true, "no": false, "none": [String](), "count": 3,
    "list": ["x", "y", "z"],
    "person": ["name": "C", "pet": ["name": "D"] as MustacheValues] as MustacheValues,
    "people": [["name": "E"] as MustacheValues, ["other": "F"] as MustacheValues],
  ]

  @Test(arguments: [
    ("", ""), ("no tags\r\n", "no tags\r\n"), ("{ {} }", "{ {} }"),
    ("{{name}} {{ name }} {{{name}}} {{&name}} {{& name }}", "<A & B> <A & B> A & B A & B A & B"),
    ("{{count}}{{missing}}{{yes}}{{list}}{{person}}", "<3>"),
    ("{{#yes}}a{{/yes}}{{#no}}b{{/no}}{{#none}}c{{/none}}{{#missing}}d{{/missing}}", "a"),
    ("{{^yes}}a{{/yes}}{{^no}}b{{/no}}{{^none}}c{{/none}}{{^missing}}d{{/missing}}", "bcd"),
    ("{{#list}}{{.}}{{^last()}}, {{/last()}}{{/list}}", "<x>, <y>, <z>"),
    (
      "{{#list}}{{index()}}{{#first()}}f{{/first()}}{{#even()}}e{{/even()}}{{#odd()}}o{{/odd()}}{{/list}}",
      "<0>fe<1>o<2>e"
    ),
    ("{{first()}}{{#person}}{{index()}}{{/person}}", ""),
    // What the inner section does not have is the outer one's.
    ("{{#people}}{{name}};{{/people}}", "<E>;<A & B>;"),
    (
      "{{#person}}{{#pet}}{{name}}{{/pet}}{{/person}}{{person.pet.name}}{{#person.pet}}{{name}}{{/person.pet}}",
      "<D><D><D>"
    ),
    // Once its first part is found, a name is looked for nowhere else.
    ("{{#person}}{{pet.missing}}{{pet.name.first}}{{/person}}", ""),
    ("a\n{{#yes}}\nb\n{{/yes}}\nc\n", "a\nb\nc\n"), ("a\n  {{#no}}  \nb\n\t{{/no}}\nc", "a\nc"),
    ("a\r\n{{#yes}}\r\nb\r\n{{/yes}}\r\n", "a\r\nb\r\n"), ("{{#yes}}\n  {{/yes}}", ""),
    ("{{! of\nlines }}\na\n  {{! alone }}\nb {{! not alone }}\n {{! first }} c", "a\nb \n  c"),
    // Two on a line are not alone on it, and neither is a name.
    ("{{#yes}}{{#yes}}\na\n{{/yes}}{{/yes}}\n", "\na\n\n"), ("  {{missing}}\n", "  \n"),
    ("| {{#yes}}\n{{/yes}} |", "| \n |"), ("\u{E9}{{name}}\u{301}", "\u{E9}<A & B>\u{301}"),
  ])
  func `a template is filled`(_ template: String, _ text: String) throws {
    #expect(try MustacheTemplate(template) { "<\($0)>" }.filled(with: Self.values) == text)
  }

  @Test(arguments: [
    ("a\n{{name", 2), ("{{{name}}", 1), ("{{#yes}}\n\n", 3), ("\n{{/yes}}", 2), ("{{#yes}}\n{{/no}}", 2),
    ("{{}}", 1), ("\n{{> part}}", 2), ("{{= =}}", 1), ("{{$a}}{{/a}}", 1), ("{{a..b}}", 1), ("{{a b!}}", 1),
    ("{{name()}}", 1), ("{{% CONTENT_TYPE:TEXT}}", 1), ("{{ #yes}}{{/yes}}", 1),
  ])
  func `what does not read is told with its line`(_ template: String, _ line: Int) {
    #expect(throws: MustacheError(line: line)) { try MustacheTemplate(template) { $0 } }
  }

  @Test func `a value is never read as template`() throws {
    let nasty: MustacheValues = ["name": "{{#yes}}{{name}}", "yes": true]
    #expect(
      try MustacheTemplate("{{name}}|{{{name}}}") { $0 }.filled(with: nasty)
        == "{{#yes}}{{name}}|{{#yes}}{{name}}")
  }
}

import Foundation
import Testing

/// Templates that a stranger made to take all memory, all time, or a client's data. Each ends with 65 within limits of
/// both; the limit of time is many times what the work takes.
@Suite struct HostileTemplateTests {
  private let folder: TestFolder
  private let client = Repository.client("worked-example")

  init() throws {
    folder = try TestFolder()
    _ = try Command.run("template", "copy", "standard", "mine", in: folder.path)
  }

  /// The lines of `template check`; `report` refuses the template too.
  private func refusal(sourceLocation: SourceLocation = #_sourceLocation) throws -> [String] {
    var errors: [String] = []
    for command in [
      "report '\(client)' --template mine --format html,txt --output out", "template check mine",
    ] {
      let result = try Command.shell(
        "ulimit -v 3000000; exec timeout 25 \"$PATHBOOK\" \(command)", in: folder.path)
      #expect(result.exitCode == 65, "\(command): \(result.errors.prefix(3))", sourceLocation: sourceLocation)
      #expect(errors.isEmpty || errors == result.errors, sourceLocation: sourceLocation)
      errors = result.errors
    }
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/out"), sourceLocation: sourceLocation)
    return errors
  }

  private static let laughs =
    "a: &a [x,x,x,x,x,x,x,x,x]\n"
    + zip("bcdefghi", "abcdefgh").map {
      "\($0): &\($0) [\(Array(repeating: "*\($1)", count: 9).joined(separator: ","))]\n"
    }
    .joined()

  private static let yaml: [(String, String, String)] = [
    (
      "aliases of aliases", laughs,
      "the file has too many values, repeats by aliases counted; use at most 10000"
    ),
    ("aliases as keys", laughs + "? *i\n: x\n", "the file has too many values"),
    (
      "lists in lists", String(repeating: "[", count: 100_000),
      "stand too deep inside each other; use at most 10 levels"
    ),
    ("mappings in mappings", "a: " + String(repeating: "{a: ", count: 50_000), "use at most 10 levels"),
    (
      "lists by indent", (0..<300).map { String(repeating: " ", count: $0) + "-\n" }.joined(),
      "use at most 10 levels"
    ),
    ("many values", String(repeating: "- x\n", count: 60_000), "the file has too many values"),
    (
      "a great file", String(repeating: "# comment\n", count: 100_000),
      "the file is too large; use at most 256 KB"
    ),
    (
      "lone braces", "branding: { organization: '" + String(repeating: "{", count: 120_000) + "' }\n",
      "the text is too long; use at most 10000 characters"
    ),
    (
      "a long word", "branding: { contact: " + String(repeating: "x", count: 200_000) + " }\n",
      "use at most 10000 characters"
    ),
    (
      "many wrong keys", (0..<4_000).map { "wordin\($0)\(String(repeating: "g", count: 40)): x\n" }.joined(),
      "there are more problems; correct these first"
    ),
    (
      "many tag directives", (0..<15_000).map { "%TAG !\($0)! x\n" }.joined() + "--- a\n",
      "language: the key is missing"
    ),
  ]

  @Test(arguments: yaml)
  func `template.yaml has limits of size, depth and repeats`(
    _ name: String, _ yaml: String, _ message: String
  ) throws {
    try folder.write(yaml, to: "mine/template.yaml")
    let errors = try refusal()
    #expect(
      errors.contains { $0.hasPrefix("mine/template.yaml: ") && $0.contains(message) },
      "\(name): \(errors.prefix(3))")
  }

  @Test func `what the limits allow is read and written in time`() throws {
    let braces = String(repeating: "{", count: 9_000)
    let word = String(repeating: "x", count: 9_999)
    try folder.write(
      "language: en-US\nbranding: { organization: '\(braces)', contact: \(word) }\n"
        + "style:\n  missing: '\(String(repeating: "{", count: 500))'\n"
        + "wording:\n  page_one: { subtitle: '\(braces){occupation}' }\n", to: "mine/template.yaml")
    let standard = try String(
      contentsOfFile: Repository.path("Templates/standard/template.yaml"), encoding: .utf8)
    let style = try #require(standard.firstRange(of: "\nstyle:\n")?.upperBound)
    let end = try #require(standard.firstRange(of: "\nwording:\n")?.lowerBound)
    let own = String(standard[style..<end]).replacingOccurrences(of: "  missing: \"–\"\n", with: "")
    let text = try folder.text("mine/template.yaml")
    try folder.write(
      text.replacingOccurrences(of: "style:\n", with: "style:\n\(own)"), to: "mine/template.yaml")
    let result = try Command.shell(
      "ulimit -v 3000000; exec timeout 25 \"$PATHBOOK\" report '\(client)' --template mine --format txt,html,xlsx,csv",
      in: folder.path)
    #expect(result.exitCode == 0, "\(result.errors.prefix(3))")
  }

  private static let pages: [(String, String, String)] = [
    (
      "nested sections",
      String(repeating: "{{#footer}}", count: 3_000) + String(repeating: "{{/footer}}", count: 3_000),
      "sections stand too deep inside each other; use at most 10 levels"
    ),
    (
      "nested lists",
      String(repeating: "{{#sections}}", count: 8) + "{{title}}"
        + String(repeating: "{{/sections}}", count: 8),
      "{{#sections}} inside {{#sections}} would show everything again for each"
    ),
    (
      "many tags", String(repeating: "{{title}}", count: 20_000),
      "too many tags in double braces; use at most 500"
    ),
    ("many open tags", String(repeating: "{{", count: 100_000), "a tag does not end"),
    ("lone braces", String(repeating: "{ ", count: 100_000) + "{{titel}}", "there is no titel here"),
    ("a great page", String(repeating: "text ", count: 100_000), "the file is too large; use at most 256 KB"),
    ("a list shown", "{{sections}}", "{{sections}} is no text; open it with {{#sections}}"),
    ("the report shown", "{{.}}", "there is no . here"),
    ("a section that is none", "{{#section_sumary}}x{{/section_sumary}}", "did you mean section_summary?"),
    (
      "no such section", "{{^section_sumary}}x{{/section_sumary}}",
      "there is no section_sumary here; use one of section_summary, "
    ),
    (
      "a section inside", "{{#sections}}{{#section_sumary}}x{{/section_sumary}}{{/sections}}",
      "there is no section_sumary here"
    ),
    ("a part", "{{> report}}", "{{> report is not for a report; remove the tag"),
  ]

  @Test(arguments: pages, ["report.html.mustache", "report.txt.mustache"])
  func `pages have limits of size, depth and repeats`(_ page: (String, String, String), _ file: String) throws
  {
    try folder.write("<p>x</p>\n\(page.1)\n", to: "mine/\(file)")
    let errors = try refusal()
    #expect(
      errors.contains { $0.hasPrefix("mine/\(file): line ") && $0.contains(page.2) },
      "\(page.0): \(errors.prefix(3))")
  }

  @Test func `every section of every report may be placed by hand`() throws {
    let ids = [
      "summary", "certification_plan", "sources", "caseload", "states", "pay", "gains", "missing", "affected",
    ]
    let page = ids.map { "{{#section_\($0)}}{{title}}{{/section_\($0)}}\n" }.joined()
    for file in ["report.html.mustache", "report.txt.mustache"] { try folder.write(page, to: "mine/\(file)") }
    let result = try Command.run("template", "check", "mine", in: folder.path)
    #expect(result.exitCode == 0, "\(result.errors)")
  }

  @Test(arguments: [
    (
      "report.html.mustache", "</body>", "<script src=\"https://x.example/\"></script></body>",
      "<script> is not for a page"
    ),
    ("report.html.mustache", "<h1>", "<h1 onclick=\"x\">", "onclick on <h1> is not for a page"),
    ("report.html.mustache", "<main>", "<main><img src=x>", "<img> is not for a page"),
    (
      "report.html.mustache", "<main>", "<main><a href=\"javascript:x\">x</a>",
      "the link is none of https://…"
    ),
    (
      "report.html.mustache", "<head>", "<head><link rel=\"stylesheet\" href=\"x\">",
      "<link> is not for a page"
    ),
    (
      "report.html.mustache", "<head>",
      "<head><meta http-equiv=\"refresh\" content=\"0;url=https://x.example/\">",
      "http-equiv on <meta> is not for a page"
    ),
    ("report.css", "* {", "@import 'https://x.example/'; * {", "@import would load something"),
    ("report.css", "* {", "* { background: \\75rl(//x.example/);", "an address would load something"),
  ])
  func `what could load, send or run something is refused with its file and line`(
    _ file: String, _ old: String, _ new: String, _ message: String
  ) throws {
    let text = try folder.text("mine/\(file)")
    try #require(text.contains(old))
    try folder.write(text.replacingOccurrences(of: old, with: new), to: "mine/\(file)")
    let errors = try refusal()
    #expect(errors.contains { $0.hasPrefix("mine/\(file): line ") && $0.contains(message) }, "\(errors)")
  }

  @Test func `an extra style sheet is looked at too, alone and after the other`() throws {
    try folder.write("p{background:url(//x.example/)}", to: "mine/extra.css")
    #expect(
      try refusal().contains { $0.hasPrefix("mine/extra.css: line 1: an address would load something") })
    try folder.write("p{background:url(", to: "mine/report.css")
    try folder.write("//x.example/)}", to: "mine/extra.css")
    #expect(try !refusal().isEmpty)
  }

  @Test func `a link that a person follows is allowed`() throws {
    let text = try folder.text("mine/report.html.mustache")
    try folder.write(
      text.replacingOccurrences(of: "<main>", with: "<main><a href=\"https://example.org/\">Our center</a>"),
      to: "mine/report.html.mustache")
    #expect(try Command.run("template", "check", "mine", in: folder.path).exitCode == 0)
  }

  @Test(arguments: ["name", "advisor", "notes"])
  func `a profile's texts have limits`(_ field: String) throws {
    for count in [900_000, 29_000] {
      let word = String(repeating: "x", count: field == "notes" ? count : count / 29)
      try folder.write("{\"id\": \"c\", \"\(field)\": \"\(word)\"}", to: "client.json")
      let result = try Command.shell(
        "ulimit -v 3000000; exec timeout 25 \"$PATHBOOK\" report client.json --format txt,html,xlsx,csv",
        in: folder.path)
      #expect(result.exitCode == (count == 900_000 ? 65 : 0), "\(result.errors)")
      if count == 900_000 {
        #expect(result.errors.first?.contains("the text is too long; use at most") == true)
      }
    }
  }
}

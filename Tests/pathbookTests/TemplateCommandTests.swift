import Foundation
import Testing

@Suite struct TemplateCommandTests {
  private let folder: TestFolder
  private let client = Repository.client("worked-example")

  init() throws { folder = try TestFolder() }

  @Test func `every shipped template is listed with what it is for, and holds`() throws {
    let result = try Command.run("template", "list")
    #expect(result.exitCode == 0)
    let lines = result.output.split(separator: "\n")
    let names = lines.map { String($0.prefix { $0 != " " }) }
    #expect(
      names == [
        "brief", "brief-es", "full", "full-es", "session", "session-es", "standard", "standard-es",
      ])
    #expect(lines.allSatisfy { $0.count > 30 })
    let check = try Command(folder: folder.path).run(["template", "check"] + names)
    #expect(check == .init(exitCode: 0, output: names.map { "\($0): no problems\n" }.joined(), errors: []))
  }

  @Test(arguments: [
    "brief", "brief-es", "full", "full-es", "session", "session-es", "standard", "standard-es",
  ])
  func `a copy makes the same report as the original`(_ name: String) throws {
    #expect(try Command.run("template", "copy", name, "mine", in: folder.path).exitCode == 0)
    for (template, output) in [(name, "a"), ("mine", "b")] {
      let result = try Command.run(
        "report", client, "--template", template, "--format",
        name.hasPrefix("session") ? "html,csv" : "html,txt,csv", "--output", output,
        in: folder.path)
      #expect(result.exitCode == 0, "\(result.errors)")
    }
    #expect(try folder.files(in: "a") == folder.files(in: "b"))
    let again = try Command.run("template", "copy", name, "mine", in: folder.path)
    #expect(again.exitCode == 73)
    #expect(again.errors.first?.contains("the folder is not empty; give a new one") == true)
  }

  @Test func `an unknown template tells the known ones`() throws {
    let result = try Command.run("template", "copy", "standrad", "mine", in: folder.path)
    #expect(result.exitCode == 66)
    #expect(
      result.errors.first?.contains(
        "templates: brief, brief-es, full, full-es, session, session-es, standard, standard-es") == true)
  }

  @Test(arguments: [
    (
      "<h1>{{title}}</h1>", "<h1>{{titel}}</h1>",
      "line 14: there is no titel here; use one of language, title"
    ),
    (
      "<h1>{{title}}</h1>", "<h1>{{{title}}}</h1>",
      "line 14: {{{title}}} would stand unescaped; write {{title}}"
    ),
    ("<h1>{{title}}</h1>", "<h1>{{&title}}</h1>", "line 14: {{{title}}} would stand unescaped"),
    ("<h1>{{title}}</h1>", "{{> report}}", "line 14: {{> report is not for a report; remove the tag"),
    ("{{/headline}}", "", "stands where {{/headline}} is expected"),
  ])
  func `a page that would leave something out or unescaped is told with its line`(
    _ old: String, _ new: String, _ message: String
  ) throws {
    _ = try Command.run("template", "copy", "standard", "mine", in: folder.path)
    let name = "mine/report.html.mustache"
    let text = try folder.text(name)
    try #require(text.contains(old))
    try folder.write(text.replacingOccurrences(of: old, with: new), to: name)
    for words in [
      ["template", "check", "mine"], ["report", client, "--template", "mine", "--format", "html"],
    ] {
      let result = try Command(folder: folder.path).run(words)
      #expect(result.exitCode == 65)
      #expect(
        result.errors.contains { $0.hasPrefix("\(name): ") && $0.contains(message) }, "\(result.errors)")
    }
  }
}

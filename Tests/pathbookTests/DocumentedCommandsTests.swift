import Foundation
import Testing

/// The documentation's commands, links and spelling, and that each of these checks can fail.
@Suite(.enabled(if: PDFTools.python != nil, "needs the test environment: make test"))
struct DocumentedCommandsTests {
  private struct Found: Decodable {
    let problems: [String]
    let notRun: [String]
    let run: Int

    enum CodingKeys: String, CodingKey {
      case problems, run
      case notRun = "not run"
    }
  }

  private let python = PDFTools.python ?? "python3"

  private func run(_ words: String...) throws -> Command.Result {
    var command = Command(words: [python])
    command.environment = [
      "TMPDIR": ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp", "LC_ALL": "C.UTF-8",
    ]
    return try command.run(words)
  }

  private func commands(of repository: String) throws -> Found {
    let script = Repository.path("Tests/pathbookTests/documented_commands.py")
    let result = try run(script, repository, Command.path)
    #expect(result.exitCode == 0, "\(result.errors)")
    return try JSONDecoder().decode(Found.self, from: Data(result.output.utf8))
  }

  @Test func `every command of the documentation prints what the pages show`() throws {
    let found = try commands(of: Repository.path(""))
    for problem in found.problems { Issue.record("\(problem)") }
    #expect(found.run >= 50)
    print("Blocks of commands of the documentation: \(found.run) run, \(found.notRun.count) not run:")
    for block in found.notRun { print("  \(block)") }
  }

  /// A checkout with pages of a test alone.
  private func checkout(_ pages: [String: String]) throws -> TestFolder {
    let folder = try TestFolder()
    for name in ["Documentation", "Samples", "Scripts", "Templates/t", "Templates/t-es"] {
      try folder.makeFolder(name)
    }
    try folder.write("demo:\n", to: "Makefile")
    for name in ["Samples/clients", "Documentation/site"] {
      let place = Repository.path(name)
      try FileManager.default.createSymbolicLink(atPath: folder.path(name), withDestinationPath: place)
    }
    for (name, text) in pages { try folder.write(text, to: name) }
    return folder
  }

  @Test func `each command that does not hold is told with its page and line`() throws {
    let faults = [
      (
        "```sh\npathbook occupation search \"pharmacy tech\"\n```\n\n```text\n29-2052  Pharmacists\n```\n",
        "7: shown is not"
      ),
      (
        "```sh\npathbook dataset list\n```\n\n```text\nmedical-coding-2025  …\n```\n",
        "7: shown is not"
      ),
      ("```sh\npathbook report missing.json\n```\n", "3: ends with 66"),
      ("<!-- exit: 65 -->\n```sh\npathbook dataset list\n```\n", "4: ends with 0"),
      ("```text\nout of nowhere\n```\n", "3: a block of text without a block of sh"),
      ("```bash\npathbook dataset list\n```\n", "3: a block of bash: write sh"),
      (
        "<!-- not run: it is a test -->\n```sh\npathbook report --fast a.json\n```\n",
        "4: report has no option --fast"
      ),
      ("Say `pathbook reports`.\n", "3: there is no command reports"),
      ("Say `make demos`.\n", "3: make has no target demos"),
      (
        "<!-- given: unheard-of.json -->\n```sh\ntrue\n```\n",
        "4: documented_files.py knows no file unheard-of.json"
      ),
    ]
    let pages = faults.enumerated().map {
      ("Documentation/page-\($0.offset).md", "# A page\n\n\($0.element.0)")
    }
    let folder = try checkout(Dictionary(uniqueKeysWithValues: pages))
    let found = try commands(of: folder.path)
    #expect(found.problems.count == faults.count)
    for (index, fault) in faults.enumerated() {
      let told = "Documentation/page-\(index).md:\(fault.1)"
      #expect(found.problems.contains { $0.hasPrefix(told) }, "\(told) is not in \(found.problems)")
    }
  }

  @Test func `what holds is no problem, and what is not run is named`() throws {
    let folder = try checkout([
      "README.md": """
      # A page

      <!-- file: x.json -->
      ```json
      {"id": "x"}
      ```

      ```sh
      pathbook profile check x.json   # no problem
      pathbook occupation search "pharmacy tech"
      ```

      ```text
      x.json: good
      …
      ```

      <!-- not run: it would go on for ever -->
      ```sh
      pathbook session   # a comment
      ```

      """
    ])
    let found = try commands(of: folder.path)
    #expect(found.problems == [] && found.run == 1)
    #expect(found.notRun == ["README.md:19: pathbook session (it would go on for ever)"])
  }

  @Test func `a misspelling in a page or a template, and a word that is listed in vain, are told`() throws {
    let folder = try checkout([
      "README.md": "# Titel\n\nRight, `wrnog`, and [wrogn](https://example.com/wrnog).\n",
      "Templates/t/template.yaml": "language: en-US\nwording:\n  group:\n    key: \"{wrnog} mispelled\"\n",
      "Templates/t/report.html.mustache": "<p class=\"wrnog\">{{wrnog}} paragarph</p>\n",
      "Templates/t-es/template.yaml": "language: es-US\nwording: { group: { key: \"salaro\" } }\n",
      "Scripts/words-en.txt": "Pathbook\nTitel\n", "Scripts/words-es.txt": "",
    ])
    let result = try run(Repository.path("Scripts/check_spelling.py"), folder.path)
    #expect(result.exitCode == 1 && result.errors == [])
    let told = result.output.split(separator: "\n").map {
      $0.components(separatedBy: ": ").prefix(2).joined(separator: ": ")
    }
    #expect(
      told == [
        "Templates/t/template.yaml:4: mispelled", "Templates/t/report.html.mustache:1: paragarph",
        "README.md:3: wrogn", "Scripts/words-en.txt: Pathbook", "Templates/t-es/template.yaml:2: salaro",
      ])
  }

  @Test func `each link to a page, a heading or a picture that is not there is told`() throws {
    let folder = try checkout([
      "README.md": """
      # A page

      [1](Documentation/missing.md)

      [2](#no-such-heading)

      [3](Documentation/page.md#none)

      ![4](none.png)

      """,
      "Documentation/README.md": "# Front\n\n[A page](../README.md#a-page), [page](page.md#here).\n",
      "Documentation/page.md": "# Page\n\n## Here\n",
    ])
    let result = try run(
      "-m", "sphinx", "-q", "-W", "--keep-going", "-b", "html", "-c", Repository.path("Documentation/site"),
      folder.path, folder.path("out"), "-d", folder.path("doctrees"))
    #expect(result.exitCode != 0)
    for line in [3, 5, 7, 9] {
      #expect(result.errors.contains { $0.contains("README.md:\(line): WARNING") }, "\(result.errors)")
    }
    #expect(result.errors.count { $0.contains("WARNING") } == 4, "\(result.errors)")
  }
}

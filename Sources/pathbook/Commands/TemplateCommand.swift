import ArgumentParser
import Export
import SafeFiles

struct TemplateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template", abstract: "Work with templates: wording, order, branding and looks.",
    discussion: """
      EXAMPLES
        pathbook template list
        pathbook template copy standard my-template
        pathbook template check my-template
        pathbook report client.json --template my-template
      """,
    subcommands: [List.self, Copy.self, Check.self])

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "The templates that come with Pathbook.",
      discussion: """
        EXAMPLES
          pathbook template list
        """)

    func run() throws {
      try Terminal.reporting {
        let width = TemplateLoader.shippedNames.map(\.count).max() ?? 0
        for name in TemplateLoader.shippedNames {
          let space = String(repeating: " ", count: width - name.count + 2)
          try Terminal.say(name + space + TemplateLoader.purpose(name))
        }
      }
    }
  }

  struct Copy: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "copy", abstract: "Write a template into a folder, to start your own.",
      discussion: """
        Delete from the copy what you do not change: missing files and phrases are those of the standard template, in \
        the language of your template.

        EXAMPLES
          pathbook template copy standard my-template
        """)

    @Argument(help: ArgumentHelp("A name from \"pathbook template list\".", valueName: "name"))
    var name: String

    @Argument(
      help: ArgumentHelp("The folder, missing or empty.", valueName: "dir"), completion: .directory)
    var folder: String

    func run() throws {
      try Terminal.reporting {
        for path in try TemplateLoader.copy(name, to: folder) { try Terminal.say(path) }
      }
    }
  }

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check", abstract: "Check templates: every problem, with its file, line and remedy.",
      discussion: """
        EXAMPLES
          pathbook template check my-template
        """)

    @Argument(
      help: ArgumentHelp("Template folders, or names of shipped ones.", valueName: "dir"),
      completion: .directory)
    var templates: [String]

    func run() throws {
      var exitCode: Int32 = 0
      for template in templates {
        do throws(ExportFailure) {
          _ = try TemplateLoader.load(template)
          try Terminal.say("\(template): no problems")
        } catch {
          for line in error.lines { Terminal.note(line) }
          exitCode = max(exitCode, error.exitCode)
        }
      }
      if exitCode != 0 { throw ExitCode(exitCode) }
    }
  }
}

import Advising
import ArgumentParser
import Export
import SafeFiles

struct ProfileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "profile", abstract: "Work with client profiles.",
    discussion: """
      EXAMPLES
        pathbook profile check client.json
        pathbook profile check clients/*.json
        pathbook profile schema > profile.schema.json
      """,
    subcommands: [Check.self, Schema.self])

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check", abstract: "Check profiles: every problem of every file; nothing is written.",
      discussion: """
        EXAMPLES
          pathbook profile check client.json
          pathbook profile check clients/*.json
        """)

    @Argument(
      help: ArgumentHelp("Profiles, JSON files; - reads standard input.", valueName: "file"),
      completion: .file(extensions: ["json"]))
    var files: [String]

    @OptionGroup var dataset: DatasetOption

    func run() throws {
      var exitCode: Int32 = 0
      try Terminal.reporting {
        let loader = ProfileLoader(datasets: try dataset.shelf())
        for file in files {
          let name = ProfileLoader.name(of: file)
          do throws(ExportFailure) {
            for notice in try loader.load(file).notices { Terminal.note("\(name): \(notice)") }
          } catch {
            for line in error.lines { Terminal.note(line) }
            exitCode = max(exitCode, error.exitCode)
            continue
          }
          try Terminal.say("\(name): good")
        }
      }
      if exitCode != 0 { throw ExitCode(exitCode) }
    }
  }
  struct Schema: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "schema", abstract: "Print the JSON Schema of a profile.",
      discussion: """
        With it, an editor completes and checks a profile as you type. It has the ids of the dataset.

        EXAMPLE
          pathbook profile schema > profile.schema.json
        """)

    @OptionGroup var dataset: DatasetOption

    func run() throws {
      try Terminal.reporting {
        try StandardOutput.write(
          ProfileSchema(dataset: try DatasetInput(folder: try dataset.only()).dataset()).bytes)
      }
    }
  }
}

import Advising
import ArgumentParser
import Caseload
import Export

struct RosterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "roster", abstract: "Create and check rosters, the tables of many clients.",
    discussion: """
      EXAMPLES
        pathbook roster template --output roster.xlsx
        pathbook roster check roster.csv
      """,
    subcommands: [Template.self, Count.self, Check.self])

  struct Template: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "template", abstract: "Write an empty roster, with every column explained.",
      discussion: """
        As .xlsx it has lists to choose from, a sheet that explains the columns, and an example row, which is not \
        read as a client; give it to `pathbook batch` as it is. As .csv it explains the columns in lines above the \
        header, which start with # and may stay.

        EXAMPLES
          pathbook roster template --output roster.csv
          pathbook roster template --output roster.xlsx
          pathbook roster template --output lista.xlsx --template standard-es
        """)

    @Option(
      name: .shortAndLong, help: ArgumentHelp("The file: .csv or .xlsx.", valueName: "path"),
      completion: .file(extensions: ["csv", "xlsx"]))
    var output: String

    @OptionGroup var dataset: DatasetOption

    @OptionGroup var template: TemplateOption

    func run() throws {
      try Terminal.reporting {
        let inputs = try ReportInputs(datasetFolder: try dataset.only(), template: template.name)
        try RosterTemplate(inputs: inputs).write(to: output)
        try Terminal.say(output)
      }
    }
  }

  struct Count: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "count", abstract: "Count the rows of a roster, good or bad.",
      discussion: """
        EXAMPLES
          pathbook roster count roster.csv
        """)

    @OptionGroup var input: RosterArguments

    func run() throws {
      try Terminal.reporting {
        let name = ProfileLoader.name(of: input.roster)
        guard let count = try input.open().rowCount(tell: { Terminal.note("\(name): \($0)") }) else { return }
        try Terminal.say(
          "\(ProfileLoader.name(of: input.roster)): \(count) \(count == 1 ? "row" : "rows")")
      }
    }
  }

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check", abstract: "Check a roster: every problem of every row; nothing is written.",
      discussion: """
        EXAMPLES
          pathbook roster check roster.csv
          pathbook roster check clients/
        """)

    @OptionGroup var input: RosterArguments

    @OptionGroup var dataset: DatasetOption

    func run() throws {
      var isGood = true
      try Terminal.reporting {
        let result = try RosterCheck(datasets: try dataset.shelf()).check(
          input.open(), tell: Terminal.note)
        if !result.extraColumns.isEmpty {
          Terminal.note(
            "\(ProfileLoader.name(of: input.roster)): not part of a profile and ignored: "
              + result.extraColumns.map { "\"\($0)\"" }.joined(separator: ", "))
        }
        try Terminal.say("\(ProfileLoader.name(of: input.roster)): \(result.good) good, \(result.bad) bad")
        isGood = result.bad == 0
      }
      if !isGood { throw ExitCode(65) }
    }
  }
}

import Advising
import ArgumentParser
import Export

struct RosterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "roster", abstract: "Make and check rosters, the tables of many clients.",
    discussion: """
      EXAMPLES
        pathbook roster template --output roster.xlsx
        pathbook roster check roster.csv
      """,
    subcommands: [Template.self, Count.self, Check.self])

  struct Template: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write an empty roster, with every column explained.",
      discussion: """
        As .xlsx it has lists to choose from; save it as CSV UTF-8 when it is filled in. As .csv it explains the columns \
        in lines above the header, which begin with # and may stay.

        EXAMPLES
          pathbook roster template --output roster.csv
          pathbook roster template --output roster.xlsx
        """)

    @Option(
      name: .shortAndLong, help: ArgumentHelp("The file: .csv or .xlsx.", valueName: "path"),
      completion: .file(extensions: ["csv", "xlsx"]))
    var output: String

    @Option(
      help: ArgumentHelp(
        "A dataset folder, or a .zip of one, in place of the shipped one.", valueName: "dir"),
      completion: .directory)
    var dataset: String?

    func run() throws {
      try Terminal.reporting {
        let dataset = try dataset.map(DatasetLoader.load) ?? DatasetLoader.shipped()
        try RosterTemplate(dataset: dataset).write(to: output)
        try Terminal.say(output)
      }
    }
  }

  struct Count: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Count the rows of a roster, good or bad.",
      discussion: """
        EXAMPLES
          pathbook roster count roster.csv
        """)

    @Argument(
      help: ArgumentHelp("CSV, NDJSON or a folder of profiles.", valueName: "roster"), completion: .file())
    var roster: String

    @Option(
      help: ArgumentHelp(
        "Of a CSV roster: comma, semicolon or tab; else as its first line tells.", valueName: "sign"))
    var delimiter: RosterDelimiter?

    func run() throws {
      try Terminal.reporting {
        guard let count = try RosterFile(roster, delimiter: delimiter).rowCount() else {
          throw ExportFailure.usage("standard input is read once only; give a file")
        }
        try Terminal.say("\(roster): \(count) \(count == 1 ? "row" : "rows")")
      }
    }
  }

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Check a roster: every problem of every row, and nothing is written.",
      discussion: """
        EXAMPLES
          pathbook roster check roster.csv
          pathbook roster check clients/
        """)

    @Argument(
      help: ArgumentHelp("CSV, NDJSON, a folder of profiles, or -.", valueName: "roster"),
      completion: .file())
    var roster: String

    @Option(
      help: ArgumentHelp(
        "Of a CSV roster: comma, semicolon or tab; else as its first line tells.", valueName: "sign"))
    var delimiter: RosterDelimiter?

    @Option(
      help: ArgumentHelp(
        "A dataset folder, or a .zip of one, in place of the shipped one.", valueName: "dir"),
      completion: .directory)
    var dataset: String?

    func run() throws {
      var isGood = true
      try Terminal.reporting {
        let dataset = try dataset.map(DatasetLoader.load) ?? DatasetLoader.shipped()
        let result = try RosterCheck(dataset: dataset).check(
          RosterFile(roster, delimiter: delimiter), tell: Terminal.note)
        if !result.extraColumns.isEmpty {
          Terminal.note(
            "\(ProfileLoader.name(of: roster)): no part of a profile, and left out: "
              + result.extraColumns.map { "\"\($0)\"" }.joined(separator: ", "))
        }
        try Terminal.say("\(ProfileLoader.name(of: roster)): \(result.good) good, \(result.bad) bad")
        isGood = result.bad == 0
      }
      if !isGood { throw ExitCode(65) }
    }
  }
}

import Advising
import ArgumentParser
import CareerData
import Caseload
import Export

struct CaseloadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "caseload", abstract: "Look at the clients of a roster together.",
    discussion: """
      EXAMPLES
        pathbook caseload diff medical-2026 medical-2027 roster.csv
        pathbook caseload merge parts --output merged
      """,
    subcommands: [Diff.self, Merge.self])

  struct Diff: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "diff",
      abstract: "Show for which clients a new dataset changes the advice, and how: whom to call.",
      discussion: """
        Reported are a different best-paid option, a percentile that moved by more than 5 points, a different gap to \
        the next rung, and sources that were replaced.

        EXAMPLES
          pathbook caseload diff medical-2026 medical-2027 roster.csv
          pathbook caseload diff medical-2026 medical-2027 roster.csv --format csv,xlsx,txt --output affected
        """)

    @Argument(
      help: ArgumentHelp("The old dataset, a folder or a .zip.", valueName: "old"), completion: .directory)
    var old: String

    @Argument(help: ArgumentHelp("The new dataset.", valueName: "new"), completion: .directory)
    var new: String

    @OptionGroup var input: RosterArguments

    @Option(
      help: ArgumentHelp(
        "Formats, separated by commas: \(OutputFormat.all.map(\.id).joined(separator: ", ")).",
        valueName: "formats"),
      transform: OutputFormat.list)
    var format = [OutputFormat.txt]

    @Option(
      name: .shortAndLong,
      help: ArgumentHelp("The folder for affected.txt and so on; - prints one format.", valueName: "dir"))
    var output = "-"

    @OptionGroup var template: TemplateOption

    func run() throws {
      var hasBadRows = false
      try Terminal.reporting {
        let affected = try AffectedExporter(old: old, new: new, template: template.name)
        let result = try affected.compare(
          input.open(), date: Clock.today, tell: Terminal.note)
        var options = ReportExporter.Options()
        options.formats = format
        // People open the file; what is printed goes to a program.
        options.marksCSV = output != "-"
        let exporter = affected.exporter(options)
        if output == "-" {
          try exporter.print(result.report)
        } else {
          for path in try exporter.write(result.report, to: output) { try Terminal.say(path) }
        }
        hasBadRows = result.refused > 0
      }
      if hasBadRows { throw ExitCode(65) }
    }
  }

  struct Merge: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "merge", abstract: "Join the parts that batch --shard has written.",
      discussion: """
        Writes one journal, one list of rejects, and the combined CSV and the summary if the parts were made with them: the \
        same as a batch of the whole roster. Parts that are missing, mixed or doubled are named, and nothing is written. \
        The clients' files stay in their parts.

        EXAMPLES
          pathbook caseload merge parts --output merged
        """)

    @Argument(help: ArgumentHelp("The folder with the parts.", valueName: "dir"), completion: .directory)
    var parts: String

    @Option(
      name: .shortAndLong,
      help: ArgumentHelp("The folder for the files over the whole caseload; a new one.", valueName: "dir"),
      completion: .directory)
    var output: String

    @Option(
      name: .customLong("dataset"),
      help: ArgumentHelp(
        "For a summary: the dataset of the parts, where it is not in the place that they name. May be given again.",
        valueName: "name|dir"),
      completion: .directory)
    var datasets: [String] = []

    @Option(
      help: ArgumentHelp(
        "For a summary: the template of the parts, where it is not in the place that they name.",
        valueName: "name|dir"),
      completion: .directory)
    var template: String?

    func run() throws {
      try Terminal.reporting {
        let result = try CaseloadMerger(parts, datasets: datasets, template: template).merge(to: output)
        let clients = "\(result.clients) \(result.clients == 1 ? "client" : "clients")"
        let count = "\(result.parts) \(result.parts == 1 ? "part" : "parts")"
        try Terminal.say("\(output): \(clients) in \(count), \(result.rejected) rejected")
        for note in result.notes { Terminal.note(note) }
        if let rejects = result.rejectsName {
          Terminal.note(
            "\(output)/\(rejects): fix the rows, then give this file as the roster of another batch")
        }
      }
    }
  }
}

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
      """,
    subcommands: [Diff.self])

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
}

import ArgumentParser
import CareerData
import Export
import SafeFiles

struct DatasetCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check a dataset: its tables, and whether its figures make sense.",
    discussion: """
      Errors are wrong data and end with exit code 65. Warnings are things to look at, such as figures of more than \
      two years ago without the word "older" in their note. Notes are published figures that do not agree and that \
      the dataset explains.

      EXAMPLES
        pathbook dataset check
        pathbook dataset check my-occupation --as-of 2027-06-01
        pathbook dataset check my-occupation --format json
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Argument(
    help: ArgumentHelp("The dataset's folder; without it the shipped dataset.", valueName: "dir"),
    completion: .directory)
  var folder: String?

  @Option(
    help: ArgumentHelp("The day for which figures are old or new; else today.", valueName: "YYYY-MM-DD"),
    transform: CalendarDate.argument)
  var asOf: CalendarDate?

  @Option(help: "For a person or for a program: text, json.")
  var format = Format.text

  func run() throws {
    var hasErrors = false
    try Terminal.reporting {
      let report = DatasetCheckReport(try DatasetInput(folder: folder), asOf: asOf ?? Clock.today)
      switch format {
      case .text: for line in report.lines { try Terminal.say(line) }
      case .json: try StandardOutput.write(report.json)
      }
      hasErrors = report.hasErrors
    }
    if hasErrors { throw ExitCode(65) }
  }
}

import ArgumentParser
import Export
import SafeFiles

struct DatasetDiff: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Show what changed from one dataset to another.",
    discussion: """
      Figures that changed come first, the greatest change in percent before the others. The exit code is 0 whether \
      the datasets differ or not.

      EXAMPLES
        pathbook dataset diff last-year this-year
        pathbook dataset diff last-year this-year --format csv > changes.csv
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, csv, json
  }

  @Argument(help: ArgumentHelp("The dataset as it was, a folder.", valueName: "old"), completion: .directory)
  var old: String

  @Argument(help: ArgumentHelp("The dataset as it is, a folder.", valueName: "new"), completion: .directory)
  var new: String

  @Option(help: "For a person or for a program: text, csv, json.")
  var format = Format.text

  func run() throws {
    try Terminal.reporting {
      let report = try DifferenceReport(from: DatasetInput(folder: old), to: DatasetInput(folder: new))
      switch format {
      case .text:
        let style = try TemplateLoader.load(TemplateLoader.standardName).report.style
        for line in report.lines(style: style) { try Terminal.say(line) }
      case .csv: try StandardOutput.write(report.csv)
      case .json: try StandardOutput.write(report.json)
      }
    }
  }
}

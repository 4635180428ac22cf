import ArgumentParser
import CareerData
import Export
import SafeFiles

struct DatasetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dataset", abstract: "Work with career datasets.",
    discussion: """
      EXAMPLES
        pathbook dataset list
        pathbook dataset show
        pathbook dataset show --dataset my-occupation
        pathbook dataset show --figure oews-national-median
        pathbook dataset check my-occupation
        pathbook dataset diff last-year this-year
        pathbook dataset copy my-dataset
        pathbook dataset import oesm25nat.zip oesm25st.zip --into my-dataset
        pathbook dataset new --soc 29-2052 --from oesm25nat.zip --into pharmacy
        pathbook dataset program add --into my-dataset --from programs.csv
        pathbook dataset pack my-dataset
      """,
    subcommands: [
      DatasetListCommand.self, DatasetShowCommand.self, DatasetCheckCommand.self, DatasetDiffCommand.self,
      DatasetCopyCommand.self,
      DatasetImportCommand.self,
      DatasetNewCommand.self, DatasetProgramCommand.self, DatasetPackCommand.self,
    ])
}

struct DatasetListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "The datasets that come with Pathbook.",
    discussion: """
      Each can be named in place of a folder.

      EXAMPLES
        pathbook dataset list
        pathbook report client.json --dataset medical-coding-2025
      """)

  func run() throws {
    try Terminal.reporting {
      try Terminal.say(ShippedDatasets.lines())
    }
  }
}

struct DatasetShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show what a dataset holds, and the ids that profiles use.",
    discussion: """
      EXAMPLES
        pathbook dataset show
        pathbook dataset show --dataset my-occupation
        pathbook dataset show --figure oews-national-median
      """)

  @OptionGroup var dataset: DatasetOption

  @Option(
    help: ArgumentHelp(
      "The id of a figure (column id of pay or figures): where it comes from.", valueName: "id"))
  var figure: String?

  func run() throws {
    try Terminal.reporting {
      guard let figure else {
        let dataset = try DatasetInput(folder: try dataset.only()).dataset()
        try Terminal.say(DatasetOverview(dataset).lines)
        return
      }
      let style = try TemplateLoader.load(TemplateLoader.standardName).report.style
      let report = try FigureProvenanceReport(
        figure: figure, in: DatasetInput(folder: try dataset.only()), style: style)
      try Terminal.say(report.lines)
    }
  }
}

struct DatasetCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check a dataset: its tables, and whether its figures are plausible.",
    discussion: """
      Errors are wrong data and end with exit code 65. Warnings deserve a look, such as figures more than two years \
      old without the word "older" in their note. Notes are published figures that disagree, where the dataset \
      explains why.

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
    help: ArgumentHelp("The day by which figures count as old; default: today.", valueName: "YYYY-MM-DD"),
    transform: CalendarDate.argument)
  var asOf: CalendarDate?

  @Option(help: "For a person or for a program: text, json.")
  var format = Format.text

  func run() throws {
    var hasErrors = false
    try Terminal.reporting {
      let report = DatasetCheckReport(try DatasetInput(folder: folder), asOf: asOf ?? Clock.today)
      switch format {
      case .text: try Terminal.say(report.lines)
      case .json: try StandardOutput.write(report.json)
      }
      hasErrors = report.hasErrors
    }
    if hasErrors { throw ExitCode(65) }
  }
}

struct DatasetDiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Show what changed from one dataset to another.",
    discussion: """
      Figures that changed come first, the largest change in percent at the top. The exit code is 0 whether or not \
      the datasets differ.

      EXAMPLES
        pathbook dataset diff last-year this-year
        pathbook dataset diff last-year this-year --format csv > changes.csv
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, csv, json
  }

  @Argument(help: ArgumentHelp("The old dataset, a folder.", valueName: "old"), completion: .directory)
  var old: String

  @Argument(help: ArgumentHelp("The new dataset, a folder.", valueName: "new"), completion: .directory)
  var new: String

  @Option(help: "For a person or for a program: text, csv, json.")
  var format = Format.text

  func run() throws {
    try Terminal.reporting {
      let report = try DifferenceReport(from: DatasetInput(folder: old), to: DatasetInput(folder: new))
      switch format {
      case .text:
        let style = try TemplateLoader.load(TemplateLoader.standardName).report.style
        try Terminal.say(report.lines(style: style))
      case .csv: try StandardOutput.write(report.csv)
      case .json: try StandardOutput.write(report.json)
      }
    }
  }
}

import ArgumentParser
import Export

struct DatasetShow: ParsableCommand {
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
        let dataset = try dataset.load()
        for line in DatasetOverview(dataset).lines { try Terminal.say(line) }
        return
      }
      let style = try TemplateLoader.load(TemplateLoader.standardName).report.style
      let report = try FigureProvenanceReport(
        figure: figure, in: DatasetInput(folder: dataset.folder), style: style)
      for line in report.lines { try Terminal.say(line) }
    }
  }
}

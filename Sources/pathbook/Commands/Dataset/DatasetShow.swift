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
      """)

  @Option(
    help: ArgumentHelp("A dataset folder, or a .zip of one, in place of the shipped one.", valueName: "dir"),
    completion: .directory)
  var dataset: String?

  func run() throws {
    try Terminal.reporting {
      let dataset = try dataset.map(DatasetLoader.load) ?? DatasetLoader.shipped()
      for line in DatasetOverview(dataset).lines { try Terminal.say(line) }
    }
  }
}

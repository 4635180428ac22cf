import ArgumentParser
import Export

struct DatasetCopy: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "copy",
    abstract: "Write the shipped dataset into a folder, as a start.",
    discussion: """
      EXAMPLES
        pathbook dataset copy my-dataset
        pathbook report client.json --dataset my-dataset
      """)

  @Argument(
    help: ArgumentHelp("The folder, missing or empty.", valueName: "dir"), completion: .directory)
  var folder: String

  func run() throws {
    try Terminal.reporting {
      let notices = try DatasetPlace.copyShipped(to: folder)
      try Terminal.say(folder)
      for notice in notices { Terminal.note(notice) }
    }
  }
}

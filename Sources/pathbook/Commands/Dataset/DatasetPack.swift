import ArgumentParser
import Export

struct DatasetPack: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pack",
    abstract: "Make one .zip of a dataset, which every command takes in place of the folder.",
    discussion: """
      The .zip holds datapackage.json and the files that it names, and no others.

      EXAMPLES
        pathbook dataset pack my-dataset
        pathbook dataset pack my-dataset --output my-dataset-2026.zip
        pathbook report client.json --dataset my-dataset-2026.zip
      """)

  @Argument(help: ArgumentHelp("The dataset's folder.", valueName: "dir"), completion: .directory)
  var folder: String

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file; else the name of the package, in this folder.", valueName: "file"),
    completion: .file(extensions: ["zip"]))
  var output: String?

  func run() throws {
    try Terminal.reporting { try Terminal.say(DatasetArchive.pack(folder, to: output)) }
  }
}

import ArgumentParser
import CareerData
import Export

struct DatasetOption: ParsableArguments {
  /// Nil for the shipped one.
  @Option(
    name: .customLong("dataset"),
    help: ArgumentHelp("A dataset folder, or a .zip of one, in place of the shipped one.", valueName: "dir"),
    completion: .directory)
  var folder: String?

  func load() throws -> CareerDataset { try folder.map(DatasetLoader.load) ?? DatasetLoader.shipped() }
}

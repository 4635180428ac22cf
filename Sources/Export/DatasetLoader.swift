import CareerData

/// Finds and reads career datasets.
public enum DatasetLoader {
  /// The dataset in the binary.
  ///
  /// - Throws: never for a program that passed its tests.
  public static func shipped() throws(ExportFailure) -> CareerDataset {
    try read(ShippedFile.folder("datasets/medical-coding"), path: "shipped dataset")
  }

  /// A dataset in a folder with a `datapackage.json`.
  public static func load(folder: String) throws(ExportFailure) -> CareerDataset {
    let files = try InputFile.readFolder(folder)
    guard files["datapackage.json"] != nil else {
      throw .missingInput(path: "\(folder)/datapackage.json", reason: "a dataset has this file")
    }
    return try read(files, path: folder)
  }

  private static func read(
    _ files: [String: [UInt8]], path: String
  ) throws(ExportFailure) -> CareerDataset {
    do { return try DatasetReader.read(DatasetFiles(files: files)) } catch {
      throw .badData(path: path, problems: error.description.split(separator: "\n").map(String.init))
    }
  }
}

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
    let names = try InputFile.names(inFolder: folder)
    // Looked for before the rest is read: a folder without it may hold anything, at any length.
    guard names.contains(DatasetFiles.packageName) else {
      throw .missingInput(
        path: "\(folder)/\(DatasetFiles.packageName)", reason: "it is missing, and a dataset needs it")
    }
    return try read(try InputFile.read(names, inFolder: folder), path: folder)
  }

  private static func read(
    _ files: [String: [UInt8]], path: String
  ) throws(ExportFailure) -> CareerDataset {
    do { return try DatasetReader.read(DatasetFiles(files: files)) } catch {
      throw .badData(path: path, problems: error.description.split(separator: "\n").map(String.init))
    }
  }
}

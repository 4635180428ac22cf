import CareerData

/// Finds and reads career datasets.
public enum DatasetLoader {
  /// The dataset in the binary.
  ///
  /// - Throws: never for a program that passed its tests.
  public static func shipped() throws(ExportFailure) -> CareerDataset {
    try read(shippedFiles, path: shippedName)
  }

  /// The files of the dataset in the binary.
  public static var shippedFiles: DatasetFiles {
    DatasetFiles(files: ShippedFile.folder("datasets/medical-coding"))
  }

  /// What messages call the dataset in the binary.
  public static let shippedName = "shipped dataset"

  /// A dataset in a folder with a `datapackage.json`.
  public static func load(folder: String) throws(ExportFailure) -> CareerDataset {
    try read(files(folder: folder), path: folder)
  }

  /// The files of a dataset, not yet looked into.
  public static func files(folder: String) throws(ExportFailure) -> DatasetFiles {
    let names = try InputFile.names(inFolder: folder)
    // Looked for before the rest is read: a folder without it may hold anything, at any length.
    guard names.contains(DatasetFiles.packageName) else {
      throw .missingInput(
        path: "\(folder)/\(DatasetFiles.packageName)", reason: "it is missing, and a dataset needs it")
    }
    return DatasetFiles(files: try InputFile.read(names, inFolder: folder))
  }

  private static func read(
    _ files: DatasetFiles, path: String
  ) throws(ExportFailure) -> CareerDataset {
    do { return try DatasetReader.read(files) } catch { throw failure(error, path: path) }
  }

  static func failure(_ errors: DatasetErrors, path: String) -> ExportFailure {
    .badData(path: path, problems: errors.description.split(separator: "\n").map(String.init))
  }
}

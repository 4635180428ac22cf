import CareerData
import SafeFiles

/// The files of a dataset that a command works on, and what messages call it.
public struct DatasetInput: Sendable {
  public let files: DatasetFiles
  /// The folder as the user gave it, or the shipped dataset.
  public let name: String

  /// - Parameter folder: nil for the dataset in the binary.
  public init(folder: String?) throws(ExportFailure) {
    guard let folder else {
      files = DatasetLoader.shippedFiles
      name = DatasetLoader.shippedName
      return
    }
    files = try DatasetLoader.files(folder: folder)
    name = folder
  }
}

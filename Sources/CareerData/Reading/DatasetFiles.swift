/// The files of a career dataset, as the caller has read them.
public struct DatasetFiles: Sendable, Equatable {
  /// The name of the file that describes the others.
  public static let packageName = "datapackage.json"

  /// The bytes of each file by its path in the package: `datapackage.json`, `pay.csv`.
  public let files: [String: [UInt8]]

  public init(files: [String: [UInt8]]) {
    self.files = files
  }
}

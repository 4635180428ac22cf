import Foundation

/// The dataset directories of the repository.
package enum SampleFiles {
  private static let datasets = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Samples/datasets")

  package static func files(_ name: String) throws -> [String: [UInt8]] {
    try files(in: datasets.appending(path: name))
  }

  /// The files of the catalogue of occupations.
  package static func catalogue() throws -> [String: [UInt8]] {
    try files(in: datasets.deletingLastPathComponent().appending(path: "catalogue"))
  }

  private static func files(in directory: URL) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for file in try FileManager.default.contentsOfDirectory(atPath: directory.path) {
      files[file] = [UInt8](try Data(contentsOf: directory.appending(path: file)))
    }
    return files
  }
}

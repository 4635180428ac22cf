import CareerData
import Foundation
import TestValues
import Testing

extension SampleFiles {
  /// The shipped dataset, read once for all tests.
  static func medicalCoding() throws -> CareerDataset { try shipped.get() }

  private static let shipped = Result { try dataset("medical-coding") }

  static func dataset(_ name: String) throws -> CareerDataset {
    try DatasetReader.read(DatasetFiles(files: files(name)))
  }
}

/// A dataset of the repository that a test breaks.
struct BrokenDataset {
  var files: [String: [UInt8]]

  init(_ name: String) throws {
    files = try SampleFiles.files(name)
  }

  func text(_ file: String) throws -> String {
    String(decoding: try #require(files[file]), as: UTF8.self)
  }

  mutating func replace(_ old: String, with new: String, in file: String) throws {
    let text = try text(file)
    try #require(text.contains(old), "\(file) has no \(old)")
    files[file] = Array(text.replacing(old, with: new, maxReplacements: 1).utf8)
  }

  mutating func append(_ line: String, to file: String) throws {
    files[file] = Array((try text(file) + line + "\n").utf8)
  }

  /// Nil when the dataset reads without a problem.
  func errors() -> DatasetErrors? {
    do throws(DatasetErrors) {
      _ = try DatasetReader.read(DatasetFiles(files: files))
      return nil
    } catch {
      return error
    }
  }
}

extension BrokenDataset {
  /// Takes resources out of the package, by their names, and their files.
  mutating func removeResources(where isMeant: (String) -> Bool) throws {
    try editResources { $0.filter { !isMeant($0["name"] as? String ?? "") } }
    for name in files.keys where name.hasSuffix(".csv") && isMeant(String(name.dropLast(4))) {
      files[name] = nil
    }
  }

  mutating func editResources(_ edit: ([[String: Any]]) -> [[String: Any]]) throws {
    let bytes = Data(try #require(files["datapackage.json"]))
    var package = try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
    package["resources"] = edit(try #require(package["resources"] as? [[String: Any]]))
    files["datapackage.json"] = [UInt8](try JSONSerialization.data(withJSONObject: package))
  }
}

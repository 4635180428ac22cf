import Foundation

/// A folder of its own for a test, gone with the value.
package final class TestFolder: Sendable {
  package let path: String

  package init() throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent(
      "export-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  package func path(_ name: String) -> String { "\(path)/\(name)" }

  @discardableResult package func write(_ text: String, to name: String) throws -> String {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path(name)))
    return path(name)
  }

  /// Copies the files directly in a folder, but not their owner or mode.
  @discardableResult package func copyFolder(_ source: String, to name: String) throws -> String {
    try makeFolder(name)
    for file in try FileManager.default.contentsOfDirectory(atPath: source) {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(source)/\(file)"))
      try bytes.write(to: URL(fileURLWithPath: path("\(name)/\(file)")))
    }
    return path(name)
  }

  @discardableResult package func makeFolder(_ name: String) throws -> String {
    try FileManager.default.createDirectory(atPath: path(name), withIntermediateDirectories: true)
    return path(name)
  }

  /// A file of 100 MiB that takes no room.
  package func makeHugeFile(_ name: String) throws {
    try write("", to: name)
    guard truncate(path(name), 100 << 20) == 0 else { throw CocoaError(.fileWriteUnknown) }
  }

  package func text(_ name: String) throws -> String {
    try String(contentsOfFile: path(name), encoding: .utf8)
  }

  /// The names of everything inside, hidden files too, sorted.
  package func names(in folder: String = ".") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path(folder)).sorted()
  }

  /// The permission bits.
  package func mode(_ name: String) throws -> Int {
    try FileManager.default.attributesOfItem(atPath: path(name))[.posixPermissions] as? Int ?? -1
  }
}

/// The repository that the tests belong to.
package enum Repository {
  package static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent().path

  package static func path(_ name: String) -> String { "\(root)/\(name)" }

  /// The contents of the files directly in a folder, by name.
  package static func files(in folder: String) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for name in try names(in: folder) {
      files[name] = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path("\(folder)/\(name)"))))
    }
    return files
  }

  /// Sorted, without hidden files.
  package static func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path(folder)).filter { !$0.hasPrefix(".") }.sorted()
  }
}

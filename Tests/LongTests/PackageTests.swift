import Foundation
import Testing

/// The Debian package of the release build, which `make test-all` makes first.
@Suite(.enabled(if: LongTests.areWanted, LongTests.missing), .serialized)
struct PackageTests {
  private static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  private static func run(_ program: String, _ arguments: [String]) throws -> (code: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.standardInput = FileHandle.nullDevice
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }

  private static func package(in folder: URL) throws -> String {
    let result = try run("\(repository)/Scripts/deb.sh", ["\(repository)/.build/release", folder.path])
    #expect(result.code == 0, "\(result.output)")
    return result.output.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "package-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
  }

  @Test func `the package is the same from the same build, says what it needs, and lintian finds no error`()
    throws
  {
    defer { try? FileManager.default.removeItem(at: folder) }
    let first = try Self.package(in: folder.appendingPathComponent("first"))
    let second = try Self.package(in: folder.appendingPathComponent("second"))
    #expect(first.firstMatch(of: /pathbook_\d+\.\d+\.\d+_[a-z0-9]+\.deb$/) != nil, "\(first)")
    let bytes = try Data(contentsOf: URL(fileURLWithPath: first))
    #expect(try bytes == Data(contentsOf: URL(fileURLWithPath: second)))
    let depends = try Self.run("dpkg-deb", ["--field", first, "Depends"]).output
    for library in [
      "libc6 (>= 2.36)", "libexpat1", "libjansson4", "libssl3", "libxlsxwriter4 (<< 1.1.5~)", "libzip4",
      "libstdc++6",
    ] {
      #expect(depends.contains(library), "\(library) in \(depends)")
    }
    let owners = try Self.run("dpkg-deb", ["--contents", first]).output.split(separator: "\n")
    #expect(owners.count > 300 && owners.allSatisfy { $0.contains(" root/root ") })
    let lintian = try Self.run("lintian", ["--fail-on", "error,warning", "--tag-display-limit", "0", first])
    #expect(lintian.code == 0, "\(lintian.output)")
  }

  @Test(.enabled(if: geteuid() == 0, "only root can make a system of its own"))
  func `the package works on a new Debian without a compiler, and goes without a trace`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
      "fresh_root.sh")
    let result = try Self.run(script.path, [try Self.package(in: folder)])
    #expect(result.code == 0, "\(result.output)")
    #expect(result.output == "fresh_root.sh: all holds\n")
  }
}

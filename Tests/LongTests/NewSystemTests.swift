import Foundation
import Testing

/// The first ten minutes with the Debian package, on a machine that has nothing else.
@Suite(.enabled(if: LongTests.areWanted, LongTests.missing))
struct NewSystemTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  private static let repository = folder.deletingLastPathComponent().deletingLastPathComponent().path
  private static let makesPackages = FileManager.default.fileExists(atPath: "\(repository)/Scripts/deb.sh")

  private static func run(_ words: [String]) throws -> (code: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = words
    process.standardInput = FileHandle.nullDevice
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }

  /// The release build is what `make test-all` makes first.
  @Test(
    .enabled(if: geteuid() == 0, "only root can make a system of its own"),
    .enabled(if: makesPackages, "there is no Scripts/deb.sh"))
  func `a newcomer gets through the first ten minutes with the package alone`() throws {
    let packages = "\(Self.repository)/.build/long-tests/package"
    let made = try Self.run([
      "\(Self.repository)/Scripts/deb.sh", "\(Self.repository)/.build/release", packages,
    ])
    try #require(made.code == 0, "\(made.output)")
    let package = made.output.trimmingCharacters(in: .whitespacesAndNewlines)
    let result = try Self.run(["\(Self.folder.path)/new_system.sh", package])
    #expect(result.code == 0, "\(result.output)")
    #expect(result.output.hasSuffix("All of it works.\n"), "\(result.output)")
  }
}

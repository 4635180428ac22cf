import Glibc
import TestValues
import Testing

@testable import SafeFiles

/// libarchive is loaded when it is needed, and may be missing.
private let hasLibarchive = dlopen("libarchive.so.13", RTLD_NOW) != nil

@Suite(.enabled(if: hasLibarchive, "libarchive is not installed"))
struct PackedFileTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  @Test(arguments: [true, false])
  func `a file that cannot be had is a failure, and there is no archive without it`(
    isZip: Bool
  ) throws {
    try folder.write("x", to: "there.csv")
    for (source, reason) in [
      ("missing.csv", "summary.csv: No such file or directory"),
      ("there.csv/x", "summary.csv: Not a directory"),
    ] {
      let archive = try PackedFile(folder.path("out"), isZip: isZip, temporary: folder.path("unfinished"))
      #expect(throws: ExportFailure.writeFailed(path: folder.path("out"), reason: reason)) {
        try archive.add("summary.csv", from: folder.path(source))
      }
    }
    // Nor is one made in its place.
    #expect(try folder.names() == ["there.csv"])
  }

  private func archive(isZip: Bool) throws -> String {
    let archive = try PackedFile(folder.path("out"), isZip: isZip, temporary: folder.path("unfinished"))
    for index in 0..<40 {
      try archive.add("client-\(index).csv", [UInt8](repeating: UInt8(index), count: 5_000 * index))
    }
    try archive.add("manifest.ndjson", Array("all of it".utf8))
    try archive.finish()
    return folder.path("out")
  }

  @Test(arguments: [true, false])
  func `a few files are taken out of an archive, private and of their length`(isZip: Bool) throws {
    let path = try archive(isZip: isZip)
    try folder.makeFolder("there")
    try UnpackedFiles.write(
      ["manifest.ndjson": 9, "client-7.csv": 35_000, "client-0.csv": 0], of: path, into: folder.path("there"))
    #expect(try folder.names(in: "there") == ["client-0.csv", "client-7.csv", "manifest.ndjson"])
    #expect(try folder.text("there/manifest.ndjson") == "all of it")
    #expect(try folder.mode("there/manifest.ndjson") == 0o600)
  }

  @Test(arguments: [true, false])
  func `what is not there, of another length or damaged is bad data`(isZip: Bool) throws {
    let path = try archive(isZip: isZip)
    try folder.makeFolder("there")
    func failure(_ wanted: [String: Int], of path: String) -> ExportFailure? {
      do throws(ExportFailure) {
        try UnpackedFiles.write(wanted, of: path, into: folder.path("there"))
        return nil
      } catch { return error }
    }
    let absent = failure(["manifest.ndjson": 9, "absent": 1], of: path)
    #expect(absent == .badData(path: path, problems: ["it has no absent"]))
    for length in [8, 10] {
      #expect(failure(["manifest.ndjson": length], of: path)?.exitCode == 65, "\(length)")
    }
    try folder.write(String(repeating: "no archive ", count: 100), to: "other")
    #expect(failure(["manifest.ndjson": 9], of: folder.path("other"))?.exitCode == 65)
    #expect(failure(["manifest.ndjson": 9], of: folder.path("none"))?.exitCode == 66)
    #expect(symlink(path, folder.path("link")) == 0)
    #expect(failure(["manifest.ndjson": 9], of: folder.path("link"))?.exitCode == 66)
  }
}

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
}

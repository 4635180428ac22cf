import Foundation
import TestValues
import Testing

@testable import SafeFiles

@Suite struct InputFileTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  @Test func `a file is read whole, whatever its length`() throws {
    for length in [0, 1, 65_535, 65_536, 65_537, 200_000] {
      let path = try folder.write(String(repeating: "x", count: length), to: "file")
      #expect(try InputFile.read(path).count == length)
    }
  }

  @Test(arguments: [
    ("missing", "No such file or directory"), (".", "Is a directory"), ("file/below", "Not a directory"),
  ])
  func `what is no file is missing input`(name: String, reason: String) throws {
    try folder.write("", to: "file")
    #expect(throws: ExportFailure.missingInput(path: folder.path(name), reason: reason)) {
      try InputFile.read(folder.path(name))
    }
  }

  @Test func `a file that opens and cannot be read is missing input`() {
    #expect(throws: ExportFailure.missingInput(path: "/proc/self/mem", reason: "Input/output error")) {
      try InputFile.read("/proc/self/mem")
    }
  }

  @Test func `a file without end is refused`() {
    let problem = "the file is larger than 64 MiB; give a smaller one"
    #expect(throws: ExportFailure.badData(path: "/dev/zero", problems: [problem])) {
      try InputFile.read("/dev/zero", takesPipes: true)
    }
  }

  @Test func `where no pipe is wanted a device is refused, and a pipe without waiting`() throws {
    #expect(
      throws: ExportFailure.missingInput(
        path: "/dev/zero", reason: "it is a device, and a regular file is needed")
    ) { try InputFile.read("/dev/zero") }
    let pipe = folder.path("pipe")
    try #require(mkfifo(pipe, 0o600) == 0)
    #expect(
      throws: ExportFailure.missingInput(path: pipe, reason: "it is a pipe, and a regular file is needed")
    ) { try InputFile.read(pipe) }
  }

  @Test(arguments: [(2048, true), (2049, false)])
  func `the limit is the last length that is read`(length: Int, isRead: Bool) throws {
    let path = try folder.write(String(repeating: "x", count: length), to: "file")
    let result = Result { try InputFile.read(path, largestBytes: 2048) }
    #expect((try? result.get())?.count == (isRead ? length : nil))
    if !isRead {
      let expected = ExportFailure.badData(
        path: path, problems: ["the file is larger than 2 KiB; give a smaller one"])
      #expect(throws: expected) { try result.get() }
    }
  }

  @Test func `a folder gives its regular files and those that links lead to, sorted, and no hidden ones`()
    throws
  {
    for name in ["b.csv", "a.csv", ".hidden", ".~lock.a.csv#"] { try folder.write(name, to: name) }
    try folder.makeFolder("sub")
    for (link, target) in [("c.csv", "a.csv"), ("dangling", "nowhere"), ("loop", ".")] {
      try FileManager.default.createSymbolicLink(atPath: folder.path(link), withDestinationPath: target)
    }
    #expect(try InputFile.names(inFolder: folder.path) == ["a.csv", "b.csv", "c.csv"])
    #expect(try InputFile.read(["a.csv"], inFolder: folder.path) == ["a.csv": Array("a.csv".utf8)])
  }

  @Test func `a link in a folder is refused, wherever it leads`() throws {
    try folder.write("a", to: "a.csv")
    for (link, target) in [("c.csv", "a.csv"), ("out.csv", "/etc/hostname"), ("sub", ".")] {
      try FileManager.default.createSymbolicLink(atPath: folder.path(link), withDestinationPath: target)
    }
    let problem = "a symbolic link, which may lead out of the folder; put the file itself in its place"
    for (name, link) in [("c.csv", "c.csv"), ("out.csv", "out.csv"), ("sub/a.csv", "sub")] {
      #expect(throws: ExportFailure.badData(path: folder.path(link), problems: [problem])) {
        try InputFile.read([name], inFolder: folder.path)
      }
    }
  }

  @Test func `all files of a folder together have a limit`() throws {
    for name in ["a", "b"] { try folder.write(String(repeating: name, count: 1 << 20), to: name) }
    #expect(try InputFile.read(["a", "b"], inFolder: folder.path, totalBytes: 2 << 20).count == 2)
    #expect(
      throws: ExportFailure.badData(
        path: folder.path, problems: ["the files are together larger than 1 MiB; give smaller ones"])
    ) { try InputFile.read(["a", "b"], inFolder: folder.path, totalBytes: 1 << 20) }
  }

  @Test func `a folder that is missing or a file is missing input`() throws {
    let file = try folder.write("", to: "file")
    #expect(throws: ExportFailure.missingInput(path: file, reason: "Not a directory")) {
      try InputFile.names(inFolder: file)
    }
    #expect(throws: ExportFailure.missingInput(path: "", reason: "No such file or directory")) {
      try InputFile.names(inFolder: "")
    }
  }
}

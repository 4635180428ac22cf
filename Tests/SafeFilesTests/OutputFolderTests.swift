import Foundation
import Synchronization
import TestValues
import Testing

@testable import SafeFiles

@Suite struct OutputFolderTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  private func file(_ name: String, _ text: String = "new") -> (name: String, bytes: [UInt8]) {
    (name, Array(text.utf8))
  }

  @Test func `missing folders are made, and are private`() throws {
    let paths = try OutputFolder(path: folder.path("a/b/c")).write([file("x.txt")])
    #expect(paths == [folder.path("a/b/c/x.txt")])
    for name in ["a", "a/b", "a/b/c"] { #expect(try folder.mode(name) == 0o700, "\(name)") }
  }

  @Test func `a folder that is there is left as it is`() throws {
    try folder.makeFolder("there")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path("there"))
    _ = try OutputFolder(path: folder.path("there/")).write([file("x.txt")])
    #expect(try folder.mode("there") == 0o755)
    #expect(try folder.names(in: "there") == ["x.txt"])
  }

  @Test func `files are whole, in order and readable by their owner alone`() throws {
    let files = [
      file("b.txt", "second\n"), file("a.txt", ""), file("c.bin", String(repeating: "x", count: 300_000)),
    ]
    let paths = try OutputFolder(path: folder.path).write(files)
    #expect(paths == ["b.txt", "a.txt", "c.bin"].map(folder.path(_:)))
    for file in files {
      #expect(try folder.text(file.name) == String(decoding: file.bytes, as: UTF8.self))
      #expect(try folder.mode(file.name) == 0o600)
    }
    #expect(try folder.names() == ["a.txt", "b.txt", "c.bin"])
  }

  @Test func `an existing file is replaced, and the new one is private`() throws {
    try folder.write("an older report that is longer than the new one", to: "x.txt")
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: folder.path("x.txt"))
    _ = try OutputFolder(path: folder.path).write([file("x.txt")])
    #expect(try folder.text("x.txt") == "new")
    #expect(try folder.mode("x.txt") == 0o600)
    #expect(try folder.names() == ["x.txt"])
  }

  @Test func `a symbolic link of the name is replaced, and what it points to is not touched`() throws {
    try folder.write("elsewhere", to: "target")
    for (link, target) in [("x.txt", "target"), ("y.txt", "nowhere")] {
      try FileManager.default.createSymbolicLink(
        atPath: folder.path(link), withDestinationPath: folder.path(target))
    }
    _ = try OutputFolder(path: folder.path).write([file("x.txt"), file("y.txt")])
    #expect(try folder.text("target") == "elsewhere")
    #expect(try folder.text("x.txt") == "new" && folder.text("y.txt") == "new")
    #expect(try folder.names() == ["target", "x.txt", "y.txt"])
  }

  @Test func `a file in the way of the folder is a failure to create`() throws {
    let path = try folder.write("", to: "file")
    #expect(throws: ExportFailure.cannotCreate(path: path, reason: "a file of this name is in the way")) {
      try OutputFolder(path: path)
    }
    #expect(throws: ExportFailure.cannotCreate(path: "\(path)/below/it", reason: "Not a directory")) {
      try OutputFolder(path: "\(path)/below/it")
    }
  }

  @Test func `an empty path is refused, since its files would go to the root`() {
    #expect(throws: ExportFailure.usage("--output names no folder; give one, . for this one")) {
      try OutputFolder(path: "")
    }
  }

  @Test func `a folder in the way of one file leaves all files as they were`() throws {
    try folder.write("old", to: "a.txt")
    try folder.makeFolder("b.txt")
    let expected = ExportFailure.cannotCreate(
      path: folder.path("b.txt"), reason: "a folder of this name is in the way")
    #expect(throws: expected) {
      try OutputFolder(path: folder.path).write([file("a.txt"), file("b.txt")])
    }
    #expect(try folder.text("a.txt") == "old")
    #expect(try folder.names() == ["a.txt", "b.txt"])
  }

  @Test func `when the last file cannot get its name, those before it are given back`() throws {
    try folder.write("old", to: "a.txt")
    let tooLong = String(repeating: "n", count: 300)
    let expected = ExportFailure.cannotCreate(path: folder.path(tooLong), reason: "File name too long")
    #expect(throws: expected) {
      try OutputFolder(path: folder.path).write([file("a.txt"), file("b.txt"), file(tooLong)])
    }
    #expect(try folder.text("a.txt") == "old")
    #expect(try folder.names() == ["a.txt"])
  }

  @Test func `whoever looks at any moment sees a whole file`() throws {
    let output = try OutputFolder(path: folder.path)
    let file = (name: "x.txt", bytes: [UInt8](repeating: 120, count: 4 << 20))
    _ = try output.write([file])
    // What a kill or a power cut would leave is what another thread sees.
    let onlooker = Onlooker(path: folder.path("x.txt"), length: file.bytes.count)
    onlooker.start()
    for _ in 1...20 { _ = try output.write([file]) }
    let seen = onlooker.stop()
    #expect(seen.looks > 20 && seen.halfFiles == 0, "\(seen)")
  }

  @Test func `a folder that has vanished is a failure to create`() throws {
    let output = try OutputFolder(path: folder.makeFolder("gone"))
    try FileManager.default.removeItem(atPath: output.path)
    let expected = ExportFailure.cannotCreate(
      path: folder.path("gone/a.txt"), reason: "No such file or directory")
    #expect(throws: expected) { try output.write([file("a.txt")]) }
  }
}

/// Looks at the length of a file again and again, on a thread of its own.
private final class Onlooker: Sendable {
  struct Seen {
    var looks = 0
    var halfFiles = 0
    var isAsked = true
    var isDone = false
  }

  private let path: String
  private let length: Int
  private let seen = Mutex(Seen())

  init(path: String, length: Int) {
    self.path = path
    self.length = length
  }

  /// Returns after the first look.
  func start() {
    Thread.detachNewThread { [self] in
      var status = stat()
      while seen.withLock(\.isAsked) {
        let isWhole = stat(path, &status) == 0 && status.st_size == length
        seen.withLock {
          $0.looks += 1
          if !isWhole { $0.halfFiles += 1 }
        }
      }
      seen.withLock { $0.isDone = true }
    }
    while seen.withLock({ $0.looks == 0 }) { usleep(100) }
  }

  func stop() -> Seen {
    seen.withLock { $0.isAsked = false }
    while !seen.withLock(\.isDone) { usleep(100) }
    return seen.withLock { $0 }
  }
}

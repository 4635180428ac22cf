import Foundation
import TestValues
import Testing

@testable import SafeFiles

@Suite struct UnfinishedFolderTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  /// As a process that was killed leaves one: nobody has its lock.
  private func makeDead(_ name: String, mode: mode_t = 0o1700) throws {
    try folder.makeFolder("\(name)/below")
    try folder.write("personal", to: "\(name)/below/report.txt")
    try #require(chmod(folder.path(name), mode) == 0)
  }

  @Test func `a folder is hidden, private, and gone with its value and all that is in it`() throws {
    var first: UnfinishedFolder? = try UnfinishedFolder(in: folder.path)
    let path = try #require(first?.path)
    #expect(try folder.names().count == 1 && folder.names()[0].hasPrefix("."))
    #expect(try folder.mode(folder.names()[0]) == 0o1700)
    try FileManager.default.createDirectory(atPath: "\(path)/a/b", withIntermediateDirectories: true)
    try #require(FileManager.default.createFile(atPath: "\(path)/a/b/c", contents: Data("x".utf8)))
    chmod("\(path)/a/b", 0o500)
    first = nil
    #expect(try folder.names() == [])
  }

  @Test func `what the dead have left is removed, by whatever is made beside it`() throws {
    try makeDead(".pathbook-abcdefgh")
    try makeDead(".out.zip.unfinished")
    try makeDead(".pathbook-unfinished")
    let made = try UnfinishedFolder(in: folder.path)
    #expect(try folder.names() == [FilePlace(made.path).name])
  }

  @Test func `what the living have stays`() throws {
    let one = try UnfinishedFolder(in: folder.path)
    let two = try UnfinishedFolder(at: folder.path(".out.zip.unfinished"))
    for other in [one, two] {
      try #require(FileManager.default.createFile(atPath: "\(other.path)/x", contents: nil))
    }
    let three = try UnfinishedFolder(in: folder.path)
    for other in [one, two] { #expect(FileManager.default.fileExists(atPath: "\(other.path)/x")) }
    #expect(try folder.names().count == 3)
    #expect(throws: SystemError(code: EWOULDBLOCK)) { try UnfinishedFolder(at: two.path) }
    withExtendedLifetime(three) {}
  }

  @Test func `what only has such a name stays: folders of the user's, files, links and what they lead to`()
    throws
  {
    try folder.makeFolder("victim")
    try folder.write("mine", to: "victim/a.txt")
    chmod(folder.path("victim"), 0o1700)
    try makeDead(".pathbook-mine", mode: 0o700)
    try makeDead(".pathbook-sticky", mode: 0o1777)
    try folder.write("mine", to: ".pathbook-file")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path(".pathbook-link"), withDestinationPath: folder.path("victim"))
    try makeDead("pathbook-visible")
    let before = try folder.names()
    UnfinishedFolder.sweep(folder.path)
    #expect(try folder.names() == before)
    #expect(try folder.text("victim/a.txt") == "mine")
  }

  @Test func `a link in what the dead have left goes, and what it leads to stays`() throws {
    try makeDead(".pathbook-dead")
    try folder.makeFolder("victim")
    try folder.write("mine", to: "victim/a.txt")
    for name in [".pathbook-dead/folder", ".pathbook-dead/below/folder"] {
      try FileManager.default.createSymbolicLink(
        atPath: folder.path(name), withDestinationPath: folder.path("victim"))
    }
    UnfinishedFolder.sweep(folder.path)
    #expect(try folder.names() == ["victim"])
    #expect(try folder.text("victim/a.txt") == "mine")
  }

  @Test(.enabled(if: geteuid() == 0, "needs root, who can give a folder away"))
  func `what another user's process has left stays`() throws {
    try makeDead(".pathbook-others")
    try #require(chown(folder.path(".pathbook-others"), 65_534, 65_534) == 0)
    // chown(2) may take bits of the mode away.
    chmod(folder.path(".pathbook-others"), 0o1700)
    UnfinishedFolder.sweep(folder.path)
    #expect(try folder.names() == [".pathbook-others"])
    #expect(throws: SystemError(code: EPERM)) { try UnfinishedFolder(at: folder.path(".pathbook-others")) }
    #expect(try folder.names(in: ".pathbook-others") == ["below"])
  }

  @Test func `a folder of a group gives it to what is made in it, and is swept all the same`() throws {
    try #require(chmod(folder.path, 0o2700) == 0)
    var made: UnfinishedFolder? = try UnfinishedFolder(in: folder.path)
    let name = FilePlace(try #require(made?.path)).name
    #expect(try folder.mode(name) == 0o3700)
    made = nil
    try makeDead(".pathbook-dead", mode: 0o3700)
    UnfinishedFolder.sweep(folder.path)
    #expect(try folder.names() == [])
  }

  @Test func `one of a fixed name is taken over from the dead, empty`() throws {
    try makeDead(".out.zip.unfinished", mode: 0o700)
    let made = try UnfinishedFolder(at: folder.path(".out.zip.unfinished"))
    #expect(try folder.names(in: ".out.zip.unfinished") == [])
    made.remove()
    made.remove()
    #expect(try folder.names() == [])
  }

  @Test func `where others may move folders about, one without the mark is not emptied`() throws {
    try makeDead(".out.zip.unfinished", mode: 0o700)
    chmod(folder.path, 0o777)
    #expect(throws: SystemError(code: EEXIST)) {
      try UnfinishedFolder(at: folder.path(".out.zip.unfinished"))
    }
    #expect(try folder.names(in: ".out.zip.unfinished") == ["below"])
  }

  @Test func `makers and sweepers beside each other lose nothing`() throws {
    let path = folder.path
    DispatchQueue.concurrentPerform(iterations: 4) { _ in
      for _ in 0..<50 {
        guard let made = try? UnfinishedFolder(in: path) else {
          Issue.record("no folder")
          return
        }
        UnfinishedFolder.sweep(path)
        #expect(made.lock.isOf(made.path))
      }
    }
    #expect(try folder.names() == [])
  }

  @Test func `a file has no name before it takes one`() throws {
    let file = try UnfinishedFile(Array("text".utf8), .nameless(folder: folder.path))
    #expect(try folder.names() == [])
    try file.take(folder.path("a"))
    #expect(try folder.text("a") == "text" && folder.mode("a") == 0o600)
    #expect(throws: SystemError(code: EEXIST)) { try file.take(folder.path("a")) }
  }

  @Test func `where files must have names, they have them in a hidden folder and nowhere else`() throws {
    // A file system without files that have no name.
    let made = try UnfinishedFolder(in: folder.path)
    let file = try UnfinishedFile(Array("text".utf8), .named("\(made.path)/0"))
    try file.take("\(made.path)/0")
    try FinalNames.take([.init(temporary: "\(made.path)/0", final: folder.path("a"))])
    made.remove()
    #expect(try folder.names() == ["a"])
    #expect(
      !UnfinishedFile.canBeNameless(in: folder.path("missing")) && !UnfinishedFile.canBeNameless(in: "/proc"))
  }
}

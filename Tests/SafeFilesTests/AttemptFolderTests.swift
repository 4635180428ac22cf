import Glibc
import TestValues
import Testing

@testable import SafeFiles

/// One attempt at a result: it has its name when it is whole, and its record after that.
struct AttemptFolderTests {
  private let folder: TestFolder
  private let record = (name: "result.json", bytes: Array("{}".utf8))

  init() throws { folder = try TestFolder() }

  private func attempt(_ text: String) throws -> AttemptFolder {
    let attempt = try AttemptFolder(in: folder.path("results"))
    #expect(mkdir("\(attempt.path)/result", 0o700) == 0)
    _ = try OutputFolder(path: "\(attempt.path)/result").write([("a", Array(text.utf8))])
    return attempt
  }

  @Test func `a result and its record get their names, and nothing else is left`() throws {
    let attempt = try attempt("first")
    #expect(try folder.names(in: "results").allSatisfy { $0.hasPrefix(".pathbook-") })
    #expect(try attempt.publish("result", record: record) { false })
    attempt.remove()
    #expect(try folder.names(in: "results") == ["result", "result.json"])
    #expect(try folder.text("results/result/a") == "first" && folder.text("results/result.json") == "{}")
    #expect(try folder.mode("results/result.json") == 0o600)
  }

  @Test func `an attempt that was slower leaves the result of the other`() throws {
    let (first, second) = (try attempt("first"), try attempt("second"))
    #expect(try first.publish("result", record: record) { false })
    #expect(try !second.publish("result", record: record) { true })
    first.remove()
    second.remove()
    #expect(try folder.text("results/result/a") == "first")
    #expect(try folder.names(in: "results") == ["result", "result.json"])
  }

  @Test func `what has the name and no record goes, a file and a link too`() throws {
    try folder.makeFolder("victim")
    try folder.write("mine", to: "victim/a")
    for kind in ["folder", "file", "link"] {
      let attempt = try attempt(kind)
      switch kind {
      case "folder":
        try folder.makeFolder("results/result")
        try folder.write("old", to: "results/result/b")
      case "file": try folder.write("old", to: "results/result")
      default: #expect(symlink(folder.path("victim"), folder.path("results/result")) == 0)
      }
      #expect(try attempt.publish("result", record: record) { false })
      attempt.remove()
      #expect(try folder.names(in: "results/result") == ["a"], "\(kind)")
      #expect(try folder.text("results/result/a") == kind && folder.names(in: "victim") == ["a"])
      FolderTree.removeAll(folder.path("results"))
    }
    #expect(try folder.text("victim/a") == "mine")
  }

  @Test func `a result without a record takes the place of nothing but an empty folder`() throws {
    let attempt = try attempt("whole")
    try folder.makeFolder("results/there")
    try folder.write("mine", to: "results/there/b")
    let failure = #expect(throws: ExportFailure.self) { try attempt.publish("result", as: "there") }
    #expect(failure?.exitCode == 73)
    try folder.makeFolder("results/empty")
    try attempt.publish("result", as: "empty")
    attempt.remove()
    #expect(try folder.names(in: "results") == ["empty", "there"])
    #expect(try folder.text("results/empty/a") == "whole" && folder.text("results/there/b") == "mine")
  }

  @Test func `what dead attempts have left goes, and what lives is told`() throws {
    let living = try attempt("living")
    try folder.makeFolder("results/.pathbook-dead")
    #expect(chmod(folder.path("results/.pathbook-dead"), 0o1700) == 0)
    // Not made as such a folder.
    try folder.makeFolder("results/.pathbook-own")
    AttemptFolder.sweep(folder.path("results"))
    let left = AttemptFolder.leftovers(in: folder.path("results"))
    #expect(left.sorted() == [".pathbook-own", FilePlace(living.path).name].sorted())
    living.remove()
  }
}

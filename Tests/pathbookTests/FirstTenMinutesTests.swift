import Foundation
import Testing

/// What a newcomer does by the README alone. In a fresh system it is run by `LongTests`.
@Suite struct FirstTenMinutesTests {
  private static let script = Repository.path("Tests/pathbookTests/first_ten_minutes.sh")

  @Test func `a newcomer gets through the first ten minutes`() throws {
    let folder = try TestFolder()
    var command = Command(words: ["bash", Self.script])
    command.environment["TMPDIR"] = folder.path
    let result = try command.run(["built", Command.path, Repository.path("")])
    #expect(result.exitCode == 0, "\(result.errors)")
    #expect(result.output.hasSuffix("All of it works.\n"), "\(result.output)")
    #expect(try folder.names() == [])
  }

  @Test func `the script does what the README says, in its order, and nothing else`() throws {
    let readme = try String(contentsOfFile: Repository.path("README.md"), encoding: .utf8)
    let part = try #require(readme.components(separatedBy: "## The first ten minutes").last)
      .components(separatedBy: "## From Swift")[0]
    let script = try String(contentsOfFile: Self.script, encoding: .utf8)
    var rest = script[...]
    for block in part.components(separatedBy: "```").enumerated().filter({ $0.offset % 2 == 1 }).map(
      \.element)
    {
      let lines = block.split(separator: "\n")
      // Commands one by one, without their comments; files as they are.
      let wanted: [String]
      switch lines.first {
      case "sh":
        wanted = lines.dropFirst().map {
          $0.components(separatedBy: "  #")[0].trimmingCharacters(in: .whitespaces)
        }
      case "json": wanted = [lines.dropFirst().joined(separator: "\n")]
      default: continue
      }
      // The package is installed by root: `fresh_root.sh`.
      for words in wanted where !words.hasPrefix("sudo ") {
        let found = rest.range(of: words)
        #expect(found != nil, "the script lacks, or has elsewhere: \(words)")
        if let found { rest = rest[found.upperBound...] }
      }
    }
    let commands = script.split(separator: "\n").filter { $0.hasPrefix("pathbook ") }
    for command in commands {
      #expect(part.contains(command.components(separatedBy: " >")[0]), "the README lacks: \(command)")
    }
  }
}

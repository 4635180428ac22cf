import Foundation
import FuzzTargets
import Testing

/// The inputs that are kept for the fuzzer, each read once. A name that begins with `good` is accepted, one with `bad`
/// refused; others only keep the promises.
struct FuzzCorpusTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
    .appendingPathComponent("Fuzz")

  private static func names(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: Self.folder.appendingPathComponent(folder).path)
      .sorted()
  }

  @Test(arguments: FuzzTarget.all)
  func `every reader keeps its promises for the inputs that are kept`(_ target: FuzzTarget) throws {
    let folder = Self.folder.appendingPathComponent("Corpus/\(target.name)")
    let names = try Self.names("Corpus/\(target.name)")
    #expect(names.contains { $0.hasPrefix("good") } && names.contains { $0.hasPrefix("bad") })
    for name in names {
      let input = [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
      #expect(input.count <= target.longestInput, "\(name): the fuzzer would cut it off")
      do {
        let verdict = try target.run(input)
        if name.hasPrefix("good") { #expect(verdict == .accepted, "\(target.name)/\(name)") }
        if name.hasPrefix("bad") { #expect(verdict == .refused, "\(target.name)/\(name)") }
      } catch { Issue.record("\(target.name)/\(name): \(error)") }
    }
  }

  @Test func `inputs and words for the fuzzer belong to a target`() throws {
    let targets = FuzzTarget.all.map(\.name)
    #expect(try Self.names("Corpus") == targets.sorted())
    #expect(
      try Self.names("Dictionaries").allSatisfy { targets.contains(String($0.dropLast(".dict".count))) })
  }

  @Test(arguments: ["the value is Optional(3)", "notYAML(YamlError.scanner)", ""])
  func `a message with the inside of the program is found`(_ message: String) throws {
    #expect(throws: BrokenPromise.self) { try Messages.check([message], about: Array("a: b".utf8)) }
    #expect(throws: Never.self) {
      try Messages.check(["\"Optional(3)\" is no number"], about: Array("Optional(3)".utf8))
    }
  }
}

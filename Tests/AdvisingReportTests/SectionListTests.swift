import AdvisingReport
import Foundation
import SampleReports
import Testing

/// What a new section or a new group of phrases needs beside its own file: a line in a list.
@Suite struct SectionListTests {
  /// The matches of a pattern's first group in the sources of the room, sorted.
  private static func found(_ pattern: Regex<(Substring, Substring)>) throws -> [String] {
    let folder = SampleClients.root.appendingPathComponent("Sources/AdvisingReport")
    var found: [String] = []
    for case let file as URL in FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
      ?? .init()
    where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      found += text.matches(of: pattern).map { String($0.1) }
    }
    return found.sorted()
  }

  @Test func `every section and every group of phrases is in its list`() throws {
    let declared =
      try Self.found(/struct (\w+): ReportSection \{/)
      + Self.found(/(?:enum|struct) (\w+): (?:String, PhraseKey|MirroredPhrase) \{/)
    let words = Set(try Self.found(/typealias Words = (\w+)/))
    let listed = Set(try Self.found(/(\w+)\.self\b/))
    #expect(declared.count > 30)
    for name in declared where !words.contains(name) {
      #expect(listed.contains(name), "no list has \(name)")
    }
  }

  @Test func `the standard template orders every section`() throws {
    let ordered = try SampleClients.template().report.sections.map(\.id)
    #expect(Set(ReportTemplate.everySectionID.prefix(ordered.count)) == Set(ordered))
    #expect(try Self.found(/struct (\w+): ReportSection \{/).count == ordered.count)
  }
}

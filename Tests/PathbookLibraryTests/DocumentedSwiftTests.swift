import Foundation
import TestValues
import Testing

/// Whatever Swift the documentation shows stands in a test, which compiles and runs it.
struct DocumentedSwiftTests {
  /// Lines without their indentation; imports stand at the head of a file, and empty lines may differ.
  private static func lines(_ text: some StringProtocol) -> [String] {
    text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { !$0.isEmpty && !$0.hasPrefix("import ") }
  }

  private static func files(in folders: [String], ending: String) throws -> [String] {
    try folders.flatMap { folder in
      try FileManager.default.subpathsOfDirectory(atPath: Repository.path(folder))
        .filter { $0.hasSuffix(ending) }.sorted().map { "\(folder)/\($0)" }
    }
  }

  private static func text(_ path: String) throws -> String {
    try String(contentsOfFile: Repository.path(path), encoding: .utf8)
  }

  @Test func `every example of the documentation is one that a test compiles`() throws {
    let tests = try Self.files(in: ["Tests/PathbookLibraryTests", "Tests/FormatsTests"], ending: ".swift")
    let tested = try tests.map { "\n" + Self.lines(try Self.text($0)).joined(separator: "\n") + "\n" }
    let pages = try ["README.md", "CONTRIBUTING.md"] + Self.files(in: ["Documentation"], ending: ".md")
    var found = 0
    for page in pages {
      for block in try Self.text(page).components(separatedBy: "```swift\n").dropFirst() {
        let example = Self.lines(block.components(separatedBy: "```")[0]).joined(separator: "\n")
        #expect(tested.contains { $0.contains("\n\(example)\n") }, "\(page): no test has:\n\(example)")
        found += 1
      }
    }
    #expect(found >= 12)
  }

  @Test func `the page of examples names every main type`() throws {
    let page = try Self.text("Documentation/swift.md")
    let names = try Self.text("Sources/PathbookLibrary/Names.swift").matches(of: /public typealias (\w+)/)
      .map { String($0.1) }
    let ofData = [
      "DatasetFiles", "DatasetReader", "DatasetErrors", "DatasetCheck", "CheckFinding",
      "DatasetDifference", "DatasetDraft", "FigureProvenance", "Catalogue", "PayFigure", "Subject", "Source",
    ]
    for name in names + ["CareerReports"] + ofData { #expect(page.contains("`\(name)`"), "\(name)") }
  }
}

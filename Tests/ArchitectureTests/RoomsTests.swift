import Foundation
import TestValues
import Testing

/// Holds the source to the table of Documentation/architecture.md.
struct RoomsTests {
  /// What each room may import, as the page says it.
  private let table: [String: Set<String>]
  /// What each target of Package.swift depends on, without products of other packages.
  private let targets: [String: Set<String>]

  init() throws {
    table = try Self.table(Self.text("Documentation/architecture.md"))
    targets = try Self.targets(Self.text("Package.swift"))
  }

  @Test func `the page has every target, and no other`() throws {
    #expect(table.count >= 20)
    #expect(Set(table.keys) == Set(targets.keys))
  }

  @Test func `every room imports what the page says, and nothing else`() throws {
    for (room, allowed) in table {
      let found = try Self.imports(of: room)
      #expect(found.subtracting(allowed) == [], "\(room) imports what it may not")
      #expect(allowed.subtracting(found) == [], "\(room) does not import what the page says")
    }
  }

  @Test func `every target depends on the rooms that it imports, and on no other`() throws {
    for (room, allowed) in table {
      #expect(targets[room] == allowed.intersection(table.keys), "\(room)")
    }
  }

  @Test func `writers know no rules and no dataset`() throws {
    for writer in ["ReportModel", "ReportWriters", "ReportXLSX"] {
      #expect(
        try #require(table[writer]).isDisjoint(with: ["Advising", "CareerData", "Export"]), "\(writer)")
    }
  }

  @Test func `every room of Swift has tests`() throws {
    let tests = try Set(FileManager.default.contentsOfDirectory(atPath: Repository.path("Tests")))
    for room in table.keys where try !Self.files(of: room).isEmpty {
      let name = room == "Pathbook" ? "PathbookLibraryTests" : "\(room)Tests"
      #expect(tests.contains(name), "\(room)")
    }
  }

  @Test func `no file of the source has more than 400 lines`() throws {
    for room in table.keys {
      for file in try Self.files(of: room) {
        let lines = try Self.text(file).split(separator: "\n", omittingEmptySubsequences: false).count
        #expect(lines <= 401, "\(file)")
      }
    }
  }

  // MARK: Reading

  private static func text(_ path: String) throws -> String {
    try String(contentsOfFile: Repository.path(path), encoding: .utf8)
  }

  /// The rows of the table: names in the first cell, modules in the last.
  private static func table(_ page: String) throws -> [String: Set<String>] {
    var table: [String: Set<String>] = [:]
    for line in page.split(separator: "\n") where line.hasPrefix("| `") {
      let cells = line.split(separator: "|", omittingEmptySubsequences: false)
      try #require(cells.count == 5, "\(line)")
      for room in names(in: cells[1]) { table[room] = Set(names(in: cells[3])) }
    }
    return table
  }

  /// What stands between grave accents.
  private static func names(in cell: Substring) -> [String] {
    cell.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }

  private static func targets(_ package: String) throws -> [String: Set<String>] {
    let start = try #require(package.range(of: "  targets: [\n")).upperBound
    var targets: [String: Set<String>] = [:]
    for part in package[start...].components(separatedBy: "\n    .") {
      let isOurs = ["target(", ".target(", "executableTarget(", "systemLibrary("].contains {
        part.hasPrefix($0) || part.hasPrefix("    .\($0)")
      }
      guard isOurs, !part.contains("path: \"Tests/"), let name = strings(in: part[...]).first else {
        continue
      }
      let products = part.ranges(of: /\.product\([^)]*\)/)
      var rest = part
      for product in products.reversed() { rest.removeSubrange(product) }
      let list = rest.firstMatch(of: /dependencies: \[([^\]]*)\]/).map { $0.1 } ?? ""
      targets[name] = Set(strings(in: list))
    }
    return targets
  }

  private static func strings(in text: Substring) -> [String] {
    text.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }

  private static func files(of room: String) throws -> [String] {
    let folder = "Sources/\(room == "Pathbook" ? "PathbookLibrary" : room)"
    let all = try FileManager.default.subpathsOfDirectory(atPath: Repository.path(folder))
    return all.filter { $0.hasSuffix(".swift") }.sorted().map { "\(folder)/\($0)" }
  }

  private static func imports(of room: String) throws -> Set<String> {
    var modules: Set<String> = []
    for file in try files(of: room) {
      for match in try text(file).matches(of: /(?m)^ *(?:@testable |public |package )?import (\w+)$/) {
        modules.insert(String(match.1))
      }
    }
    return modules
  }
}

import Export
import Foundation
import Testing

/// Holds what other programs and people build on to records of it, in the folder Promises, as Documentation/versions.md
/// promises. `make golden` records it anew.
@Suite struct PromiseTests {
  @Test func `the columns and the rows of the CSV are the promised ones`() throws {
    var found: Set<String> = []
    let folder = Repository.path("Samples/reports")
    for file in try FileManager.default.contentsOfDirectory(atPath: folder) where file.hasSuffix(".csv") {
      let kind = file.hasSuffix(".compare.csv") ? "ID.compare.csv" : "ID.csv"
      let lines = try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8).split(separator: "\r\n")
      let columns = lines[0].split(separator: ",").map(String.init)
      for (index, column) in columns.enumerated() { found.insert("\(kind): column \(index + 1) \(column)") }
      for line in lines.dropFirst() {
        let cells = Self.cells(line)
        let row = ["section", "measure", "statistic", "unit"].map { name in
          columns.firstIndex(of: name).map { cells[$0] } ?? ""
        }
        found.insert("\(kind): row of \(row[0]): \(row[1]), \(row[2]), \(row[3])")
      }
    }
    try hold(found, to: "csv.txt")
  }

  @Test func `the exit codes are the promised ones`() throws {
    let help = try Command.run("--help").output
    let list = try #require(help.components(separatedBy: "\nEXIT CODES\n").dropFirst().first)
    // What is too long for a line goes on in the next one.
    let codes = list.components(separatedBy: "\n\n")[0].replacing(/\n(?! *[0-9])/, with: " ").split(
      separator: "\n"
    )
    .map { $0.split(separator: " ").joined(separator: " ") }
    try hold(Set(codes), to: "exit-codes.txt")
    let source = try String(
      contentsOfFile: Repository.path("Sources/SafeFiles/ExportFailure.swift"), encoding: .utf8)
    let used = source.matches(of: /(?m)^ +case \..+: ([0-9]+)$/).map { String($0.1) }
    #expect(used.count > 4)
    for code in used { #expect(codes.contains { $0.hasPrefix("\(code) ") }, "\(code)") }
  }

  /// The ids of the dataset are not in it: they change with the data.
  @Test func `what a profile may hold is as promised`() throws {
    let schema = try Data(contentsOf: URL(fileURLWithPath: Repository.path("Samples/profile.schema.json")))
    var found: Set<String> = []
    Self.flatten(try JSONSerialization.jsonObject(with: schema), "profile", into: &found)
    let ids = ["rung", "credentials", "setting", "specialization", "state"]
    found = found.filter { line in
      !line.contains(".enum") || !ids.contains { line.contains("\($0).") }
    }
    try hold(found, to: "profile.txt")
  }

  @Test(.enabled(if: LibrarySurface.isReadable, LibrarySurface.missing), arguments: LibrarySurface.modules)
  func `what programs see of the libraries is as promised`(module: String) throws {
    try hold(try LibrarySurface.declarations(of: module), to: "\(module).txt")
  }

  @Test func `the newest version of the changelog is the program's, and stands below what is not released`()
    throws
  {
    let changelog = try String(contentsOfFile: Repository.path("CHANGELOG.md"), encoding: .utf8)
    let headings = changelog.split(separator: "\n").filter { $0.hasPrefix("## ") }
    #expect(headings.first == "## [Unreleased]")
    let newest = try #require(headings.dropFirst().first?.firstMatch(of: /## \[(.+)\] - \d{4}-\d\d-\d\d/))
    #expect(String(newest.1) == ProgramVersion.current)
    #expect(ProgramVersion.current.wholeMatch(of: /\d+\.\d+\.\d+/) != nil)
    let readme = try String(contentsOfFile: Repository.path("README.md"), encoding: .utf8)
    #expect(readme.contains("./pathbook_\(ProgramVersion.current)_amd64.deb"))
    let page = try String(contentsOfFile: Repository.path("Documentation/versions.md"), encoding: .utf8)
    #expect(page.contains("\n\(ProgramVersion.sentence)\n"))
  }

  // MARK: - Records

  private static var isRenewing: Bool {
    let environment = ProcessInfo.processInfo.environment
    return environment["PATHBOOK_RENEW_GOLDEN"] != nil && environment["CI"] == nil
  }

  private func hold(_ found: Set<String>, to name: String) throws {
    #expect(found.count > 5)
    let path = Repository.path("Tests/pathbookTests/Promises/\(name)")
    if Self.isRenewing {
      try Data((found.sorted().joined(separator: "\n") + "\n").utf8).write(to: URL(fileURLWithPath: path))
      Issue.record("\(name) was written anew: look at the difference before you commit it")
      return
    }
    let recorded = try Set(
      String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map(String.init))
    let gone = recorded.subtracting(found).sorted()
    let new = found.subtracting(recorded).sorted()
    #expect(gone.isEmpty && new.isEmpty, Comment(rawValue: Self.demand(name, gone: gone, new: new)))
  }

  private static func demand(_ name: String, gone: [String], new: [String]) -> String {
    """
    Promises/\(name) has \(gone.count) lines that do not hold any more, and \(new.count) are new:
    \((gone.map { "- \($0)" } + new.map { "+ \($0)" }).joined(separator: "\n"))
    Documentation/versions.md promises that what goes or changes waits for the next major version (before 1.0 the next minor \
    one), and that what is new comes with a minor one. Write it in CHANGELOG.md under [Unreleased], with what people have to \
    do; see that the version which is released next (ProgramVersion.current, now \(ProgramVersion.current)) says so; then \
    run `make golden`, which records it.
    """
  }

  // MARK: - Reading

  /// The cells of a line without quoted line breaks.
  private static func cells(_ line: Substring) -> [String] {
    var cells = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: cells.append("")
      default: cells[cells.count - 1].append(character)
      }
    }
    return cells
  }

  /// A line for each value, but for prose.
  private static func flatten(_ value: Any, _ path: String, into lines: inout Set<String>) {
    switch value {
    case let object as [String: Any]:
      for (key, value) in object where !["description", "title"].contains(key) || !(value is String) {
        flatten(value, "\(path).\(key)", into: &lines)
      }
    case let list as [Any]:
      for value in list { flatten(value, "\(path)[]", into: &lines) }
    default: lines.insert("\(path) = \(value)")
    }
  }
}

import Advising
import CareerData
import Export
import Foundation
import SafeFiles
import TestValues
import Testing

@testable import Caseload

/// One share of a caseload: made, repeated, killed, raced.
@Suite struct ShardExporterTests {
  private let caseload: PartedCaseload
  private var folder: TestFolder { caseload.folder }

  init() throws {
    caseload = try PartedCaseload()
    try caseload.writeCSV(60)
  }

  /// Everything under a folder: what it is, and the bytes of files.
  private func tree(_ output: String = "parts") throws -> [String: Data] {
    let root = folder.path(output)
    var files: [String: Data] = [:]
    for path in FileManager.default.enumerator(atPath: root)?.allObjects as? [String] ?? [] {
      files[path] = FileManager.default.contents(atPath: "\(root)/\(path)") ?? Data()
    }
    return files
  }

  /// The same without what tells how long an attempt took.
  private func steady(_ output: String) throws -> [String: Data] {
    try tree(output).filter { !$0.key.hasSuffix(".done.json") }
  }

  private func record(_ number: Int, of count: Int, in output: String = "parts") throws -> [String: Any] {
    let text = try folder.text("\(output)/part-\(number)-of-\(count).done.json")
    return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test func `a row is in one part, with its line in the whole roster`() throws {
    let whole = try caseload.whole()
    var (lines, rejected, rows) = (Set<Int>(), 0, 0)
    for number in 1...4 {
      let result = try caseload.part(number, of: 4)
      #expect(result.batch.exitCode == 65 && !result.wasDone)
      rejected += result.batch.count.rejected
      for line in try caseload.journal("parts/part-\(number)-of-4").dropFirst() {
        #expect(lines.insert(try #require(line["line"] as? Int)).inserted)
        rows += 1
      }
    }
    #expect(rows == whole.count.rows && rejected == whole.count.rejected)
    let wanted = try caseload.journal("whole").compactMap { $0["line"] as? Int }
    #expect(lines == Set(wanted))
  }

  @Test func `the record has the hashes and the counts, and they hold`() throws {
    let result = try caseload.part(2, of: 3) { $0.combinesCSV = true }
    let record = try record(2, of: 3)
    #expect(record["part"] as? String == "part-2-of-3")
    #expect(record["shard"] as? Int == 2 && record["of"] as? Int == 3)
    let counts = try #require(record["counts"] as? [String: Int])
    #expect(counts["done"] == result.batch.count.done && counts["rejected"] == result.batch.count.rejected)
    #expect(counts["rows"] == result.batch.count.rows)
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: folder.path("roster.csv"))))
    #expect((record["roster"] as? [String: Any])?["sha256"] as? String == SHA256.text(bytes))
    let files = try #require(record["files"] as? [[String: Any]])
    #expect(
      files.compactMap { $0["path"] as? String }.sorted()
        == ["combined.csv", "manifest.ndjson", "merge.ndjson", "rejects.csv"])
    for file in files {
      let path = folder.path("parts/part-2-of-3/\(try #require(file["path"] as? String))")
      let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
      #expect(file["bytes"] as? Int == bytes.count && file["sha256"] as? String == SHA256.text(bytes))
      if path.hasSuffix("manifest.ndjson") { #expect(record["sha256"] as? String == SHA256.text(bytes)) }
    }
    #expect(try !folder.text("parts/part-2-of-3/manifest.ndjson").contains("seconds"))
    #expect(record["seconds"] is Double)
  }

  @Test func `a part that is done is left as it is`() throws {
    let first = try caseload.part(1, of: 2)
    let before = try tree()
    let again = try caseload.part(1, of: 2)
    #expect(again.wasDone && again.batch.exitCode == 65 && again.path == first.path)
    #expect(again.batch.count.done == first.batch.count.done)
    #expect(again.batch.count.rejected == first.batch.count.rejected)
    #expect(try tree() == before)
  }

  @Test(arguments: [BatchOptions.Pack?.none, .zip, .tar])
  func `attempts are equal, byte for byte, with however many jobs`(_ pack: BatchOptions.Pack?) throws {
    guard pack == nil || PartedCaseload.hasLibarchive else { return }
    for (jobs, output) in [(1, "one"), (4, "four")] {
      try caseload.part(2, of: 2, to: output) {
        $0.jobs = jobs
        $0.pack = pack
        $0.combinesCSV = true
        $0.summarizes = true
      }
    }
    let parts = try steady("one")
    #expect(try parts == steady("four") && !parts.isEmpty)
    #expect(
      try record(2, of: 2, in: "one")["sha256"] as? String == record(2, of: 2, in: "four")["sha256"]
        as? String)
  }

  @Test func `a part of something else is not written over, and told is what differs`() throws {
    try caseload.part(1, of: 2)
    let before = try tree()
    func refused(_ words: String, _ change: (inout BatchOptions) -> Void = { _ in }) throws {
      let failure = #expect(throws: ExportFailure.self) { try caseload.part(1, of: 2, change) }
      #expect(
        failure?.exitCode == 73 && failure?.lines.first?.contains(words) == true, "\(failure?.lines ?? [])")
      #expect(try tree() == before)
    }
    try refused("with --report-date 2026-11-23:") { $0.reportDate = CalendarDate(iso: "2026-01-01") }
    try refused("with formats csv:") { $0.export.formats = [.txt] }
    try refused("with redact no, summary no:") {
      $0.redacts = true
      $0.summarizes = true
    }
    let roster = try folder.text("roster.csv")
    try folder.write(roster + "client-x,,,,,,,,,\n", to: "roster.csv")
    try refused("another roster")
    try folder.write("nonsense", to: "parts/part-1-of-2.done.json")
    let failure = #expect(throws: ExportFailure.self) { try caseload.part(1, of: 2) }
    #expect(failure?.exitCode == 73 && failure?.lines.first?.contains("no record of this part") == true)
  }

  @Test func `parts of another number, and a whole batch, are kept apart`() throws {
    try caseload.part(1, of: 2)
    let failure = #expect(throws: ExportFailure.self) { try caseload.part(1, of: 3) }
    #expect(failure?.exitCode == 73 && failure?.lines.first?.contains("part-1-of-2") == true)
    try caseload.whole()
    let other = #expect(throws: ExportFailure.self) { try caseload.part(1, of: 3, to: "whole") }
    #expect(other?.exitCode == 73)
  }

  @Test func `what makes no part is a usage error with a reason`() throws {
    let wrong: [(String, (inout BatchOptions) -> Void)] = [
      ("--report-date", { $0.reportDate = nil }), ("--resume", { $0.resumes = true }),
      ("--limit", { $0.limit = 3 }),
      ("--print-file", { $0.printSides = .twoSided }),
    ]
    for (word, change) in wrong {
      let failure = #expect(throws: ExportFailure.self) { try caseload.part(1, of: 2, change) }
      #expect(failure?.exitCode == 64 && failure?.lines.first?.contains(word) == true)
    }
    #expect(try folder.names() == ["roster.csv"])
  }

  // MARK: - What others have left

  @Test func `a part without its record is made anew, whatever stands there`() throws {
    try caseload.part(1, of: 2)
    let whole = try steady("parts")
    try FileManager.default.removeItem(atPath: folder.path("parts/part-1-of-2.done.json"))
    try folder.write("half", to: "parts/part-1-of-2/manifest.ndjson")
    try folder.write("of nobody", to: "parts/part-1-of-2/client-x.csv")
    #expect(try !caseload.part(1, of: 2).wasDone)
    #expect(try steady("parts") == whole)
    // Moved away, it is made again.
    try FileManager.default.moveItem(
      atPath: folder.path("parts/part-1-of-2"), toPath: folder.path("elsewhere"))
    #expect(try !caseload.part(1, of: 2).wasDone)
    #expect(try steady("parts") == whole)
  }

  @Test func `what dead attempts have left goes, and a living one is not disturbed`() throws {
    // As killed processes leave it: private, with the sticky bit.
    for name in ["parts/.pathbook-dead0001", "parts/.pathbook-alive001"] {
      try folder.makeFolder("\(name)/part-1-of-2")
      try folder.write("a name", to: "\(name)/part-1-of-2/client-1.csv")
      #expect(chmod(folder.path(name), 0o1700) == 0)
    }
    let descriptor = open(folder.path("parts/.pathbook-alive001"), O_RDONLY)
    #expect(flock(descriptor, LOCK_EX) == 0)
    try caseload.part(1, of: 2)
    #expect(
      try folder.names(in: "parts") == [".pathbook-alive001", "part-1-of-2", "part-1-of-2.done.json"])
    #expect(try folder.text("parts/.pathbook-alive001/part-1-of-2/client-1.csv") == "a name")
    close(descriptor)
    // A run that has nothing to do clears up too.
    #expect(try caseload.part(1, of: 2).wasDone)
    #expect(try folder.names(in: "parts") == ["part-1-of-2", "part-1-of-2.done.json"])
  }

  @Test func `what a planted link leads to stays`() throws {
    try folder.makeFolder("victim")
    try folder.write("mine", to: "victim/a.txt")
    try folder.write("mine", to: "victim/manifest.ndjson")
    try folder.makeFolder("parts")
    func plant(_ name: String, _ target: String = "victim") throws {
      try FileManager.default.createSymbolicLink(
        atPath: folder.path("parts/\(name)"), withDestinationPath: folder.path(target))
    }
    try plant(".pathbook-dead0001")
    try plant("part-1-of-2")
    #expect(try !caseload.part(1, of: 2).wasDone)
    let victim = try ["a.txt", "manifest.ndjson"].map { try folder.text("victim/\($0)") }
    #expect(victim == ["mine", "mine"])
    #expect(try folder.names(in: "victim").count == 2)
    #expect(!InputFile.isSymbolicLink(folder.path("parts/part-1-of-2")))
    // A record that is a link is none.
    try plant("part-2-of-2.done.json", "victim/a.txt")
    let failure = #expect(throws: ExportFailure.self) { try caseload.part(2, of: 2) }
    #expect(failure?.exitCode == 73)
    #expect(try folder.text("victim/a.txt") == "mine")
  }

  @Test func `of two attempts at a time both end well, with one result`() async throws {
    try caseload.writeCSV(120)
    let results = try await withThrowingTaskGroup(of: ShardExporter.Result.self) { group in
      for _ in 0..<3 { group.addTask { [caseload] in try caseload.part(1, of: 2) } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(results.count { !$0.wasDone } == 1)
    #expect(Set(results.map(\.batch.count.done)).count == 1 && results.allSatisfy { $0.batch.exitCode == 65 })
    #expect(try folder.names(in: "parts") == ["part-1-of-2", "part-1-of-2.done.json"])
    try caseload.part(1, of: 2, to: "alone")
    #expect(try steady("parts") == steady("alone"))
  }

  @Test func `an attempt that is cancelled leaves nothing`() throws {
    var options = BatchOptions()
    options.export.formats = [.csv]
    options.reportDate = PartedCaseload.date
    options.shard = Shard(number: 1, of: 2)
    let exporter = try ShardExporter(
      inputs: ReportInputs(datasetFolder: nil, template: TemplateLoader.standardName), options: options,
      given: (datasets: [], template: TemplateLoader.standardName))
    exporter.cancel()
    let result = try exporter.run(RosterFile(folder.path("roster.csv")), to: folder.path("parts"))
    #expect(result.batch.count.done == 0)
    #expect(try folder.names(in: "parts") == [])
  }
}

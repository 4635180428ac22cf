import Advising
import CareerData
import Foundation
import ReportModel
import SafeFiles
import TestValues
import Testing

@testable import Caseload
@testable import Export

/// Rosters as files: read more than once, and counted as they are read.
@Suite struct RosterFileTests {
  private let folder: TestFolder
  private static let inputs = Result { () throws(ExportFailure) in
    try ReportInputs(datasetFolder: nil, template: TemplateLoader.standardName)
  }

  init() throws { folder = try TestFolder() }

  private static let today = CalendarDate(iso: "2026-11-23")

  private func batch(_ roster: RosterFile, to output: String) throws -> BatchResult {
    var options = BatchOptions()
    options.export.formats = [.txt]
    options.jobs = 2
    let today = try #require(Self.today)
    return try BatchExporter(inputs: try Self.inputs.get(), options: options, today: today)
      .run(roster, to: folder.path(output))
  }

  @Test(arguments: [
    "\"# id: x\",\nid,state\na,CA\n,\n\n,,,,\nb,\"open\nc,CA,more\nd,\"CA\"\n \n\t,\n",
    "\u{FEFF}id;state\r\na;CA\r\n;;;\r\nb;ZZ\r\n\r\nc",
    "id\tstate\na\tCA\n\t\t\nb\t\"x\"y\n",
    "{\"id\": \"a\"}\n\n \n\r\n{\"id\": \"b\"}\n{\"id\": 7}\nnot JSON\n\t\n{\"id\": \"c\"}",
    "\u{FEFF}\n{\"id\": \"a\"}\r\n\r\n{\"id\": \"a\"}\n\n",
    "{\"id\": \"a\"}\n\(String(repeating: " ", count: 1 << 20))x\n\n{\"id\": \"b\"}",
  ])
  func `counting, checking and a batch find the same rows`(_ text: String) throws {
    let roster = try RosterFile(folder.write(text, to: "roster"))
    try expectSameCounts(roster)
  }

  @Test func `they find the same files of a folder`() throws {
    try folder.makeFolder("profiles")
    for (name, text) in [("1.json", "{\"id\": \"a\"}"), ("2.JSON", ""), ("3.json", "\n\n"), ("4.txt", "x")] {
      try folder.write(text, to: "profiles/\(name)")
    }
    try expectSameCounts(RosterFile(folder.path("profiles")))
  }

  private func expectSameCounts(_ roster: RosterFile) throws {
    let dataset = try Self.inputs.get().dataset
    let checked = try RosterCheck(dataset: dataset).check(roster) { _ in }
    let counted = try roster.rowCount()
    let result = try batch(roster, to: "out")
    #expect(checked.good + checked.bad == counted && result.total == counted && counted ?? 0 > 1)
    #expect(result.count.done == checked.good && result.count.rejected == checked.bad)
  }

  @Test(arguments: ["", "name,state\na,b\n", "id,id\n"])
  func `what cannot be read cannot be counted either`(_ text: String) throws {
    let roster = try RosterFile(folder.write(text, to: "roster.csv"))
    let dataset = try Self.inputs.get().dataset
    let one = #expect(throws: ExportFailure.self) { try roster.rowCount() }
    let other = #expect(throws: ExportFailure.self) {
      try RosterCheck(dataset: dataset).check(roster) { _ in }
    }
    #expect(one == other && one?.exitCode == 65)
  }

  @Test func `a roster is read whole as often as somebody wants it`() throws {
    let rows = (0..<3_600).map { "client-number-\($0),CA" }
    let roster = try RosterFile(folder.write((["id,state"] + rows).joined(separator: "\n"), to: "roster.csv"))
    #expect(rows.joined().utf8.count > 1 << 16)
    let check = RosterCheck(dataset: try Self.inputs.get().dataset)
    for _ in 1...2 {
      #expect(try check.check(roster) { _ in }.good == 3_600)
      #expect(try roster.rowCount() == 3_600)
    }
  }

  @Test func `a pipe is read as often as a file`() throws {
    let path = folder.path("pipe")
    // More than is read to find out the form.
    let rows = 20_000
    #expect(mkfifo(path, 0o600) == 0)
    // Each end waits for the other one.
    Thread.detachNewThread {
      let end = open(path, O_WRONLY)
      let text = Array(("id\n" + (0..<rows).map { "client-\($0)\n" }.joined()).utf8)
      var sent = 0
      while sent < text.count {
        let count = text[sent...].withUnsafeBytes { write(end, $0.baseAddress, $0.count) }
        if count < 0 { break }
        sent += count
      }
      close(end)
    }
    let roster = try RosterFile(path)
    #expect(try roster.rowCount() == rows)
    #expect(try roster.rowCount() == rows)
  }

  @Test func `a roster that nobody needs any more is closed`() throws {
    let path = try folder.write("id\na\n", to: "a roster of its own.csv")
    func isOpen() -> Bool {
      let numbers = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
      return numbers.contains { number in
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\(number)")) == path
      }
    }
    do {
      let roster = try RosterFile(path)
      #expect(try roster.rowCount() == 1 && isOpen())
    }
    #expect(!isOpen())
    try Data([0x50, 0x4B, 3, 4]).write(to: URL(fileURLWithPath: path))
    #expect(throws: ExportFailure.self) { try RosterFile(path) }
    #expect(!isOpen())
  }
}

import CareerData
import Foundation
import SafeFiles
import TestValues
import Testing

@testable import Session

struct ClientFolderTests {
  private let folder: TestFolder
  private let clients: ClientFolder

  init() throws {
    folder = try TestFolder()
    clients = try ClientFolder(folder.path("clients"))
  }

  private func profile(_ id: String, _ name: String = "", steps: String = "[]") -> [UInt8] {
    Array(#"{"id": "\#(id)", "name": "\#(name)", "agreed_steps": \#(steps)}"#.utf8)
  }

  private func mode(_ name: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: "\(clients.path)/\(name)")
    return try #require((attributes[.posixPermissions] as? NSNumber)?.intValue)
  }

  @Test func `a client is one private file, and other commands find no other`() throws {
    _ = try clients.create("ann", profile("ann", "Ann"), at: .sample())
    #expect(try mode("ann.json") == 0o600)
    #expect(try mode("") == 0o700)
    #expect(try mode(".pathbook/versions/ann") == 0o700)
    #expect(try InputFile.names(inFolder: clients.path) == ["ann.json"])
  }

  @Test func `a save over what the page read is kept with every earlier one`() throws {
    let first = try #require(try clients.create("ann", profile("ann", "A"), at: .sample(100)))
    let saving = try clients.save("ann", profile("ann", "B"), over: first.revision, at: .sample(200))
    guard case .saved(let second) = saving else {
      Issue.record("\(saving)")
      return
    }
    #expect(try clients.client("ann") == second)
    let versions = try clients.versions(of: "ann")
    #expect(versions.map(\.seconds) == [200, 100])
    #expect(try clients.version(versions[1].name, of: "ann") == first.bytes)
  }

  @Test func `a save over something else changes nothing, and what was typed is a version`() throws {
    let first = try #require(try clients.create("ann", profile("ann", "A"), at: .sample(100)))
    _ = try clients.save("ann", profile("ann", "theirs"), over: first.revision, at: .sample(200))
    let late = try clients.save("ann", profile("ann", "mine"), over: first.revision, at: .sample(300))
    let current = try #require(try clients.client("ann"))
    #expect(late == .changedMeanwhile(current))
    #expect(current.bytes == profile("ann", "theirs"))
    let kept = try clients.versions(of: "ann").map { try clients.version($0.name, of: "ann") }
    #expect(kept.contains(profile("ann", "mine")))
  }

  @Test func `an archived client is out of the list and comes back as it was`() throws {
    _ = try clients.create("ann", profile("ann", "A"), at: .sample())
    #expect(try clients.archive("ann"))
    #expect(try clients.list().isEmpty)
    #expect(try clients.archived() == ["ann"])
    #expect(try clients.create("ANN", profile("ANN"), at: .sample()) == nil)
    #expect(try clients.save("ann", profile("ann"), over: "", at: .sample()) == .gone)
    #expect(try clients.restore("ann"))
    #expect(try clients.client("ann")?.bytes == profile("ann", "A"))
  }

  @Test func `deleted for good, nothing is left of a client`() throws {
    _ = try clients.create("ann", profile("ann", "Ann Unusual"), at: .sample())
    try clients.keepDraft(Array("Unusual".utf8), of: "ann")
    try clients.keepReport(Array("Unusual".utf8), of: "ann", on: SessionTime.sample().day)
    #expect(try !clients.deleteForGood("ann"), "one that is not archived")
    _ = try clients.archive("ann")
    #expect(try clients.deleteForGood("ann"))
    let left = FileManager.default.subpaths(atPath: clients.path) ?? []
    #expect(left.filter { $0.contains("ann") } == [])
  }

  @Test func `versions of a month stay, older ones go, and the last one stays however old it is`() throws {
    let day = 24 * 60 * 60
    var client = try #require(try clients.create("ann", profile("ann", "0"), at: .sample(0)))
    for number in 1...3 {
      let saving = try clients.save(
        "ann", profile("ann", "\(number)"), over: client.revision, at: .sample(number * 20 * day))
      guard case .saved(let saved) = saving else {
        Issue.record("\(saving)")
        return
      }
      client = saved
    }
    try clients.sweep(at: .sample(60 * day))
    #expect(try clients.versions(of: "ann").map { $0.seconds / day } == [60, 40])
    try clients.sweep(at: .sample(400 * day))
    #expect(try clients.versions(of: "ann").map { $0.seconds / day } == [60])
  }

  @Test func `the list has name, next open step and what is no profile, in the order of names`() throws {
    let steps =
      #"[{"text": "later", "due": "2026-12-24"}, {"text": "done", "due": "2026-01-01", "done": "2026-01-01"}, {"text": "soon", "due": "2026-11-30"}, {"text": "some day"}]"#
    _ = try clients.create("z", profile("z", "Ann", steps: steps), at: .sample())
    _ = try clients.create("b", profile("b", "Zoë"), at: .sample())
    try Data("no profile".utf8).write(to: URL(fileURLWithPath: "\(clients.path)/m.json"))
    try Data("{}".utf8).write(to: URL(fileURLWithPath: "\(clients.path)/no id.json"))
    let list = try clients.list()
    #expect(list.map(\.id) == ["z", "m", "b"])
    #expect(list[0].nextStep == .init(text: "soon", due: CalendarDate(iso: "2026-11-30")))
    #expect(list.map(\.isReadable) == [true, false, true])
    // What was read before is read again when it has changed.
    _ = try clients.save(
      "b", profile("b", "Aaron"), over: try #require(try clients.client("b")).revision, at: .sample())
    #expect(try clients.list().map(\.name) == ["Aaron", "Ann", ""])
  }

  @Test func `a link in the folder leads nowhere`() throws {
    let secret = folder.path("secret.json")
    try Data(#"{"id": "secret"}"#.utf8).write(to: URL(fileURLWithPath: secret))
    try FileManager.default.createSymbolicLink(
      atPath: "\(clients.path)/link.json", withDestinationPath: secret)
    #expect(try clients.client("link") == nil)
    #expect(try clients.list().isEmpty)
  }

  @Test func `of reports that were handed over, the last one before a day is the earlier one`() throws {
    for day in ["2026-10-01", "2026-11-01", "2026-11-20"] {
      try clients.keepReport(Array(day.utf8), of: "ann", on: try #require(CalendarDate(iso: day)))
    }
    let earlier = try clients.report(of: "ann", before: try #require(CalendarDate(iso: "2026-11-20")))
    #expect(earlier?.hasSuffix("/ann/2026-11-01.csv") == true)
    #expect(try clients.report(of: "ann", before: try #require(CalendarDate(iso: "2026-10-01"))) == nil)
  }
}

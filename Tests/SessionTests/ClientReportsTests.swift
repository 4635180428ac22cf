import SafeFiles
import TestValues
import Testing

@testable import Session

struct ClientReportsTests {
  private let folder: TestFolder
  private let clients: ClientFolder
  private let reports: ClientReports

  init() throws {
    folder = try TestFolder()
    clients = try ClientFolder(folder.path("clients"))
    reports = ClientReports(try Desk.sample(clients), .english)
  }

  @Test func `a file that was copied by hand is handed over, and kept, under its own name`() throws {
    let copy = StoredClient(id: "copy", bytes: Array(#"{"id": "original", "state": "CA"}"#.utf8))
    #expect(try reports.file(.txt, .client, of: copy).name == "copy.txt")
    let later = SessionTime.sample(day: "2026-12-20").day
    #expect(try clients.report(of: "copy", before: later) != nil)
    #expect(try clients.report(of: "original", before: later) == nil)
  }

  @Test func `notes are in the advisor's view alone`() throws {
    let client = StoredClient(id: "ann", bytes: Array(#"{"id": "ann", "notes": "Private word"}"#.utf8))
    for view in ClientReports.View.allCases {
      let page = String(decoding: try reports.page(view, of: client).body, as: UTF8.self)
      #expect(page.contains("Private word") == (view == .advisor), "\(view)")
    }
  }
}

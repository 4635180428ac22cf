import SafeFiles
import Tabular
import TestValues
import Testing

@testable import Session

struct ClientFormTests {
  private let folder: TestFolder
  private let clients: ClientFolder
  private let desk: Desk

  init() throws {
    folder = try TestFolder()
    clients = try ClientFolder(folder.path("clients"))
    desk = try Desk.sample(clients)
  }

  private func form(_ text: String, id: String = "ann") throws -> ClientForm {
    try ClientForm(StoredClient(id: id, bytes: Array(text.utf8)), desk, .english)
  }

  private func inputs(_ pairs: [(String, String)]) throws -> JSONNode {
    try JSONDocument(JSONText.array(pairs.map { [.string($0.0), .string($0.1)] }).bytes).root
  }

  @Test func `sound fields are saved, and the others are a draft with their messages`() throws {
    var form = try form(#"{"id": "ann", "pay_amount": 40000, "pay_basis": "annual"}"#)
    form.take(try inputs([("name", "Ann"), ("pay_amount", "a lot"), ("pay_basis", "annual")]))
    let profile = try JSONDocument(form.profile).root
    #expect(profile["name"]?.string == "Ann")
    #expect(profile["pay_amount"]?.double == 40_000)
    #expect(form.hasProblems)
    let draft = try #require(form.draft)
    #expect(String(decoding: draft, as: UTF8.self).contains("a lot"))
    try clients.keepDraft(draft, of: "ann")
    let again = try self.form(#"{"id": "ann", "pay_amount": 40000, "pay_basis": "annual"}"#)
    #expect(again.markup.contains("value=\"a lot\""))
    #expect(again.hasProblems)
  }

  @Test(arguments: ["", "no profile", "[1]", "{\"id\": \"ann\""])
  func `a file that is no profile gets no form, in which it would be lost`(_ text: String) throws {
    #expect(throws: ExportFailure.self) { _ = try form(text) }
  }

  @Test(arguments: [#"{"name": "Ann"}"#, #"{"id": "bob", "name": "Ann"}"#])
  func `the id is that of the file`(_ text: String) throws {
    var form = try form(text)
    form.take(try inputs([("name", "Ann B")]))
    let profile = try JSONDocument(form.profile).root
    #expect(profile["id"]?.string == "ann")
    #expect(profile["name"]?.string == "Ann B")
  }

  @Test func `what the form does not ask for stays as it was`() throws {
    var form = try form(#"{"$schema": "x.json", "id": "ann", "report_date": "2026-11-01"}"#)
    form.take(try inputs([("name", "Ann")]))
    let profile = try JSONDocument(form.profile).root
    #expect(profile["$schema"]?.string == "x.json")
    #expect(profile["report_date"]?.string == "2026-11-01")
  }

  @Test func `another occupation asks for another form`() throws {
    var form = try form(#"{"id": "ann"}"#)
    form.take(try inputs([("name", "Ann")]))
    #expect(!form.isOfOtherOccupation)
    form.take(try inputs([("occupation", "Pharmacy Technicians")]))
    #expect(form.isOfOtherOccupation)
  }

  @Test func `what the form shows is what its inputs would send`() throws {
    let text =
      #"{"id": "ann", "state": "CA", "credentials": [], "agreed_steps": [{"text": "Call", "due": "2026-12-01"}]}"#
    let inputs = try JSONDocument(try form(text).inputs.bytes).root.elements ?? []
    let pairs = inputs.compactMap { pair in
      pair.elements.map { "\($0[0].string ?? "")=\($0[1].string ?? "")" }
    }
    for expected in [
      "state=CA", "credentials=none", "agreed_steps[1].due=2026-12-01", "agreed_steps[1].text=Call",
    ] {
      #expect(pairs.contains(expected), "\(pairs)")
    }
  }
}

import CareerData
import Foundation
import SafeFiles
import Session
import TestValues

/// A session on a folder of its own, asked as a browser with the cookie asks, without a socket.
struct DeskSession {
  static let today = CalendarDate(year: 2026, month: 11, day: 29)!

  let folder: TestFolder
  let desk: Desk
  private let responder: SessionResponder
  private let cookie: String

  /// - Parameter folder: nil for a new one.
  init(_ folder: TestFolder? = nil) async throws {
    self.folder = try folder ?? TestFolder()
    let clients = try ClientFolder(self.folder.path("clients"))
    desk = try Desk(clients: clients, datasetNames: []) {
      SessionTime(seconds: 1_796_000_000, milliseconds: 0, day: Self.today)
    }
    let tokens = OpeningTokens(try PrivateFolder(self.folder.path("tokens")))
    responder = SessionResponder(desk, SessionGate(port: 8765, tokens: tokens))
    let opened = await responder.answer(
      SessionRequest(
        method: .get, path: ["open"], query: ["token": try tokens.make()],
        headers: ["host": "127.0.0.1:8765"]))
    let header = opened.headers.first { $0.name == "set-cookie" }?.value ?? ""
    cookie = String(header.prefix { $0 != ";" })
  }

  private func ask(
    _ method: SessionRequest.Method, _ path: String, _ query: [String: String], _ body: [UInt8],
    language: String
  ) async -> SessionResponse {
    await responder.answer(
      SessionRequest(
        method: method, path: path.split(separator: "/").map(String.init), query: query,
        headers: [
          "host": "127.0.0.1:8765", "cookie": cookie, "origin": "http://127.0.0.1:8765",
          "accept-language": language,
        ], body: body))
  }

  func get(_ path: String, _ query: [String: String] = [:], language: String = "en") async -> SessionResponse
  {
    await ask(.get, path, query, [], language: language)
  }

  func post(_ path: String, _ query: [String: String] = [:], _ body: String = "{}") async -> SessionResponse {
    await ask(.post, path, query, Array(body.utf8), language: "en")
  }

  func post(_ path: String, _ query: [String: String] = [:], bytes: [UInt8]) async -> SessionResponse {
    await ask(.post, path, query, bytes, language: "en")
  }

  /// The text of a page.
  func page(_ path: String, _ query: [String: String] = [:], language: String = "en") async -> String {
    await get(path, query, language: language).text
  }

  /// Asks for the progress of a run until it has ended.
  func waitForRun() async throws {
    while await page("caseload/progress").contains("\"running\":true") {
      try await Task.sleep(for: .milliseconds(20))
    }
  }

  /// What the session keeps for as long as it runs.
  func leftovers() throws -> [String] {
    try folder.names(in: "clients/.pathbook").filter { $0.hasPrefix(".pathbook-") }
  }
}

extension SessionResponse {
  var text: String { String(decoding: body, as: UTF8.self) }

  /// With what is sent from a file.
  func wholeBody() throws -> [UInt8] {
    var bytes = body
    guard let file else { return bytes }
    while bytes.count < body.count + file.size { bytes += try file.bytes(at: bytes.count - body.count) }
    return bytes
  }
}

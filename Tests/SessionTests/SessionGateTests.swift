import SafeFiles
import TestValues
import Testing

@testable import Session

/// Who gets an answer: the threats of Documentation/security.md, each as requests that must be refused.
struct SessionGateTests {
  private let folder: TestFolder
  private let tokens: OpeningTokens
  private let gate: SessionGate
  private let responder: SessionResponder

  init() throws {
    folder = try TestFolder()
    let clients = try ClientFolder(folder.path("clients"))
    tokens = OpeningTokens(try clients.ownFiles.folder("tokens"))
    gate = SessionGate(port: 8765, tokens: tokens)
    responder = SessionResponder(try Desk.sample(clients), gate)
  }

  private static let host = ["host": "127.0.0.1:8765"]

  private func opened() async throws -> [String: String] {
    let answer = await responder.answer(
      SessionRequest(method: .get, path: ["open"], query: ["token": try tokens.make()], headers: Self.host))
    let cookie = try #require(answer.headers.first { $0.name == "set-cookie" }?.value)
    return Self.host.merging(["cookie": String(cookie.prefix { $0 != ";" })]) { $1 }
  }

  @Test func `a token opens the session once, with a cookie that no script and no other site gets`()
    async throws
  {
    let token = try tokens.make()
    let request = SessionRequest(method: .get, path: ["open"], query: ["token": token], headers: Self.host)
    let answer = await responder.answer(request)
    #expect(answer.status == 200)
    let cookie = try #require(answer.headers.first { $0.name == "set-cookie" }?.value)
    for part in ["HttpOnly", "SameSite=Strict", "Path=/"] { #expect(cookie.contains(part)) }
    let again = await responder.answer(request)
    #expect(again.status == 401)
    #expect(!again.headers.contains { $0.name == "set-cookie" })
  }

  @Test(arguments: [nil, "", "token", String(repeating: "0", count: 64), "../tokens"])
  func `a token that was not made opens nothing`(_ token: String?) async {
    let answer = await responder.answer(
      SessionRequest(
        method: .get, path: ["open"], query: token.map { ["token": $0] } ?? [:], headers: Self.host))
    #expect(answer.status == 401)
  }

  @Test func `without the cookie nothing is answered, whatever is asked for`() async throws {
    _ = try await opened()
    for route in SessionRoute.all {
      let path = route.pattern.map { $0 == "*" ? "worked-example" : $0 }
      for cookie in [
        nil, "", "pathbook-8765=", "pathbook-8765=0", "pathbook-1=\(String(repeating: "0", count: 64))",
      ] {
        var headers = Self.host.merging(["origin": "http://127.0.0.1:8765"]) { $1 }
        headers["cookie"] = cookie
        let answer = await responder.answer(
          SessionRequest(method: route.method, path: path, headers: headers))
        #expect(answer.status == 401, "\(route.pattern)")
      }
    }
  }

  @Test(arguments: [
    "evil.example", "evil.example:8765", "127.0.0.1", "127.0.0.1:80", "[::1]:8765", "0.0.0.0:8765", "",
  ])
  func `a page that got this address under another name is told that it is not served here`(_ host: String)
    async throws
  {
    var headers = try await opened()
    headers["host"] = host
    for path in [[], ["open"], ["client", "worked-example"]] as [[String]] {
      let request = SessionRequest(
        method: .get, path: path, query: ["token": try tokens.make()], headers: headers)
      #expect(await responder.answer(request).status == 421)
    }
  }

  @Test(arguments: [
    nil, "null", "http://evil.example", "http://127.0.0.1:8766", "https://127.0.0.1:8765",
    "http://127.0.0.1:8765.evil.example",
  ])
  func `another page in the same browser changes nothing`(_ origin: String?) async throws {
    var headers = try await opened()
    headers["origin"] = origin
    for route in SessionRoute.all where route.method == .post {
      let path = route.pattern.map { $0 == "*" ? "worked-example" : $0 }
      let answer = await responder.answer(SessionRequest(method: .post, path: path, headers: headers))
      #expect(answer.status == 403, "\(route.pattern)")
    }
  }

  @Test func `what a request may bring is nothing without the cookie`() async throws {
    let save = SessionRequest(method: .post, path: ["client", "worked-example", "save"], headers: Self.host)
    #expect(responder.largestBody(of: save) == 0)
    var allowed = save
    allowed.headers = try await opened().merging(["origin": "http://127.0.0.1:8765"]) { $1 }
    #expect(responder.largestBody(of: allowed) == SessionRoute.form)
  }

  @Test func `no part of a path leads out of the folder`() async throws {
    let headers = try await opened().merging(["origin": "http://127.0.0.1:8765"]) { $1 }
    let ways = [
      "..", ".", "../../etc/passwd", "a/b", "%2e%2e", "..\\..", ".pathbook", "", "con", "\u{202E}x",
      String(repeating: "a", count: 300),
    ]
    for route in SessionRoute.all where route.pattern.contains("*") {
      for way in ways {
        let path = route.pattern.map { $0 == "*" ? way : $0 }
        let answer = await responder.answer(
          SessionRequest(
            method: route.method, path: path, headers: headers,
            body: Array(#"{"id":"x","revision":"","values":{}}"#.utf8)))
        #expect((400..<500).contains(answer.status), "\(route.pattern): \(way): \(answer.status)")
      }
    }
  }

  @Test func `every answer forbids to keep, to guess, to frame and to load from elsewhere`() async throws {
    let headers = try await opened()
    for path in [[], ["files", "session.js"], ["client", "worked-example", "view", "client"], ["nowhere"]]
      as [[String]]
    {
      let answer = await responder.answer(SessionRequest(method: .get, path: path, headers: headers))
      let all = Dictionary(answer.allHeaders.map { ($0.name, $0.value) }) { first, _ in first }
      #expect(all["cache-control"] == "no-store")
      #expect(all["x-content-type-options"] == "nosniff")
      let policy = try #require(all["content-security-policy"])
      #expect(policy.hasPrefix("default-src 'self'") || policy.hasPrefix("default-src 'none'"))
      #expect(policy.contains("frame-ancestors 'self'"))
      #expect(!policy.contains("unsafe") && !policy.contains("http"))
      #expect(!all.keys.contains { $0.hasPrefix("access-control") })
    }
  }

  @Test(arguments: ["//evil.example", "/\\evil.example", "https://evil.example", "evil", "/a\r\nx: y"])
  func `a change of language leads to the session's own pages alone`(_ from: String) async throws {
    let answer = await responder.answer(
      SessionRequest(
        method: .get, path: ["language", "es"], query: ["from": from], headers: try await opened()))
    #expect(answer.headers.first { $0.name == "location" }?.value == "/")
  }
}

struct SessionRequestTests {
  @Test func `an address is read part by part`() throws {
    let parts = try #require(
      SessionRequest.parts(of: "/client/a%20b/explain?words=%2413%2C700&section=a+b&empty"))
    #expect(parts.path == ["client", "a b", "explain"])
    #expect(parts.query == ["words": "$13,700", "section": "a b", "empty": ""])
  }

  @Test(arguments: ["/%", "/%4", "/%zz", "/%ff", "/a%00b", "/?a=%00"])
  func `an address that is no text is none`(_ target: String) {
    #expect(SessionRequest.parts(of: target) == nil)
  }

  @Test func `a part that was decoded stays one part`() throws {
    #expect(try #require(SessionRequest.parts(of: "/client/..%2F..%2Fetc")).path == ["client", "../../etc"])
  }

  @Test func `what is encoded is decoded to the same`() {
    for text in NastyText.cells where !text.contains("\0") {
      #expect(PercentCoding.decoded(PercentCoding.encoded(text)) == text)
    }
  }

  @Test func `of cookies of one name the first counts`() {
    let request = SessionRequest(method: .get, path: [], headers: ["cookie": "a=1; b=2;b=3; bad"])
    #expect(request.cookie("b") == "2")
    #expect(request.cookie("c") == nil)
  }
}

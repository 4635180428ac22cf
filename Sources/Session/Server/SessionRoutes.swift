import SafeFiles

/// A page or an action of the session: one line in ``all``.
struct SessionRoute: Sendable {
  typealias Handler = @Sendable (SessionRequest, Desk) async throws(ExportFailure) -> SessionResponse

  let method: SessionRequest.Method
  /// Parts of the path; `*` stands for any one part.
  let pattern: [String]
  /// What a request may bring, in bytes.
  let largestBody: Int
  let handler: Handler

  init(
    _ method: SessionRequest.Method, _ pattern: String, largestBody: Int = Self.form,
    _ handler: @escaping Handler
  ) {
    self.method = method
    self.pattern = pattern.split(separator: "/").map(String.init)
    self.largestBody = largestBody
    self.handler = handler
  }

  /// What a form may have: a profile of 1 MiB, and as much again for its escapes.
  static let form = 2 << 20
  /// What a file may have that is dropped on a page.
  static let file = 48 << 20

  /// Every page and action, in the order of the menu.
  static let all =
    ClientPages.routes + ClientActions.routes + ReportRoutes.routes + FileRoutes.routes
    + CaseloadPages.routes + DataPages.routes

  /// Whether a path is this route's.
  func matches(_ path: [String]) -> Bool {
    pattern.count == path.count && zip(pattern, path).allSatisfy { $0 == "*" || $0 == $1 }
  }
}

/// The answer to each request: first the gate, then a route.
package struct SessionResponder: Sendable {
  private let desk: Desk
  private let gate: SessionGate

  package init(_ desk: Desk, _ gate: SessionGate) { (self.desk, self.gate) = (desk, gate) }

  /// What a request may bring in its body, in bytes; 0 for one that is refused, and where no route takes one.
  func largestBody(of request: SessionRequest) -> Int {
    guard gate.refusal(of: request, isOpen: false) == nil else { return 0 }
    return Self.route(of: request)?.largestBody ?? 0
  }

  /// The answer to a request. No failure is told in words that hold a client's data.
  package func answer(_ request: SessionRequest) async -> SessionResponse {
    if request.path == ["open"] { return opening(request) }
    if let refusal = gate.refusal(of: request, isOpen: false) { return refusal }
    guard let method = request.method else {
      return .refusal(405, "Pages are read with GET and changed with POST.")
    }
    guard let route = Self.route(of: request) else {
      let isKnown = SessionRoute.all.contains { $0.matches(request.path) }
      return isKnown
        ? .refusal(405, "\(method.rawValue) is not for this page.") : .refusal(404, "There is no such page.")
    }
    do throws(ExportFailure) { return try await route.handler(request, desk) } catch {
      return Self.failure(error)
    }
  }

  private static func route(of request: SessionRequest) -> SessionRoute? {
    let method = request.method == .head ? .get : request.method
    return SessionRoute.all.first { $0.method == method && $0.matches(request.path) }
  }

  /// The first address gives the cookie and goes on by itself to the clients. A redirect would come without the cookie:
  /// browsers send one that is SameSite=Strict on no redirect that began elsewhere.
  private func opening(_ request: SessionRequest) -> SessionResponse {
    if let refusal = gate.refusal(of: request, isOpen: true) { return refusal }
    guard request.method == .get, let token = request.query["token"],
      let cookie = gate.cookieHeader(for: token)
    else { return .refusal(401, "This address was used, or is none. Start Pathbook again for a new one.") }
    var response = SessionResponse.html(Self.openingPage)
    response.headers.append(("set-cookie", cookie))
    return response
  }

  private static let openingPage = """
    <!DOCTYPE html>
    <html lang="en"><head><meta charset="utf-8"><title>Pathbook</title>
    <script src="/files/open.js"></script></head>
    <body><p><a href="/">Pathbook</a></p></body></html>

    """

  /// A failure as its lines, for the page to show.
  private static func failure(_ failure: ExportFailure) -> SessionResponse {
    let status =
      switch failure {
      case .missingInput: 404
      case .badData, .usage: 422
      case .missingProgram: 501
      default: 500
      }
    return .refusal(status, failure.lines.joined(separator: "\n"))
  }
}

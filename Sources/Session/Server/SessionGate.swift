import SafeFiles

/// Who may ask the session anything: one that has come with a token and since then has the cookie.
///
/// Every program on the machine can reach the port, and every page in a browser can make the browser ask it. So a request
/// must name the address itself (`Host`: a page of another site that got this address by DNS rebinding names its own),
/// carry the cookie, and, where it changes something, come from one of the session's own pages (`Origin`).
package final class SessionGate: Sendable {
  private let authorities: Set<String>
  let cookieName: String
  private let cookie = SessionGate.random()
  private let tokens: OpeningTokens

  package init(port: Int, tokens: OpeningTokens) {
    self.tokens = tokens
    authorities = ["127.0.0.1:\(port)", "localhost:\(port)"]
    // Cookies belong to a host, whatever the port: two sessions must not take each other's.
    cookieName = "pathbook-\(port)"
  }

  /// The header that gives a browser the cookie; nil for a token that is unknown or used.
  func cookieHeader(for token: String) -> String? {
    guard tokens.use(token) else { return nil }
    return "\(cookieName)=\(cookie); HttpOnly; SameSite=Strict; Path=/"
  }

  /// Why a request is refused; nil for one to be answered.
  ///
  /// - Parameter isOpen: whether the answer is for those too who have no cookie: the first address.
  func refusal(of request: SessionRequest, isOpen: Bool) -> SessionResponse? {
    guard let host = request.headers["host"], authorities.contains(host.lowercased()) else {
      return .refusal(421, "This address is not served here.")
    }
    if !isOpen {
      guard let given = request.cookie(cookieName), Self.isEqual(given, cookie) else {
        return .refusal(
          401, "Open Pathbook from its menu, or with the address that \"pathbook session\" prints.")
      }
    }
    if request.method == .post {
      guard let origin = request.headers["origin"], authorities.contains(where: { "http://\($0)" == origin })
      else { return .refusal(403, "Only Pathbook's own pages may change anything.") }
    }
    return nil
  }

  /// Compares all of both texts, so that the time tells nothing.
  private static func isEqual(_ one: String, _ other: String) -> Bool {
    guard one.utf8.count == other.utf8.count else { return false }
    return zip(one.utf8, other.utf8).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }

  /// 256 bits of the system's random numbers.
  static func random() -> String {
    var generator = SystemRandomNumberGenerator()
    return SHA256.hexadecimal((0..<32).map { _ in UInt8.random(in: 0...255, using: &generator) })
  }
}

/// Tokens that open a session once each. The hash of one is the name of an empty file in a private folder: a second start
/// of the command makes one there for the session that runs, and whoever reads the folder learns none.
package struct OpeningTokens: Sendable {
  private let folder: PrivateFolder

  package init(_ folder: PrivateFolder) { self.folder = folder }

  package func make() throws(ExportFailure) -> String {
    let token = SessionGate.random()
    try folder.write(Self.name(of: token), [])
    return token
  }

  /// Whether a token was made and not used so far; it is used now.
  func use(_ token: String) -> Bool { token.utf8.count == 64 && folder.removeOnce(Self.name(of: token)) }

  /// Makes all of them useless.
  package func removeAll() throws(ExportFailure) {
    for file in try folder.files() { folder.remove(file.name) }
  }

  private static func name(of token: String) -> String { SHA256.text(Array(token.utf8)) }
}

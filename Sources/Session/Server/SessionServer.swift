import Hummingbird
import HummingbirdCore
import Logging
import SafeFiles
import Synchronization

/// The web server of a session, on this machine's own address alone.
package struct SessionServer: Sendable {
  private let desk: Desk
  private let gate: SessionGate
  package let port: Int

  /// Ports of other services, which browsers refuse to open (the Fetch standard's list, above 1023).
  package static let refusedPorts: Set<Int> = [
    1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679,
    6697,
    10080,
  ]

  /// How long a connection may say nothing, and how long a request may take to arrive, in seconds.
  private static let patience: Int64 = 30
  /// At the same time; a browser opens six.
  private static let mostConnections = 512

  package init(desk: Desk, gate: SessionGate, port: Int) {
    (self.desk, self.gate, self.port) = (desk, gate, port)
  }

  /// Serves until the task is cancelled.
  ///
  /// - Parameter onRunning: called once when requests are answered.
  /// - Throws: where the port cannot be had.
  package func run(onRunning: @escaping @Sendable () -> Void, onRequest: @escaping @Sendable () -> Void)
    async throws
  {
    // Nothing is logged: addresses name clients.
    let logger = Logger(label: "pathbook") { _ in SwiftLogNoOpLogHandler() }
    let responder = SessionResponder(desk, gate)
    let application = Application(
      responder: CallbackResponder<BasicRequestContext> { request, _ in
        onRequest()
        return await Self.answer(request, by: responder)
      },
      server: .http1(configuration: .init(idleTimeout: .seconds(Self.patience))),
      configuration: ApplicationConfiguration(
        address: .hostname("127.0.0.1", port: port),
        availableConnectionsDelegate: MaximumAvailableConnections(Self.mostConnections, logger: logger)),
      onServerRunning: { _ in onRunning() }, logger: logger)
    try await application.runService(gracefulShutdownSignals: [])
  }

  private static func answer(_ request: Request, by responder: SessionResponder) async -> Response {
    guard var own = SessionRequest(request) else {
      return Response(.refusal(400, "This address cannot be read."), isLast: true)
    }
    let largest = responder.largestBody(of: own)
    if request.headers[.contentLength].flatMap({ Int($0) }) ?? 0 > largest {
      let refusal = SessionResponse.refusal(413, "This is larger than \(largest >> 20) MiB.")
      // One that may not ask at all is told so, whatever it brings.
      let answer = largest == 0 ? await responder.answer(own) : refusal
      return Response(answer, isLast: true)
    }
    do {
      own.body = try await body(of: request, largest: largest)
    } catch is CancellationError {
      return Response(.refusal(408, "The request did not arrive in time."), isLast: true)
    } catch {
      let answer =
        largest == 0
        ? await responder.answer(own) : .refusal(413, "This is larger than \(largest >> 20) MiB.")
      return Response(answer, isLast: true)
    }
    var answer = await responder.answer(own)
    if own.method == .head { (answer.body, answer.file) = ([], nil) }
    return Response(answer, isLast: false)
  }

  private struct TooLarge: Error {}

  /// All of a body, within its time.
  private static func body(of request: Request, largest: Int) async throws -> [UInt8] {
    try await withThrowingTaskGroup(of: [UInt8].self) { group in
      group.addTask {
        var bytes: [UInt8] = []
        for try await chunk in request.body {
          guard bytes.count + chunk.readableBytes <= largest else { throw TooLarge() }
          bytes += chunk.readableBytesView
        }
        return bytes
      }
      group.addTask {
        try await Task.sleep(for: .seconds(patience))
        throw CancellationError()
      }
      defer { group.cancelAll() }
      return try await group.next() ?? []
    }
  }
}

extension SessionRequest {
  fileprivate init?(_ request: Request) {
    guard let parts = Self.parts(of: request.uri.string) else { return nil }
    var headers: [String: String] = [:]
    for field in request.headers {
      let name = field.name.canonicalName
      headers[name] =
        headers[name].map { "\($0)\(name == "cookie" ? ";" : ",") \(field.value)" } ?? field.value
    }
    headers["host"] = request.head.authority
    self.init(
      method: Method(rawValue: request.method.rawValue), path: parts.path, query: parts.query,
      headers: headers)
  }
}

extension Response {
  /// - Parameter isLast: whether the connection ends with it, since what else was sent on it is not read.
  fileprivate init(_ own: SessionResponse, isLast: Bool) {
    var fields = HTTPFields()
    for header in own.allHeaders + (isLast ? [("connection", "close")] : []) {
      if let name = HTTPFields.Element.Name(header.name) {
        fields.append(.init(name: name, value: header.value))
      }
    }
    self.init(status: .init(code: own.status), headers: fields, body: Self.body(of: own))
  }

  private static func body(of own: SessionResponse) -> ResponseBody {
    guard let file = own.file else { return .init(byteBuffer: ByteBuffer(bytes: own.body)) }
    return ResponseBody(contentLength: file.size) { writer in
      var offset = 0
      while offset < file.size {
        let chunk = try file.bytes(at: offset)
        // One that became shorter: the connection ends before its length, so that nobody takes it for whole.
        guard !chunk.isEmpty else { throw CancellationError() }
        try await writer.write(ByteBuffer(bytes: chunk))
        offset += chunk.count
      }
      try await writer.finish(nil)
    }
  }
}

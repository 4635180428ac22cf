import CareerData
import Dispatch
import SafeFiles
import Synchronization
import Tabular

/// A session from its start to its end: the server, the browser that is opened, and when it stops.
package struct RunningSession {
  package struct Options: Sendable {
    /// Nil for a free one.
    package var port: Int?
    package var opensBrowser = true
    /// How long nobody asks for anything before the session ends, in seconds.
    package var idleLimit = 8 * 60 * 60

    package init() {}
  }

  private static let portFile = "session.json"
  private static let openingFile = "open.html"

  private let folder: ClientFolder
  private let options: Options
  private let tokens: OpeningTokens

  package init(_ folder: ClientFolder, _ options: Options) throws(ExportFailure) {
    (self.folder, self.options) = (folder, options)
    tokens = OpeningTokens(try folder.ownFiles.folder("tokens"))
  }

  /// Serves the pages until a signal comes, or nobody has asked for anything for long. Where a session on the same folder
  /// runs already, that one is opened in the browser, and this returns at once.
  ///
  /// - Parameters:
  ///   - desk: made when the session is the first one on the folder.
  ///   - say: gets the lines for standard output.
  /// - Returns: false where another session was opened.
  package func run(desk: () throws(ExportFailure) -> Desk, say: @escaping @Sendable (String) -> Void)
    throws(ExportFailure) -> Bool
  {
    let lock: FolderLock
    do throws(SystemError) { lock = try FolderLock(folder.ownFiles.path) } catch {
      guard error.isLocked else { throw error.creating(folder.ownFiles.path) }
      try openOther(say)
      return false
    }
    defer { withExtendedLifetime(lock) {} }
    try tokens.removeAll()
    let desk = try desk()
    defer { desk.end() }
    try folder.sweep(at: desk.clock())
    defer { for name in [Self.portFile, Self.openingFile] { folder.ownFiles.remove(name) } }
    for port in try ports() {
      if try serve(desk, port, say) { return true }
      if options.port != nil { break }
    }
    throw .usage(
      "--port \(options.port ?? 0): the port is in use; give another one, or leave --port out for a free one")
  }

  /// The ports to try.
  private func ports() throws(ExportFailure) -> [Int] {
    guard let port = options.port else {
      // Of those that the system gives to nobody for good.
      return (0..<32).map { _ in Int.random(in: 49_152...60_999) }
    }
    guard (1024...65_535).contains(port), !SessionServer.refusedPorts.contains(port) else {
      throw .usage(
        "--port \(port): browsers refuse this port, or it is not 1024 to 65535; leave --port out for a free one"
      )
    }
    return [port]
  }

  /// - Returns: false where the port cannot be had.
  private func serve(_ desk: Desk, _ port: Int, _ say: @escaping @Sendable (String) -> Void)
    throws(ExportFailure) -> Bool
  {
    let server = SessionServer(desk: desk, gate: SessionGate(port: port, tokens: tokens), port: port)
    let events = SessionEvents()
    let task = Task {
      // Why a server does not start, or stops, is that of its port: there is nothing else it needs.
      try? await server.run(onRunning: events.begin, onRequest: events.ask)
      events.end()
    }
    guard events.waitForBegin() else { return false }
    Interruption.listen()
    try folder.ownFiles.write(Self.portFile, JSONText.object([("port", .number(Double(port)))]).bytes)
    try open(port, say)
    while Interruption.signal == nil, !desk.isAskedToEnd, events.idleSeconds < options.idleLimit {
      if events.waitForEnd(milliseconds: 100) { break }
    }
    // The answer that says so is on its way.
    if desk.isAskedToEnd { _ = events.waitForEnd(milliseconds: 300) }
    task.cancel()
    _ = events.waitForEnd(milliseconds: 5_000)
    try? tokens.removeAll()
    return true
  }

  // MARK: - The browser

  private func openOther(_ say: (String) -> Void) throws(ExportFailure) {
    guard let bytes = try? folder.ownFiles.read(Self.portFile, largestBytes: 1 << 10),
      let port = (try? JSONDocument(bytes))?.root["port"]?.integer
    else {
      throw .usage("another session is just starting on this folder; try again in a moment")
    }
    try open(port, say)
  }

  /// Prints an address, and opens another one in the browser: by way of a private file, since what stands in the
  /// arguments of a program can be read by every user of the machine.
  private func open(_ port: Int, _ say: (String) -> Void) throws(ExportFailure) {
    say("Pathbook is open at \(try address(port))")
    guard options.opensBrowser,
      let opener = UserFolders.program("xdg-open", in: UserFolders.path)
    else { return }
    let page = """
      <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Pathbook</title>
      <meta http-equiv="refresh" content="0;url=\(try address(port))"></head><body></body></html>

      """
    try folder.ownFiles.write(Self.openingFile, Array(page.utf8))
    if !DetachedProgram.start(opener, [folder.ownFiles.place(of: Self.openingFile)]) {
      say("No browser could be started: open the address yourself.")
    }
  }

  private func address(_ port: Int) throws(ExportFailure) -> String {
    "http://127.0.0.1:\(port)/open?token=\(try tokens.make())"
  }
}

/// What happens to a server while the command waits for its end.
private final class SessionEvents: Sendable {
  private let begun = DispatchSemaphore(value: 0)
  private let ended = DispatchSemaphore(value: 0)
  private let isRunning = Atomic(false)
  private let lastRequest = Mutex(ContinuousClock.now)

  @Sendable func begin() {
    isRunning.store(true, ordering: .releasing)
    begun.signal()
  }

  @Sendable func ask() { lastRequest.withLock { $0 = .now } }

  func end() {
    begun.signal()
    ended.signal()
  }

  /// False where the server ended without having begun.
  func waitForBegin() -> Bool {
    begun.wait()
    return isRunning.load(ordering: .acquiring)
  }

  func waitForEnd(milliseconds: Int) -> Bool {
    ended.wait(timeout: .now() + .milliseconds(milliseconds)) == .success
  }

  var idleSeconds: Int { Int(lastRequest.withLock { $0.duration(to: .now) }.components.seconds) }
}

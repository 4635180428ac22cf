import SafeFiles
import Synchronization
import TestValues
import Testing

@testable import Session

struct RunningSessionTests {
  @Test func `a session that nobody uses ends by itself, and leaves neither token nor port`() throws {
    let folder = try TestFolder()
    let clients = try ClientFolder(folder.path("clients"))
    var options = RunningSession.Options()
    options.opensBrowser = false
    options.idleLimit = 0
    let said = Mutex<[String]>([])
    let isOwn = try RunningSession(clients, options).run(
      desk: { () throws(ExportFailure) in
        do { return try Desk.sample(clients) } catch { throw .usage("\(error)") }
      }, say: { line in said.withLock { $0.append(line) } })
    #expect(isOwn)
    #expect(said.withLock { $0 }.count == 1)
    #expect(try clients.ownFiles.files().map(\.name) == [])
    #expect(try clients.ownFiles.folder("tokens").files().map(\.name) == [])
  }

  @Test(arguments: [0, 80, 1023, 6666, 10_080, 65_536])
  func `a port that browsers refuse is refused`(_ port: Int) throws {
    let folder = try TestFolder()
    let clients = try ClientFolder(folder.path("clients"))
    var options = RunningSession.Options()
    options.port = port
    options.opensBrowser = false
    let session = try RunningSession(clients, options)
    #expect(throws: ExportFailure.self) {
      _ = try session.run(
        desk: { () throws(ExportFailure) in
          do { return try Desk.sample(clients) } catch { throw .usage("\(error)") }
        }, say: { _ in })
    }
  }
}

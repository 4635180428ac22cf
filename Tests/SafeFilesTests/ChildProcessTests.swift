import Foundation
import Testing

@testable import SafeFiles

@Suite struct ChildProcessTests {
  private static func output(of process: ChildProcess) throws -> String {
    var bytes: [UInt8] = []
    while case let more = try process.receive(atMost: 1_000), !more.isEmpty { bytes += more }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func start(
    _ script: String, environment: [String] = [], patience: Int = 60
  ) throws -> ChildProcess {
    try ChildProcess("/bin/sh", ["-c", script], environment: environment, patience: patience)
  }

  @Test func `what is sent comes back through the other program`() throws {
    let process = try Self.start("cat")
    let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    // So much does not fit into the connection: both sides work at the same time.
    let works: [@Sendable () -> Result<[UInt8], any Error>] = [
      {
        Result {
          try process.send(bytes)
          return []
        }
      },
      {
        var received: [UInt8] = []
        while received.count < bytes.count, let more = try? process.receive(atMost: 4_096), !more.isEmpty {
          received += more
        }
        return .success(received)
      },
    ]
    let results = InParallel.all(works)
    _ = try results[0].get()
    let isSame = try results[1].get() == bytes
    #expect(isSame)
    process.endInput()
    #expect(try process.receive(atMost: 1) == [])
    #expect(process.hasSucceeded())
  }

  @Test func `it has no file and no variable of ours`() throws {
    // Not marked to be closed.
    let file = open("/dev/null", O_RDONLY)
    let copy = fcntl(file, F_DUPFD, 200)
    defer { for descriptor in [file, copy] { close(descriptor) } }
    #expect(copy >= 200)
    let open = try Self.output(of: Self.start("cd /proc/$$/fd && echo *")).split { $0.isWhitespace }
    #expect(open.starts(with: ["0", "1", "2"]) && !open.contains("\(copy)"))
    let variables = try Self.output(of: Self.start("env", environment: ["ONE=1"]))
    #expect(
      Set(variables.split(separator: "\n")).isSubset(of: [
        "ONE=1", "PWD=\(FileManager.default.currentDirectoryPath)", "_=/usr/bin/env",
      ]))
  }

  @Test func `what goes wrong is told`() throws {
    #expect(throws: ChildProcess.Failure.notStarted(SystemError(code: ENOENT))) {
      try ChildProcess("/nowhere/nothing", [], environment: [], patience: 1)
    }
    let failed = try Self.start("exit 3")
    #expect(try failed.receive(atMost: 1) == [])
    #expect(!failed.hasSucceeded())
    let silent = try Self.start("exec sleep 600", patience: 1)
    #expect(throws: ChildProcess.Failure.silent) { try silent.receive(atMost: 1) }
  }
}

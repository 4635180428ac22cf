import Dispatch
import Glibc
import ReportWriters
import SafeFiles
import Synchronization

/// A process that compiles one document after another: `typst-worker.py`, which is in the binary.
final class TypstWorker: Sendable {
  struct Start: Sendable {
    let python: String
    let fontFiles: [String]
  }

  enum Answer: Equatable {
    case pdf([UInt8])
    case refused(TypstRefusal)
  }

  enum Failure: Error, Equatable {
    case process(ChildProcess.Failure)
    /// What it says is no answer.
    case garbled
  }

  /// In seconds. It gives itself a little more for a document, for when nobody waits any more.
  static let patience = 60
  private static let scriptName = "scripts/typst-worker.py"

  private let process: ChildProcess

  init(_ start: Start) throws(Failure) {
    let script = String(decoding: ShippedFile.bytes(Self.scriptName), as: UTF8.self)
    do throws(ChildProcess.Failure) {
      // -I: no variable and no folder of the user's adds code.
      process = try ChildProcess(
        start.python, ["-I", "-c", script] + start.fontFiles, environment: Self.environment,
        patience: Self.patience)
    } catch { throw .process(error) }
    guard try line().hasPrefix("ready ") else { throw .garbled }
  }

  /// With one thread: a report has few pages, and a batch has a process for each core.
  static var environment: [String] {
    ["LC_ALL=C.UTF-8", "PATH=/usr/bin:/bin", "RAYON_NUM_THREADS=1"]
      + (UserFolders.temporary.map { ["TMPDIR=\($0)"] } ?? [])
  }

  func answer(to document: TypstDocument) throws(Failure) -> Answer {
    do throws(ChildProcess.Failure) {
      try process.send(Array("\(document.source.count) \(document.madeAt)\n".utf8))
      try process.send(document.source)
    } catch { throw .process(error) }
    let head = try line().split(separator: " ")
    guard head.count == 2, let length = Int(head[1]), (0...Self.largestAnswer).contains(length) else {
      throw .garbled
    }
    let content = try bytes(length)
    switch head[0] {
    case "pdf": return .pdf(content)
    case "error":
      let parts = String(decoding: content, as: UTF8.self).split(separator: " ", maxSplits: 1)
      return .refused(
        TypstRefusal(line: parts.first.flatMap { Int($0) } ?? 0, message: parts.last.map(String.init) ?? ""))
    default: throw .garbled
    }
  }

  private static let largestAnswer = 256 << 20

  private func line() throws(Failure) -> String {
    var line: [UInt8] = []
    while line.count < 100 {
      guard let byte = try bytes(1).first else { break }
      if byte == UInt8(ascii: "\n") { return String(decoding: line, as: UTF8.self) }
      line.append(byte)
    }
    throw .garbled
  }

  private func bytes(_ count: Int) throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    while bytes.count < count {
      do throws(ChildProcess.Failure) {
        let more = try process.receive(atMost: min(count - bytes.count, 1 << 18))
        guard !more.isEmpty else { throw .ended }
        bytes += more
      } catch { throw .process(error) }
    }
    return bytes
  }
}

/// The processes that compile, which all reports of this process share: started when they are needed, kept for the next
/// document, and ended with this process.
final class TypstWorkers: Sendable {
  static let shared = TypstWorkers()

  private let idle = Mutex<[TypstWorker]>([])
  private let places = DispatchSemaphore(value: max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))))

  /// - Throws: ``ExportFailure/notRendered(path:reason:)`` when the document is the trouble.
  func answer(to document: TypstDocument, _ start: TypstWorker.Start) throws(ExportFailure)
    -> TypstWorker.Answer
  {
    places.wait()
    defer { places.signal() }
    // One that has died since, or dies for no fault of the document, is replaced; but not for ever.
    var isReady = false
    for attempt in 0..<3 {
      let kept = attempt == 0 ? idle.withLock { $0.popLast() } : nil
      let made = if let kept { kept } else { try started(start) }
      guard let worker = made else { continue }
      isReady = true
      if let answer = try self.answer(of: worker, to: document) { return answer }
    }
    guard isReady else { throw Self.cannotStart("it ended at once") }
    throw .notRendered(
      path: document.name,
      reason: "the compiler ended three times over this report; take another --format, and report it")
  }

  /// Nil when the process has died over it.
  private func answer(of worker: TypstWorker, to document: TypstDocument) throws(ExportFailure) -> TypstWorker
    .Answer?
  {
    do throws(TypstWorker.Failure) {
      let answer = try worker.answer(to: document)
      idle.withLock { $0.append(worker) }
      return answer
    } catch {
      guard error == .process(.silent) else { return nil }
      throw .notRendered(
        path: document.name,
        reason: "the compiler took longer than a minute; correct the template, or take --template standard")
    }
  }

  /// Nil when the process has died before it was ready.
  private func started(_ start: TypstWorker.Start) throws(ExportFailure) -> TypstWorker? {
    do throws(TypstWorker.Failure) { return try TypstWorker(start) } catch {
      switch error {
      case .process(.notStarted(let cause)): throw Self.cannotStart(cause.reason)
      case .process(.silent): throw Self.cannotStart("it says nothing")
      case .process(.ended), .garbled: return nil
      }
    }
  }

  private static func cannotStart(_ reason: String) -> ExportFailure {
    .missingProgram(
      reason:
        "the compiler of PDFs cannot be started (\(reason)); run \"pathbook setup pdf\" again")
  }
}

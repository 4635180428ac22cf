import Advising
import SafeFiles
import Synchronization

/// How far a batch is: written by the batch, read by whoever shows it.
public final class BatchProgress: Sendable {
  private struct State {
    var count = BatchCount()
    var total: Int?
    var notes: [String] = []
  }

  private let state = Mutex(State())

  init() {}

  public var count: BatchCount { state.withLock { $0.count } }
  /// The rows of the run; nil when they were not counted.
  public var total: Int? { state.withLock { $0.total } }

  /// Messages besides the numbers; each is given once.
  public func takeNotes() -> [String] {
    state.withLock { state in
      defer { state.notes = [] }
      return state.notes
    }
  }

  func begin(total: Int?) { state.withLock { $0.total = total } }

  func note(_ text: String) { state.withLock { $0.notes.append(text) } }

  func add(_ change: (inout BatchCount) -> Void) { state.withLock { change(&$0.count) } }
}

/// How far a batch is.
public struct BatchCount: Sendable, Equatable {
  /// Clients whose files were written.
  public var done = 0
  /// Clients whose files existed and were up to date.
  public var kept = 0
  /// Rows that are in the list of rejects.
  public var rejected = 0
  /// Clients with values that were read but deserve a look.
  public var noticed = 0
  /// The bytes of the files that were written.
  public var bytes = 0

  public var rows: Int { done + kept + rejected }

  static func += (count: inout BatchCount, other: BatchCount) {
    count.done += other.done
    count.kept += other.kept
    count.rejected += other.rejected
    count.noticed += other.noticed
    count.bytes += other.bytes
  }
}

/// How a batch ended.
public struct BatchResult: Sendable, Equatable {
  public let count: BatchCount
  /// The rows of the roster; nil when they were not counted.
  public let total: Int?
  /// The signal that ended it early.
  public let signal: Int32?
  /// Why it stopped before its end; what was finished until then stays.
  public internal(set) var failure: ExportFailure?
  /// Bytes that the rest needs beyond what is free, when the disk was full and the rest is known.
  public let missingBytes: Int?
  /// Over the clients that were done; nil unless it was asked for.
  package var summary: CaseloadSummary?
  /// Whether it has dealt with every row.
  var isWhole = false
  /// What was told of the roster and of none of its rows.
  var notes: [String] = []
  /// Values of its rows that were words for what is missing.
  var missing: [RosterTally.Missing] = []

  /// As sysexits.h names them; 128 and the number of a signal.
  public var exitCode: Int32 {
    if let signal { return 128 + signal }
    return failure?.exitCode ?? (count.rejected > 0 ? 65 : 0)
  }
}

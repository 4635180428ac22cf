import Synchronization

/// How far a batch is: written by those who work, read by those who show it.
public final class BatchProgress: Sendable {
  private struct State {
    var count = BatchCount()
    var total: Int?
    var notes: [String] = []
  }

  private let state = Mutex(State())

  init() {}

  public var count: BatchCount { state.withLock { $0.count } }
  /// The rows that there are to do, when they were counted.
  public var total: Int? { state.withLock { $0.total } }

  /// What there is to say once beside the numbers; it is given once.
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

import SafeFiles
import Synchronization

/// Tells the stages of a batch when it is to end early: somebody has asked, a stage has failed, or a signal has come.
/// The clients in hand are finished.
final class BatchStop: Sendable {
  private let asked = Atomic(false)

  var isAsked: Bool { asked.load(ordering: .relaxed) }

  func ask() { asked.store(true, ordering: .relaxed) }

  /// Whether work that is under way is to end with the client in hand.
  var isOver: Bool { isAsked || Task.isCancelled || Interruption.signal != nil }
}

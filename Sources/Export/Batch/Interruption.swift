import Glibc
import Synchronization

/// The number of the signal that came; 0 for none. Global, since a handler of signals can hold nothing.
private let received = Atomic<Int32>(0)

/// A wish from outside to stop: the clients in hand are finished first. A second wish stops at once.
public enum Interruption {
  /// The signal that came, if one did.
  public static var signal: Int32? {
    let number = received.load(ordering: .relaxed)
    return number == 0 ? nil : number
  }

  /// From now on SIGINT and SIGTERM are wishes.
  public static func listen() {
    // Whoever started the process may have blocked them.
    var numbers = sigset_t()
    sigemptyset(&numbers)
    for number in [SIGINT, SIGTERM] {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { number in
        // Nothing here may wait or allocate: a handler runs in the middle of anything.
        if received.exchange(number, ordering: .relaxed) != 0 { _exit(128 + number) }
      }
      action.sa_flags = SA_RESTART
      sigaction(number, &action, nil)
      sigaddset(&numbers, number)
    }
    pthread_sigmask(SIG_UNBLOCK, &numbers, nil)
  }
}

import Dispatch
import Glibc
import Synchronization

/// Requests from outside to stop: SIGINT, SIGTERM and SIGHUP.
///
/// The signals are blocked, and a dedicated thread waits for them: it may do what a signal handler, which can interrupt
/// anything, must not. Nothing unfinished stays behind; the exit code is 128 plus the number.
public enum Interruption {
  private static let received = Atomic<Int32>(0)
  private static let isRequest = Atomic<Bool>(false)
  /// Held by work that must not be interrupted.
  private static let gate = DispatchSemaphore(value: 1)

  /// The signal that came, if one did, while ``listen()`` holds.
  public static var signal: Int32? {
    let number = received.load(ordering: .relaxed)
    return number == 0 ? nil : number
  }

  /// From now on signals end the process in good order. To be called before there are other threads, which inherit that
  /// the signals are blocked.
  public static func prepare() {
    // A reader of our output that goes away is a failed write, and not the end of the process in the middle of its work.
    Glibc.signal(SIGPIPE, SIG_IGN)
    atexit { UnfinishedFolder.removeAll() }
    var numbers = sigset_t()
    sigemptyset(&numbers)
    for number in [SIGINT, SIGTERM] { sigaddset(&numbers, number) }
    // nohup(1) has it ignored.
    if !isIgnored(SIGHUP) { sigaddset(&numbers, SIGHUP) }
    pthread_sigmask(SIG_BLOCK, &numbers, nil)
    var thread = pthread_t()
    let code = pthread_create(
      &thread, nil,
      { _ in
        Interruption.wait()
        return nil
      }, nil)
    // Without a thread they do what they do in every other program.
    if code != 0 { pthread_sigmask(SIG_UNBLOCK, &numbers, nil) }
  }

  /// From now on the first signal is a request: the clients in hand are finished. A second one stops at once.
  public static func listen() { isRequest.store(true, ordering: .relaxed) }

  /// Does work that a signal must not interrupt. Calls must not be nested.
  package static func holdingOff<Result, Failure>(
    _ work: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    gate.wait()
    defer { gate.signal() }
    return try work()
  }

  /// Ends the process as a closed pipe ends every other program, but nothing that is unfinished stays.
  package static func endWithBrokenPipe() -> Never {
    received.store(SIGPIPE, ordering: .relaxed)
    gate.wait()
    UnfinishedFolder.removeAllForEver()
  }

  /// Ends the process for the signal that came.
  package static func end() -> Never {
    let number = received.load(ordering: .relaxed)
    if number == SIGPIPE {
      Glibc.signal(SIGPIPE, SIG_DFL)
      raise(SIGPIPE)
    }
    _exit(128 + number)
  }

  private static func wait() {
    var numbers = sigset_t()
    sigemptyset(&numbers)
    // As the thread has inherited them: sigwait(3) waits for blocked signals only.
    var blocked = sigset_t()
    pthread_sigmask(SIG_BLOCK, nil, &blocked)
    for number in [SIGINT, SIGTERM, SIGHUP] where sigismember(&blocked, number) == 1 {
      sigaddset(&numbers, number)
    }
    while true {
      var number: Int32 = 0
      guard sigwait(&numbers, &number) == 0 else { continue }
      let before = received.exchange(number, ordering: .relaxed)
      if before == 0, isRequest.load(ordering: .relaxed) { continue }
      gate.wait()
      UnfinishedFolder.removeAllForEver()
    }
  }

  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    guard sigaction(number, nil, &action) == 0 else { return false }
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
  }
}

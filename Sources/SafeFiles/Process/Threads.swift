import Glibc

/// Work on threads of its own.
package enum Threads {
  private final class Start {
    let index: Int
    let body: @Sendable (Int) -> Void

    init(index: Int, body: @escaping @Sendable (Int) -> Void) {
      self.index = index
      self.body = body
    }
  }

  /// Runs a work so many times at the same time, also more often than there are cores: Dispatch would let the rest wait.
  /// Returns when all have ended.
  ///
  /// - Parameter body: gets a number from 0. The calling thread takes the first.
  /// - Returns: how many there were; fewer than wanted when the system gives no more threads.
  package static func run(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) -> Int {
    var threads: [pthread_t] = []
    for index in 1..<max(1, count) {
      var thread = pthread_t()
      let start = Unmanaged.passRetained(Start(index: index, body: body))
      let code = pthread_create(
        &thread, nil,
        { pointer in
          guard let pointer else { return nil }
          let start = Unmanaged<Start>.fromOpaque(pointer).takeRetainedValue()
          start.body(start.index)
          return nil
        }, start.toOpaque())
      // pthread_create(3): "on error, it returns an error number".
      guard code == 0 else {
        start.release()
        break
      }
      threads.append(thread)
    }
    body(0)
    for thread in threads { pthread_join(thread, nil) }
    return threads.count + 1
  }
}

import Dispatch
import Glibc
import Synchronization

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

/// Pure work on several cores.
package enum InParallel {
  /// The results of the works, in their order. The calling thread takes the first at once; others may start later.
  package static func all<Output: Sendable>(_ works: [@Sendable () -> Output]) -> [Output] {
    let results = Mutex<[Int: Output]>([:])
    DispatchQueue.concurrentPerform(iterations: works.count) { index in
      let output = works[index]()
      results.withLock { $0[index] = output }
    }
    return results.withLock { done in works.indices.compactMap { done[$0] } }
  }

  /// The results of two works.
  package static func both<First: Sendable, Second: Sendable>(
    _ first: @Sendable () -> First, _ second: @Sendable () -> Second
  ) -> (First, Second) {
    let results = Mutex<(First?, Second?)>((nil, nil))
    DispatchQueue.concurrentPerform(iterations: 2) { index in
      if index == 0 {
        let output = first()
        results.withLock { $0.0 = output }
      } else {
        let output = second()
        results.withLock { $0.1 = output }
      }
    }
    guard case (let first?, let second?) = results.withLock({ $0 }) else {
      preconditionFailure("concurrentPerform returns when every iteration has")
    }
    return (first, second)
  }
}

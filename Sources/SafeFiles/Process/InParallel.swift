import Dispatch
import Synchronization

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

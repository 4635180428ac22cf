import Foundation

/// How often a test with generated inputs repeats.
package enum Rounds {
  private static let areMany = ProcessInfo.processInfo.environment["PATHBOOK_LONG_TESTS"] != nil

  /// This many in `make test`, ten times as many in `make test-all`.
  package static func count(_ few: Int) -> Int { areMany ? 10 * few : few }
}

import Glibc

/// How many files the process may have open at a time.
enum OpenFiles {
  /// Generous: a run alone has up to 14 open, each client in hand up to 5 more, his workbook and its parts.
  private static let ofARun = 14
  private static let ofAClient = 6

  /// So many clients can be in hand at a time; 1 at least.
  ///
  /// - Parameter wanted: as many as the limit on open files lets through are given.
  static func clientsInHand(wanted: Int) -> Int {
    let most = raisedLimit.map { max(1, ($0 - ofARun) / ofAClient) } ?? wanted
    return min(wanted, most)
  }

  /// The limit, raised as far as the system lets everybody raise it; nil for none.
  private static var raisedLimit: Int? {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return nil }
    if limit.rlim_cur < limit.rlim_max {
      limit.rlim_cur = limit.rlim_max
      _ = setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
      getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }
    return Int(exactly: limit.rlim_cur)
  }
}

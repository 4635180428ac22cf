import Glibc

/// How many files the process may have open at a time.
package enum OpenFiles {
  /// Generous: a client in hand has up to 5 open, his workbook and its parts; the journal and folders are opened now and
  /// then.
  private static let ofAClient = 6
  private static let toSpare = 6

  /// So many clients can be in hand at a time; 1 at least. To be asked when all that a run has open is open: it counts
  /// what the process has inherited too.
  ///
  /// - Parameter wanted: as many as the limit on open files lets through are given.
  package static func clientsInHand(wanted: Int) -> Int {
    guard let limit = raisedLimit, let open = try? FolderTree.names("/proc/self/fd").count else {
      return wanted
    }
    return min(wanted, max(1, (limit - open - toSpare) / ofAClient))
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

import Advising

/// The ids of a roster, each of which names files: those that another client has, whatever the letter case, or that
/// are no names of files on Windows, are refused.
///
/// Of an id 64 bits are kept; two of a million meet by chance in one of 30 million rosters.
struct ClientIDs {
  private let lines: KeyTable

  /// Names that Windows keeps for devices, whatever follows a dot, and those of Pathbook's own files.
  private static let reserved: Set<String> = Set(
    ["con", "prn", "aux", "nul", "manifest", "rejects", "rejects-before", "summary", "combined", "affected"]
      + (1...9).flatMap { ["com\($0)", "lpt\($0)"] })

  init() throws(ExportFailure) { lines = try KeyTable() }

  /// The row, refused when its id cannot be used.
  func checked(_ row: RosterRow) throws(ExportFailure) -> RosterRow {
    guard let id = row.profile?.id.lowercased() else { return row }
    let base = String(id.prefix { $0 != "." })
    if Self.reserved.contains(base) || id.hasSuffix(".") {
      return row.refused(problem(.reservedName(found: row.profile?.id ?? "")))
    }
    let key = Self.key(id)
    if let line = try lines.number(for: key) {
      return row.refused(problem(.idTaken(line: Int(clamping: line))))
    }
    try lines.set(UInt64(row.line), for: key)
    return row
  }

  private func problem(_ reason: ProfileProblem.Reason) -> ProfileProblem {
    ProfileProblem(field: ProfileField.id.rawValue, reason: reason)
  }

  /// The first 64 bits of the SHA-256 of the id in small letters.
  static func key(_ id: String) -> UInt64 { SHA256.prefix(Array(id.lowercased().utf8)) }
}

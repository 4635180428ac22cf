import Advising
import SafeFiles

/// The ids of a roster, each of which names files: one that another client has, whatever the letter case, is refused.
///
/// Of an id 64 bits are kept; two of a million meet by chance in one of 30 million rosters.
struct ClientIDs {
  private let lines: KeyTable

  init() throws(ExportFailure) { lines = try KeyTable() }

  /// The row, refused when another one before it has its id.
  func checked(_ row: RosterRow) throws(ExportFailure) -> RosterRow {
    guard let id = row.profile?.id else { return row }
    let key = Self.key(id)
    if let line = try lines.number(for: key) {
      let reason = ProfileProblem.Reason.idTaken(line: Int(clamping: line))
      return row.refused(ProfileProblem(field: ProfileField.id.rawValue, reason: reason))
    }
    try lines.set(UInt64(row.line), for: key)
    return row
  }

  /// The first 64 bits of the SHA-256 of the id in small letters.
  static func key(_ id: String) -> UInt64 { SHA256.prefix(Array(id.lowercased().utf8)) }
}

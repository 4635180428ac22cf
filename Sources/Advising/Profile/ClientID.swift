/// What an id may be. It names files, which must be other ones than Pathbook's own, on every system.
enum ClientID {
  /// Names that Windows keeps for devices, whatever follows a dot.
  private static let devices = Set(
    ["con", "prn", "aux", "nul"] + (1...9).flatMap { ["com\($0)", "lpt\($0)"] })
  /// Names of Pathbook's files over a whole caseload.
  private static let ownFiles: Set = [
    "manifest", "rejects", "rejects-before", "summary", "combined", "affected",
  ]

  /// Nil for an id that can be used.
  static func problem(of id: String) -> ProfileProblem.Reason? {
    guard isFileName(id) else { return .badPattern(found: id) }
    let base = String(id.lowercased().prefix { $0 != "." })
    // Windows drops a last dot from a name.
    let isReserved = devices.contains(base) || ownFiles.contains(base) || id.hasSuffix(".")
    return isReserved ? .reservedName(found: id) : nil
  }

  /// `[A-Za-z0-9][A-Za-z0-9._-]{0,63}`
  private static func isFileName(_ id: String) -> Bool {
    func isLetterOrDigit(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
      default: false
      }
    }
    let bytes = Array(id.utf8)
    guard let first = bytes.first, bytes.count <= 64, isLetterOrDigit(first) else { return false }
    return bytes.allSatisfy { isLetterOrDigit($0) || "._-".utf8.contains($0) }
  }
}

/// What an id may be. It names files, which must be other ones than Pathbook's own, on every system.
enum ClientID {
  /// Names that Windows keeps for devices, whatever follows a dot.
  private static let devices = Set(
    ["con", "prn", "aux", "nul"] + (1...9).flatMap { ["com\($0)", "lpt\($0)"] })
  /// Names of Pathbook's files over a whole caseload.
  private static let ownFiles: Set = [
    "manifest", "rejects", "rejects-before", "summary", "combined", "affected", "print",
  ]

  /// Nil for an id that can be used.
  static func problem(of id: String) -> ProfileProblem.Reason? {
    guard isFileName(id) else { return .badPattern(found: id) }
    // Such names have plain letters alone, and rosters have many of them.
    let base = String(decoding: id.utf8.prefix { $0 != UInt8(ascii: ".") }, as: UTF8.self).lowercased()
    // Windows drops a last dot from a name.
    let isReserved =
      devices.contains(base) || ownFiles.contains(base) || isPartToPrint(base) || id.hasSuffix(".")
    return isReserved ? .reservedName(found: id) : nil
  }

  /// `print-001`: a part of the file to print.
  private static func isPartToPrint(_ base: String) -> Bool {
    base.hasPrefix("print-") && base.utf8.count > 6 && base.utf8.dropFirst(6).allSatisfy(CellReader.isDigit)
  }

  /// In characters.
  static let longest = 64

  /// What ``isFileName(_:)`` takes, as JSON Schema has it.
  static let pattern = "^[A-Za-z0-9][A-Za-z0-9._-]{0,\(longest - 1)}$"

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
    guard let first = bytes.first, bytes.count <= longest, isLetterOrDigit(first) else { return false }
    return bytes.allSatisfy { isLetterOrDigit($0) || "._-".utf8.contains($0) }
  }
}

/// What a spreadsheet makes of ids that look like numbers or dates.
enum ChangedID {
  /// `1.20E+06`, of `12E5`; `5-Mar` and `3/5/2026`, of `3-5`.
  static func isOne(_ text: String) -> Bool { text.utf8.count <= 32 && (isNumber(text) || isDate(text)) }

  /// A power of ten with a sign or a mantissa with a fraction: nobody types these.
  private static func isNumber(_ text: String) -> Bool {
    guard let mark = text.firstIndex(where: { $0 == "E" || $0 == "e" }) else { return false }
    let mantissa = text[..<mark].split(maxSplits: 1, omittingEmptySubsequences: false) {
      $0 == "." || $0 == ","
    }
    var power = text[text.index(after: mark)...]
    let sign = power.first.flatMap { $0 == "+" || $0 == "-" ? $0 : nil }
    if sign != nil { power.removeFirst() }
    guard let whole = mantissa.first, whole.utf8.count == 1, mantissa.allSatisfy(isDigits), isDigits(power)
    else {
      return false
    }
    return sign == "+" || mantissa.count == 2
  }

  private static func isDate(_ text: String) -> Bool {
    let slashed = text.split(separator: "/", omittingEmptySubsequences: false)
    if slashed.count == 3 {
      return slashed.allSatisfy(isDigits) && slashed[0].utf8.count <= 2 && slashed[1].utf8.count <= 2
        && [2, 4].contains(slashed[2].utf8.count)
    }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count) else { return false }
    if months.contains(parts[0]) { return parts.count == 2 && isDigits(parts[1]) && parts[1].utf8.count == 2 }
    return months.contains(parts[1]) && isDigits(parts[0]) && parts[0].utf8.count <= 2
      && (parts.count == 2 || (isDigits(parts[2]) && [2, 4].contains(parts[2].utf8.count)))
  }

  private static let months: Set<Substring> = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  private static func isDigits(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy(CellReader.isDigit)
  }
}

extension ClientProfile {
  /// Whether a text can be the id of a client, and so the name of files.
  package static func isID(_ text: String) -> Bool { ClientID.problem(of: text) == nil }
}

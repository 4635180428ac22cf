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

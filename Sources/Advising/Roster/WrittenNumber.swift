// Numbers as people write them.

extension CellReader {
  /// - Throws: when it is none, or when it could be two.
  static func number(_ text: String, _ field: ProfileField) throws(ProfileProblem) -> Double {
    if field == .payAmount || field == .certificationBudget, let two = twoMeanings(text) {
      throw ProfileProblem(
        field: field.rawValue, reason: .ambiguousNumber(found: text, whole: two.whole, fraction: two.fraction)
      )
    }
    guard let number = number(text) else {
      throw ProfileProblem(
        field: field.rawValue, reason: .unreadableCell(found: text, allowed: allowed(field)))
    }
    return number
  }

  /// A comma or a no-break space stands between groups of three digits only, so that it is taken for no decimal sign.
  static func number(_ text: String) -> Double? {
    var digits = text[...]
    let isNegative = digits.first == "-" || digits.first == "\u{2212}"
    if isNegative { digits = digits.dropFirst() }
    if digits.first == "$" { digits = digits.dropFirst().drop(while: \.isWhitespace) }
    for sign in [",", "\u{A0}", "\u{202F}", "\u{2009}", "\u{2007}"] where digits.contains(sign) {
      guard let joined = withoutGroups(digits, Character(sign)) else { return nil }
      digits = joined[...]
      break
    }
    guard let first = digits.utf8.first, first == UInt8(ascii: ".") || isDigit(first),
      digits.utf8.allSatisfy({ isDigit($0) || ".eE+-".utf8.contains($0) }), let number = Double(digits),
      number.isFinite
    else { return nil }
    return isNegative ? -number : number
  }

  private static func withoutGroups(_ text: Substring, _ sign: Character) -> String? {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let groups = parts[0].split(separator: sign, omittingEmptySubsequences: false)
    guard (1...3).contains(groups[0].utf8.count), groups.dropFirst().allSatisfy({ $0.utf8.count == 3 }),
      groups.allSatisfy({ $0.utf8.allSatisfy(isDigit) })
    else { return nil }
    return groups.joined() + (parts.count > 1 ? ".\(parts[1])" : "")
  }

  /// `1.500`: a point between one to three digits and three more parts thousands in many countries.
  private static func twoMeanings(_ text: String) -> (whole: String, fraction: String)? {
    var digits = text[...]
    if digits.first == "-" || digits.first == "\u{2212}" { digits = digits.dropFirst() }
    if digits.first == "$" { digits = digits.dropFirst().drop(while: \.isWhitespace) }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...3).contains(parts[0].utf8.count), parts[1].utf8.count == 3,
      parts.allSatisfy({ $0.utf8.allSatisfy(isDigit) }), parts[0].utf8.first != UInt8(ascii: "0")
    else { return nil }
    let isWritten = parts[1].hasSuffix("0")
    return ("\(parts[0])\(parts[1])", "\(parts[0]).\(isWritten ? parts[1].dropLast() : parts[1] + "0")")
  }

  static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}

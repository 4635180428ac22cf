/// Numbers in plain decimal digits, as data files have them: no grouping, no exponent.
package enum PlainDecimal {
  /// `46000`, `0.00001`.
  /// - Parameter number: a finite number.
  package static func text(_ number: Double) -> String {
    if number.magnitude < 1e15, number == number.rounded() { return String(Int64(number)) }
    let text = number.description
    guard let exponentMark = text.utf8.firstIndex(of: UInt8(ascii: "e")),
      let exponent = Int(text[text.index(after: exponentMark)...])
    else {
      return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
    let sign = number < 0 ? "-" : ""
    let mantissa = text[..<exponentMark].drop { $0 == "-" }
    let digits = mantissa.filter { $0 != "." }
    let point = 1 + exponent
    if point <= 0 { return sign + "0." + String(repeating: "0", count: -point) + digits }
    // Swift writes an exponent only where the digits end before the point.
    return sign + digits + String(repeating: "0", count: max(0, point - digits.count))
  }

  /// `50250` for `50250.0`, `50,250` and `5.025E4`; `24.16` for `24.16` and `24.159999999999997` when they are the
  /// same floating-point number, as which workbooks keep their numbers. Nil for what is no number of zero or more.
  package static func text(_ bytes: ArraySlice<UInt8>) -> String? {
    guard let ungrouped = ungrouped(bytes.trimmed), let value = CellValue.double(ungrouped),
      value.sign == .plus, value < 1e15
    else { return nil }
    return text(value)
  }

  /// Without the commas between groups of three digits; nil when they stand elsewhere.
  private static func ungrouped(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let comma = UInt8(ascii: ",")
    guard bytes.contains(comma) else { return bytes }
    let groups = bytes.prefix { $0 != UInt8(ascii: ".") }.split(
      separator: comma, omittingEmptySubsequences: false)
    let isGrouped =
      (1...3).contains(groups[0].count) && groups.dropFirst().allSatisfy { $0.count == 3 }
      && groups.joined().allSatisfy { (0x30...0x39).contains($0) }
    return isGrouped ? bytes.filter { $0 != comma }[...] : nil
  }
}

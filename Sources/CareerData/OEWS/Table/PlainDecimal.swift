/// Numbers as the cells of workbooks and CSV files write them, in plain decimal digits.
enum PlainDecimal {
  /// `50250` for `50250.0`, `50,250` and `5.025E4`; `24.16` for `24.16` and `24.159999999999997` when they are the
  /// same floating-point number, as which workbooks keep their numbers. Nil for what is no number of zero or more.
  static func text(_ bytes: ArraySlice<UInt8>) -> String? {
    guard let ungrouped = ungrouped(bytes.trimmed), let value = CellValue.double(ungrouped),
      value.sign == .plus, value < 1e15
    else { return nil }
    if value == value.rounded(.towardZero) { return String(Int(value)) }
    return expanded(value.description)
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

  /// `0.00005` for `5e-05`.
  private static func expanded(_ description: String) -> String {
    let parts = description.split(separator: "e")
    guard parts.count == 2, let exponent = Int(parts[1]), exponent < 0 else { return description }
    return "0." + String(repeating: "0", count: -exponent - 1) + parts[0].filter { $0 != "." }
  }
}

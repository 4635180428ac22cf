/// NAICS codes as OEWS tables have them.
enum OEWSIndustryCode {
  /// The code of a whole branch without the zeros that fill it up to six digits: `622` for `622000`.
  ///
  /// Codes with letters, as `6211A1`, are of BLS and are left as they are, and so are `31-33` and the codes of all
  /// industries together, `000000` and `000001`, which get the zeros back that a spreadsheet takes from them.
  static func normalized(_ code: String, _ group: OEWSRow.IndustryGroup) -> String {
    let digits = code.utf8.allSatisfy { (0x30...0x39).contains($0) }
    guard digits, !code.isEmpty else { return code }
    switch group {
    case .crossIndustry: return String(repeating: "0", count: max(0, 6 - code.utf8.count)) + code
    case .sector: return withoutFilling(code, length: 2, least: 2)
    case .threeDigit: return withoutFilling(code, length: 3, least: 3)
    // BLS calls a branch 4-digit that it no longer divides: 327000 stands for 327.
    case .fourDigit: return withoutFilling(code, length: 4, least: 3)
    case .fiveDigit: return withoutFilling(code, length: 5, least: 3)
    case .sixDigit: return code
    }
  }

  /// The level of an industry by its code alone, for tables that do not tell it; nil for what is no code.
  static func group(of code: String) -> OEWSRow.IndustryGroup? {
    let bytes = Array(code.utf8)
    let isDigit: (UInt8) -> Bool = { (0x30...0x39).contains($0) }
    guard let first = bytes.first, isDigit(first), bytes.count <= 6 else { return nil }
    guard bytes.allSatisfy(isDigit) else {
      if bytes.count == 5, bytes[2] == UInt8(ascii: "-") { return .sector }
      // 6211A1: several industries of four digits that BLS takes together.
      return bytes.count == 6 && bytes.allSatisfy { isDigit($0) || (0x41...0x5A).contains($0) }
        ? .fourDigit : nil
    }
    let significant = bytes.reversed().drop { $0 == UInt8(ascii: "0") }.count
    return switch significant {
    case 0: .crossIndustry
    case 1, 2: .sector
    case 3: .threeDigit
    case 4: .fourDigit
    case 5: .fiveDigit
    default: bytes.starts(with: Array("00000".utf8)) ? .crossIndustry : .sixDigit
    }
  }

  private static func withoutFilling(_ code: String, length: Int, least: Int) -> String {
    let zero = UInt8(ascii: "0")
    var rest = Array(code.utf8)
    guard rest.dropFirst(length).allSatisfy({ $0 == zero }) else { return code }
    while rest.count > least, rest.last == zero { rest.removeLast() }
    return String(decoding: rest, as: UTF8.self)
  }
}

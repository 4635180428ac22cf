/// Reads the values of CSV cells from their bytes, as Table Schema writes them.
package enum CellValue {
  /// A decimal number: `-12`, `29.99`, `.5`, `1e3`. Nil for anything else: `nan`, `inf`, hexadecimal forms,
  /// spaces, grouping commas, and numbers too great for a Double. Equal to `Double(String)` to the last bit.
  package static func double(_ bytes: ArraySlice<UInt8>) -> Double? {
    var text = DecimalText()
    guard text.read(bytes) else { return nil }
    return text.exactDouble ?? parsed(bytes)
  }

  /// A whole number with an optional sign, in the range of Int.
  package static func integer(_ bytes: ArraySlice<UInt8>) -> Int? {
    var digits = bytes
    let isNegative = digits.first == UInt8(ascii: "-")
    if isNegative || digits.first == UInt8(ascii: "+") { digits.removeFirst() }
    guard !digits.isEmpty else { return nil }
    var result = 0
    for byte in digits {
      guard let digit = byte.decimalDigit else { return nil }
      let (tenfold, hasOverflowed) = result.multipliedReportingOverflow(by: 10)
      let (sum, hasSumOverflowed) =
        isNegative
        ? tenfold.subtractingReportingOverflow(Int(digit)) : tenfold.addingReportingOverflow(Int(digit))
      guard !hasOverflowed, !hasSumOverflowed else { return nil }
      result = sum
    }
    return result
  }

  /// `true`, `True`, `TRUE`, `1`, and the same of false: the forms that Table Schema and spreadsheets write.
  package static func boolean(_ bytes: ArraySlice<UInt8>) -> Bool? {
    if bytes.elementsEqual("true".utf8) { return true }
    if bytes.elementsEqual("false".utf8) { return false }
    return switch String(decoding: bytes, as: UTF8.self) {
    case "True", "TRUE", "1": true
    case "False", "FALSE", "0": false
    default: nil
    }
  }

  private static func parsed(_ bytes: ArraySlice<UInt8>) -> Double? {
    guard let value = Double(String(decoding: bytes, as: UTF8.self)), value.isFinite else { return nil }
    return value
  }
}

/// The parts of a decimal number.
private struct DecimalText {
  private var isNegative = false
  /// The digits, without the point.
  private var digits: UInt64 = 0
  private var digitCount = 0
  private var exponent = 0
  /// True when there are more digits than ``digits`` can hold, or an exponent beyond all numbers.
  private var isLong = false

  /// Every power of ten that a Double holds exactly.
  private static let powersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
    1e19,
    1e20, 1e21, 1e22,
  ]

  /// False when the text is not a decimal number.
  mutating func read(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes
    isNegative = rest.first == UInt8(ascii: "-")
    if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
    readDigits(&rest)
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      let before = digitCount
      readDigits(&rest)
      exponent = before - digitCount
    }
    guard digitCount > 0 else { return false }
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      rest.removeFirst()
      return readExponent(rest)
    }
    return rest.isEmpty
  }

  private mutating func readDigits(_ rest: inout ArraySlice<UInt8>) {
    while let digit = rest.first?.decimalDigit {
      if digits > (UInt64.max - 9) / 10 { isLong = true }
      if !isLong { digits = digits * 10 + UInt64(digit) }
      digitCount += 1
      rest.removeFirst()
    }
  }

  private mutating func readExponent(_ bytes: ArraySlice<UInt8>) -> Bool {
    if let given = CellValue.integer(bytes) {
      let (sum, hasOverflowed) = exponent.addingReportingOverflow(given)
      exponent = sum
      isLong = isLong || hasOverflowed
      return true
    }
    // More digits than an Int has: a number all the same, whatever its size.
    isLong = true
    let first = bytes.first
    let unsigned = first == UInt8(ascii: "-") || first == UInt8(ascii: "+") ? bytes.dropFirst() : bytes
    return !unsigned.isEmpty && unsigned.allSatisfy { $0.decimalDigit != nil }
  }

  /// The number, when one correctly rounded operation gives it: both parts are exact in a Double.
  var exactDouble: Double? {
    guard !isLong, digits <= 1 << 53, (-22...22).contains(exponent) else { return nil }
    let magnitude =
      exponent < 0
      ? Double(digits) / Self.powersOfTen[-exponent] : Double(digits) * Self.powersOfTen[exponent]
    return isNegative ? -magnitude : magnitude
  }
}

extension UInt8 {
  /// The value of an ASCII digit.
  fileprivate var decimalDigit: UInt8? {
    (0x30...0x39).contains(self) ? self - 0x30 : nil
  }
}

/// Days as data files have them.
package enum PlainDate {
  /// `2026-11-23`.
  package static func text(year: Int, month: Int, day: Int) -> String {
    [String(year).zeroPadded(to: 4), String(month).zeroPadded(to: 2), String(day).zeroPadded(to: 2)]
      .joined(separator: "-")
  }
}

extension String {
  /// The digits with zeros before them, where they are fewer than a number: `007`.
  package func zeroPadded(to count: Int) -> String {
    String(repeating: "0", count: max(0, count - utf8.count)) + self
  }
}

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

extension ArraySlice<UInt8> {
  /// Whether the bytes are UTF-8 from end to end.
  package var isUTF8: Bool {
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = makeIterator()
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid: continue
      case .emptyInput: return true
      case .error: return false
      }
    }
  }

  /// Without spaces and control characters at both ends.
  package var trimmed: ArraySlice<UInt8> {
    var result = self
    while let first = result.first, first <= 0x20 { result.removeFirst() }
    while let last = result.last, last <= 0x20 { result.removeLast() }
    return result
  }

  /// The text without spaces at both ends.
  package var text: String { String(decoding: trimmed, as: UTF8.self) }
}

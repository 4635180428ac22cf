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

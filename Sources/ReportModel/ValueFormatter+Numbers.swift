import Tabular

extension ValueFormatter {
  /// A number with separators and exactly `fractionDigits` digits after the decimal one, rounded half away from
  /// zero.
  ///
  /// - Parameter fractionDigits: 0 to 3.
  public func decimal(_ amount: Double, fractionDigits: Int) -> String {
    let rounded = Quantity.rounded(amount.magnitude, fractionDigits: fractionDigits)
    let scale = [1, 10, 100, 1000][fractionDigits]
    guard rounded * Double(scale) < 1e15 else { return huge(amount, fractionDigits: fractionDigits) }
    let units = Int64((rounded * Double(scale)).rounded())
    var text = grouped(String(units / Int64(scale)))
    if fractionDigits > 0 {
      let fraction = String(units % Int64(scale))
      text += style.decimalSeparator
      text += String(repeating: "0", count: fractionDigits - fraction.utf8.count) + fraction
    }
    return amount < 0 && units != 0 ? "-" + text : text
  }

  /// The number for a program: the shortest decimal that reads back as the same number, with the point as
  /// decimal separator, without groups, exponent, or a fraction of zero.
  ///
  /// ```swift
  /// ValueFormatter.plain(46000)  // 46000
  /// ValueFormatter.plain(1e-5)  // 0.00001
  /// ```
  ///
  /// - Parameter number: a finite number.
  public static func plain(_ number: Double) -> String {
    PlainDecimal.text(number)
  }

  /// A number beyond what whole units in 64 bits hold exactly: its own digits.
  private func huge(_ amount: Double, fractionDigits: Int) -> String {
    let plain = Self.plain(fractionDigits == 0 ? amount.magnitude.rounded() : amount.magnitude)
    let parts = plain.split(separator: ".")
    var text = grouped(String(parts[0]))
    if fractionDigits > 0 {
      let fraction = parts.count > 1 ? parts[1].prefix(fractionDigits) : ""
      text += style.decimalSeparator + fraction
      text += String(repeating: "0", count: fractionDigits - fraction.count)
    }
    return amount < 0 ? "-" + text : text
  }

  private func grouped(_ digits: String) -> String {
    let count = digits.utf8.count
    guard count > 3 else { return digits }
    var result = ""
    var start = digits.startIndex
    var end = digits.utf8.index(start, offsetBy: (count - 1) % 3 + 1)
    result += digits[start..<end]
    while end < digits.endIndex {
      start = end
      end = digits.utf8.index(start, offsetBy: 3)
      result += style.groupSeparator
      result += digits[start..<end]
    }
    return result
  }
}

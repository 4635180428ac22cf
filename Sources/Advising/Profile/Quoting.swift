/// Shows a value of unknown content in a message without letting it act on the terminal.
enum Quoting {
  /// At most this many characters of a value stand in a message.
  static let longestQuote = 40

  static func quoted(_ text: String) -> String { "\"\(visible(text))\"" }

  /// The text with control and formatting characters made visible, cut to ``longestQuote``.
  static func visible(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars.prefix(longestQuote) {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate:
        result += "\\u{\(hexadecimal(scalar.value))}"
      default:
        result.unicodeScalars.append(scalar)
      }
    }
    return text.unicodeScalars.count > longestQuote ? result + "…" : result
  }

  /// At least four digits.
  static func hexadecimal(_ number: UInt32) -> String {
    let digits = String(number, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

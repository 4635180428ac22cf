/// Shows text of unknown content without letting it act on a terminal, or on the text around it.
package enum VisibleText {
  /// Control characters, and those that turn text around or break lines, as `\u{1B}`; a line stays one line.
  package static func of(_ text: String) -> String {
    of(text.unicodeScalars) { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: true
      default: false
      }
    }
  }

  /// - Parameter leastDigits: 4 for `\u{001B}`.
  package static func of(
    _ scalars: some Sequence<Unicode.Scalar>, leastDigits: Int = 1, hides: (Unicode.Scalar) -> Bool
  ) -> String {
    var visible = String.UnicodeScalarView()
    for scalar in scalars {
      if hides(scalar) {
        visible += "\\u{\(hexadecimal(scalar.value, leastDigits: leastDigits))}".unicodeScalars
      } else {
        visible.append(scalar)
      }
    }
    return String(visible)
  }

  /// `7` is `0007` with four digits at least.
  package static func hexadecimal(_ number: UInt32, leastDigits: Int) -> String {
    String(number, radix: 16, uppercase: true).zeroPadded(to: leastDigits)
  }
}

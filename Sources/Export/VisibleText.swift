/// Text that may hold anything, for a terminal.
package enum VisibleText {
  /// Control characters, and those that turn text around, made visible; a line stays one line.
  package static func of(_ text: String) -> String { of(text, hiding: isHidden) }

  /// Control characters made visible, so that they do not act on the terminal.
  package static func controls(in text: String) -> String {
    of(text) { $0.properties.generalCategory == .control }
  }

  private static func of(_ text: String, hiding isHidden: (Unicode.Scalar) -> Bool) -> String {
    guard text.unicodeScalars.contains(where: isHidden) else { return text }
    var visible = ""
    for scalar in text.unicodeScalars {
      if isHidden(scalar) {
        visible += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      } else {
        visible.unicodeScalars.append(scalar)
      }
    }
    return visible
  }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}

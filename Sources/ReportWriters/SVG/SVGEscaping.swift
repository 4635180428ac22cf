/// Words as XML 1.0 can hold them.
enum SVGEscaping {
  /// For an element and for an attribute in double quotation marks.
  ///
  /// Characters that XML does not allow become U+FFFD; those that reorder the words around them
  /// (bidirectional controls) do too, since they can make one word look like another.
  static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      default: result.append(clean(scalar))
      }
    }
    return String(result)
  }

  /// The character itself, or what stands for it: a space for a line break, U+FFFD for what is not allowed.
  static func clean(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "\t", "\n", "\r": " "
    case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}", "\u{202A}"..."\u{202E}",
      "\u{2066}"..."\u{2069}":
      "\u{FFFD}"
    default: scalar
    }
  }
}

/// Words for values that are the same in every dataset.
enum CodedWords {
  /// A text without letter case, spaces, hyphens and invisible characters, to compare it.
  static func folded(_ text: String) -> String {
    if let plain = foldedASCII(text) { return plain }
    var result = String.UnicodeScalarView()
    for scalar in text.lowercased().unicodeScalars {
      switch scalar.properties.generalCategory {
      case .format, .dashPunctuation, .control, .spaceSeparator, .lineSeparator, .paragraphSeparator,
        .connectorPunctuation:
        continue
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// The same for ASCII, which nearly every id and title is; nil for any other.
  private static func foldedASCII(_ text: String) -> String? {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): result.append(byte | 0x20)
      case 0x80...: return nil
      case ...0x20, 0x7F, UInt8(ascii: "-"), UInt8(ascii: "_"): break
      default: result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// `none` as credentials: none held.
  static func isNone(_ text: String) -> Bool { ["none", "ninguna", "ninguno"].contains(folded(text)) }
}

/// Words for a missing value.
enum MissingWords {
  /// - Parameter text: without white space around it.
  static func contains(_ text: String, _ kind: FieldKind) -> Bool {
    guard text.utf8.count <= 24 else { return false }
    // Na is a name.
    if case .text(_, isOneLine: true) = kind, text == "Na" || text == "na" { return false }
    if exact.contains(text.lowercased()) { return true }
    // `$ -` is how accounting shows nothing.
    let sign = text.filter { !$0.isWhitespace && $0 != "$" && $0 != "\u{A0}" }
    return !sign.isEmpty && sign.allSatisfy { "-–—‒−?".contains($0) } && sign.count <= 3
  }

  private static let exact: Set<String> = [
    "n/a", "na", "n.a.", "n.a", "n / a", "unknown", "unk", "null", "#n/a", "#n/a!", "#null!", "#ref!",
    "#value!", "#name?", "#div/0!",
    "#num!", "not available", "not applicable", "nil", "(blank)", "(unknown)", "(null)", "desconocido",
    "desconocida",
    "no disponible", "no aplica", "s/d", "n/d", "?", "??",
  ]
}

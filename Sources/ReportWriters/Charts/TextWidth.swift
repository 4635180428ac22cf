import ReportModel

/// Estimates how wide words are in a common sans-serif font: never less than in DejaVu Sans, the widest of them, so
/// that what does not overlap here overlaps nowhere.
enum TextWidth {
  /// - Parameter size: of the font, in pixels.
  static func of(_ text: String, size: Double, isBold: Bool = false) -> Double {
    text.unicodeScalars.reduce(0) { $0 + width($1) } * size * (isBold ? 1.13 : 1)
  }

  /// The lines of a text that is wrapped at words, and inside words that are wider than the room.
  static func lines(_ text: String, in room: Double, size: Double, isBold: Bool = false) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(whereSeparator: \.isWhitespace) {
      let longer = line.isEmpty ? String(word) : "\(line) \(word)"
      if of(longer, size: size, isBold: isBold) <= room {
        line = longer
        continue
      }
      if !line.isEmpty { lines.append(line) }
      line = ""
      for character in word {
        if !line.isEmpty, of(line + String(character), size: size, isBold: isBold) > room {
          lines.append(line)
          line = ""
        }
        line.append(character)
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }

  /// The text, or its start with `…` where the whole does not fit.
  static func cut(_ text: String, to room: Double, size: Double) -> String {
    guard of(text, size: size) > room else { return text }
    var start = ""
    for character in text {
      guard of(start + String(character) + "…", size: size) <= room else { break }
      start.append(character)
    }
    return start + "…"
  }

  /// In sizes of the font.
  private static func width(_ scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case "i", "j", "l", "'", "|": 0.34
    case " ", "I", ".", ",", ";", ":", "!", "f", "t", "r", "(", ")", "[", "]", "/", "-": 0.42
    case "a"..."z" where scalar != "m" && scalar != "w": 0.64
    case "m", "w", "M", "W", "@", "%", "…", "—": 1.0
    case "0"..."9", "$", "+", "_", "*": 0.64
    case "A"..."Z": 0.79
    default:
      if scalar.isFullWidth {
        1.1
      } else {
        scalar.takesNoRoom || scalar.properties.generalCategory == .control ? 0 : 0.85
      }
    }
  }
}

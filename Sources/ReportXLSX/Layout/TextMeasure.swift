/// Estimates how much room text takes, since nothing here can draw it.
///
/// Widths count in widths of the digit 0 of the default font, as Excel's column widths do. The estimate is on the
/// wide side for the default font, so that a little room is left rather than a word cut off.
enum TextMeasure {
  /// The height of a line of 11 points, in points.
  static let lineHeight = 15.0

  /// The width of the widest line.
  static func width(_ text: String, style: CellStyle = .body) -> Double {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { line in
      line.unicodeScalars.reduce(0) { $0 + width($1) }
    }.reduce(0, max) * scale(style)
  }

  /// The width of the longest word.
  static func longestWord(_ text: String, style: CellStyle = .body) -> Double {
    text.split(whereSeparator: \.isWhitespace).map { width(String($0), style: style) }.reduce(0, max)
  }

  /// How many lines text takes in a cell that wraps it at words, and inside words that are wider than the cell.
  static func lines(_ text: String, in cellWidth: Double, style: CellStyle = .body) -> Int {
    let room = max(1, cellWidth - 1 - 1.3 * Double(style.indent)) / scale(style)
    var lines = 0
    for paragraph in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      lines += 1
      var used = 0.0
      for word in paragraph.split(separator: " ", omittingEmptySubsequences: false) {
        let wordWidth = word.unicodeScalars.reduce(0) { $0 + width($1) }
        let gap = used > 0 ? width(" ") : 0
        if used + gap + wordWidth <= room {
          used += gap + wordWidth
          continue
        }
        if used > 0 { lines += 1 }
        let broken = max(1, (wordWidth / room).rounded(.up))
        lines += Int(broken) - 1
        used = wordWidth - (broken - 1) * room
      }
    }
    return max(1, lines)
  }

  /// The height of text in points, in a cell that wraps it.
  static func height(_ text: String, in cellWidth: Double, style: CellStyle = .body) -> Double {
    let line = style.fontSize <= 11 ? lineHeight : (style.fontSize * 1.36).rounded(.up)
    return Double(lines(text, in: cellWidth, style: style)) * line
  }

  private static func scale(_ style: CellStyle) -> Double {
    style.fontSize / 11 * (style.isBold ? 1.07 : 1)
  }

  private static func width(_ scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case " ", "i", "j", "l", "I", ".", ",", ";", ":", "'", "!", "|": 0.5
    case "f", "r", "t", "(", ")", "[", "]", "-", "\"", "/": 0.74
    case "c", "k", "s", "v", "x", "y", "z": 0.93
    case "m", "w", "M", "W", "@", "%", "…", "—": 1.65
    case "a"..."z": 1.06
    case "0"..."9", "$", "+": 1
    case "A"..."Z": 1.25
    case "\t": 8
    case "\u{1100}"..."\u{115F}", "\u{2E80}"..."\u{A4CF}", "\u{AC00}"..."\u{D7A3}",
      "\u{F900}"..."\u{FAFF}", "\u{FE30}"..."\u{FE6F}", "\u{FF00}"..."\u{FF60}", "\u{1F000}"..."\u{3FFFD}":
      2.2
    default: isInvisible(scalar) ? 0 : 1.2
    }
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: true
    default: false
    }
  }
}

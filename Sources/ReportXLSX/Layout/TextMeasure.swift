import ReportModel

/// Estimates how much room text takes, since nothing here can draw it.
///
/// Widths count in widths of the digit 0 of the default font, as Excel's column widths do. The estimate is on the
/// wide side for the default font, so that a little room is left rather than a word cut off.
enum TextMeasure {
  /// The height of a line of 11 points, in points.
  static let lineHeight = 15.0

  /// The width of the widest line.
  static func width(_ text: String, style: CellStyle = .body) -> Double {
    widestPart(of: text, style, isEnd: isLineBreak)
  }

  /// The width of the longest word.
  static func longestWord(_ text: String, style: CellStyle = .body) -> Double {
    widestPart(of: text, style, isEnd: isSpace)
  }

  @inline(__always)
  private static func widestPart(
    of text: String, _ style: CellStyle, isEnd: (Unicode.Scalar) -> Bool
  ) -> Double {
    var widest = 0.0
    var part = 0.0
    for scalar in text.unicodeScalars {
      part = isEnd(scalar) ? 0 : part + width(scalar)
      widest = max(widest, part)
    }
    return widest * scale(style)
  }

  /// How many lines text takes in a cell that wraps it at words, and inside words that are wider than the cell.
  static func lines(_ text: String, in cellWidth: Double, style: CellStyle = .body) -> Int {
    var wrapping = Wrapping(room: max(1, cellWidth - 1 - 1.3 * Double(style.indent)) / scale(style))
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      if scalar == " " {
        wrapping.endWord()
      } else if isLineBreak(scalar) {
        if scalar != "\n" || previous != "\r" { wrapping.endLine() }
      } else {
        wrapping.word += width(scalar)
      }
      previous = scalar
    }
    wrapping.endLine()
    return wrapping.lines
  }

  /// The text in pieces that take so many lines at most in a cell that wraps them, where words allow; none for no text.
  static func pieces(of text: String, in cellWidth: Double, style: CellStyle, lines most: Int) -> [String] {
    guard !text.isEmpty else { return [] }
    guard lines(text, in: cellWidth, style: style) > most else { return [text] }
    var pieces: [String] = []
    var piece = ""
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      let longer = piece.isEmpty ? String(word) : "\(piece) \(word)"
      if !piece.isEmpty, lines(longer, in: cellWidth, style: style) > most {
        pieces.append(piece)
        piece = String(word)
      } else {
        piece = longer
      }
    }
    return pieces + [piece]
  }

  /// Fills lines word by word.
  private struct Wrapping {
    let room: Double
    /// Finished lines.
    var lines = 0
    /// The width of the current line, and of the word that comes next.
    var used = 0.0
    var word = 0.0

    init(room: Double) { self.room = room }

    mutating func endWord() {
      let gap = used > 0 ? TextMeasure.width(" ") : 0
      if used + gap + word <= room {
        used += gap + word
      } else {
        if used > 0 { lines += 1 }
        let broken = max(1, (word / room).rounded(.up))
        lines += Int(broken) - 1
        used = word - (broken - 1) * room
      }
      word = 0
    }

    mutating func endLine() {
      endWord()
      lines += 1
      used = 0
    }
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
    scalar.value < 128 ? widthsOfASCII[Int(scalar.value)] : widthByClass(scalar)
  }

  /// Nearly all text of a report is ASCII, and every word of it is measured.
  private static let widthsOfASCII: [Double] = (0..<128).map { widthByClass(Unicode.Scalar(UInt8($0))) }

  private static func widthByClass(_ scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case " ", "i", "j", "l", "I", ".", ",", ";", ":", "'", "!", "|": 0.5
    case "f", "r", "t", "(", ")", "[", "]", "-", "\"", "/": 0.74
    case "c", "k", "s", "v", "x", "y", "z": 0.93
    case "m", "w", "M", "W", "@", "%", "…", "—": 1.65
    case "a"..."z": 1.06
    case "0"..."9", "$", "+": 1
    case "A"..."Z": 1.25
    case "\t": 8
    default:
      if scalar.isFullWidth {
        2.2
      } else {
        scalar.takesNoRoom || scalar.properties.generalCategory == .control ? 0 : 1.2
      }
    }
  }

  private static func isLineBreak(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\n"..."\r", "\u{85}", "\u{2028}", "\u{2029}": true
    default: false
    }
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 128 ? scalar == " " || ("\t"..."\r").contains(scalar) : scalar.properties.isWhitespace
  }
}

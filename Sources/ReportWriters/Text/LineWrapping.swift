import ReportModel

/// How many columns of a terminal or of a page in a fixed-width font a text takes.
///
/// The sum over the scalars: 2 for East Asian wide and full-width characters and for emoji, 0 for combining marks
/// and invisible format characters, 1 for all else; a variation selector that makes an emoji of a narrow symbol
/// makes it wide. Terminals differ where several scalars join in one picture (a family, a skin tone): the sum is
/// the most that any of them takes, so that a line is never wider than counted. The text has no control
/// characters.
enum DisplayWidth {
  static func of(_ text: some StringProtocol) -> Int {
    let count = text.utf8.count
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return count }
    var width = 0
    var last = 0
    for scalar in text.unicodeScalars {
      if scalar.value == emojiSelector {
        if last == 1 { width += 1 }
        last = 0
      } else {
        last = of(scalar)
        width += last
      }
    }
    return width
  }

  private static let emojiSelector: UInt32 = 0xFE0F

  private static func of(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    // Latin, the dashes and quotes of prose, and the blocks of bars: nearly all that is not ASCII.
    case 0..<0x300, 0x2010...0x2027, 0x2030...0x205E, 0x2580...0x259F: return 1
    case 0x0600...0x0605, 0x06DD, 0x070F, 0x0890...0x0891, 0x08E2, 0x110BD, 0x110CD: return 1
    case 0x1F1E6...0x1F1FF: return 1  // Two make a flag.
    default: break
    }
    return scalar.takesNoRoom ? 0 : isWide(scalar) ? 2 : 1
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F,  // Hangul Jamo, initial
      0x2329...0x232A,  // angle brackets
      0x2E80...0x303E, 0x3041...0xA4CF,  // CJK, Kana, Yi
      0xA960...0xA97C, 0xAC00...0xD7A3,  // Hangul
      0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F,  // CJK compatibility forms
      0xFF01...0xFF60, 0xFFE0...0xFFE6,  // full-width forms
      0x16FE0...0x1B2FF,  // Tangut, Khitan, Kana supplements
      0x1F200...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1FAFF,  // pictures
      0x20000...0x3FFFD:  // CJK extensions
      true
    default: scalar.properties.isEmojiPresentation
    }
  }
}

/// Breaks text into lines.
enum LineWrapping {
  /// The lines of a text with single spaces between its words, none wider than `width` columns.
  ///
  /// Lines break at spaces; a word that is wider than a line is cut between two characters. An empty text has no
  /// line. (A character of two columns gets a line of its own when the width is one.)
  static func lines(_ text: String, width: Int) -> [Substring] {
    if text.isEmpty { return [] }
    // No text takes more columns than bytes.
    if text.utf8.count <= width { return [text[...]] }
    var lines: [Substring] = []
    var line = text.startIndex..<text.startIndex
    var lineWidth = 0
    var rest = text[...]
    while let word = nextWord(&rest) {
      let wordWidth = DisplayWidth.of(word)
      if !line.isEmpty, lineWidth + 1 + wordWidth <= width {
        line = line.lowerBound..<word.endIndex
        lineWidth += 1 + wordWidth
        continue
      }
      if !line.isEmpty { lines.append(text[line]) }
      line = word.startIndex..<word.endIndex
      lineWidth = wordWidth
      while lineWidth > width {
        // Does not measure the rest again, so that cutting a very long word takes linear time.
        let part = cut(text[line], width: width)
        lines.append(text[line.lowerBound..<part.end])
        line = part.end..<line.upperBound
        lineWidth -= part.width
      }
    }
    if !line.isEmpty { lines.append(text[line]) }
    return lines
  }

  /// The width of the widest word.
  static func widestWord(_ text: String) -> Int {
    var widest = 0
    var rest = text[...]
    while let word = nextWord(&rest) { widest = max(widest, DisplayWidth.of(word)) }
    return widest
  }

  /// Takes the first word and the space after it; nil at the end. Searches bytes, not characters, so that a
  /// space with a combining mark still separates words.
  private static func nextWord(_ rest: inout Substring) -> Substring? {
    if rest.isEmpty { return nil }
    let end = rest.utf8.firstIndex(of: UInt8(ascii: " ")) ?? rest.endIndex
    defer { rest = end < rest.endIndex ? rest[rest.utf8.index(after: end)...] : rest[end...] }
    return rest[..<end]
  }

  /// Where the first part of a word ends that fits `width`, after one character at least, and how wide it is.
  private static func cut(_ word: Substring, width: Int) -> (end: Substring.Index, width: Int) {
    var end = word.startIndex
    var taken = 0
    while end < word.endIndex {
      let next = word.index(after: end)
      let letter = DisplayWidth.of(word[end..<next])
      if taken + letter > width, end > word.startIndex { break }
      taken += letter
      end = next
    }
    return (end, taken)
  }
}

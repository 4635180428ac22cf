/// How many columns of a terminal or of a page in a fixed-width font a text takes.
///
/// The sum over the scalars: 2 for East Asian wide and full-width characters and for emoji, 0 for combining marks
/// and invisible format characters, 1 for all else; a variation selector that makes an emoji of a narrow symbol
/// makes it wide. Terminals differ where several scalars join in one picture (a family, a skin tone): the sum is
/// what the most simple of them takes, so that a line is never wider than counted. The text has no control
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
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return isWide(scalar) ? 2 : 1
    }
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

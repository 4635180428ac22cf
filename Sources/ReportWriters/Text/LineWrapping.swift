/// Breaks text into lines.
enum LineWrapping {
  /// The lines of a text with single spaces between its words, none wider than `width` columns.
  ///
  /// Lines break at spaces; a word that is wider than a line is cut between two characters. An empty text has no
  /// line. (A character of two columns does not fit a width of one: it stands alone.)
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
        // Not the width of all the rest again: a word of a million letters is cut once through.
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

  /// Takes the first word and the space after it; nil at the end. Bytes are searched, not characters: a space is a
  /// space, whatever mark combines with it.
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

/// A cell of a drawn row: lines in a column of a width.
struct TextCell {
  let lines: [String]
  /// In columns; no line is wider.
  let width: Int
  let isRight: Bool

  init(lines: [String], width: Int, isRight: Bool = false) {
    self.lines = lines
    self.width = width
    self.isRight = isRight
  }

  init(wrapping text: String, width: Int, isRight: Bool = false) {
    self.init(lines: LineWrapping.lines(text, width: width).map(String.init), width: width, isRight: isRight)
  }

  static func left(_ text: String, width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - DisplayWidth.of(text)))
  }

  /// The cells beside each other, two spaces between them, without spaces at the end of a line.
  static func row(_ cells: [TextCell]) -> [String] {
    let height = cells.reduce(0) { max($0, $1.lines.count) }
    return (0..<height).map { index in
      var line = ""
      // Spaces are written before the next word only.
      var gap = 0
      for cell in cells {
        let text = index < cell.lines.count ? cell.lines[index] : ""
        let missing = max(0, cell.width - DisplayWidth.of(text))
        if text.isEmpty {
          gap += cell.width + 2
        } else {
          line += String(repeating: " ", count: gap + (cell.isRight ? missing : 0))
          line += text
          gap = (cell.isRight ? 0 : missing) + 2
        }
      }
      return line
    }
  }
}

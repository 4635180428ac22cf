/// The fonts of a PDF, and which characters they can show. PDF/UA takes no character that a font has no picture of.
public struct PDFFonts: Sendable {
  /// The families, the first choice first.
  public let families: [String]
  /// Each list holds the files of one family: what one of them lacks the family lacks.
  private let coverage: [[FontCoverage]]

  /// A family of fonts.
  public struct Family: Sendable {
    public let name: String
    /// The bytes of its files: regular, bold.
    public let files: [[UInt8]]

    public init(name: String, files: [[UInt8]]) {
      self.name = name
      self.files = files
    }
  }

  public init(_ families: [Family]) {
    self.families = families.map(\.name)
    coverage = families.map { $0.files.map(FontCoverage.init) }
  }

  /// Stands for each character that no font has.
  static let missing: Character = "\u{25A1}"

  /// The text with what can be shown; a line break or a tab becomes a space.
  func shown(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var result = ""
    for character in text {
      switch character {
      case "\t", "\n", "\r", "\r\n", "\u{2028}", "\u{2029}": result.append(" ")
      // Soft hyphens and the mark of the order of bytes are not to be seen.
      case "\u{AD}", "\u{FEFF}": continue
      default: result.append(canShow(character) ? character : Self.missing)
      }
    }
    return result
  }

  /// One family must have all parts of it: a letter and its accents are drawn together.
  private func canShow(_ character: Character) -> Bool {
    let scalars = character.unicodeScalars
    guard !scalars.contains(where: Self.isHidden) else { return false }
    return coverage.contains { family in
      !family.isEmpty && family.allSatisfy { file in scalars.allSatisfy(file.has) }
    }
  }

  /// Controls, and what turns the order of the words around it: what that hides could be another word.
  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0xFFFE...0xFFFF: true
    default: false
    }
  }
}

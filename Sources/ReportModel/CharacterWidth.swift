/// How wide characters are beside each other: what columns of a terminal and widths on a page have in common.
extension Unicode.Scalar {
  /// True for marks that combine with the character before them, and for format characters.
  package var takesNoRoom: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: true
    default: false
    }
  }

  /// True for what fonts draw about twice as wide as a digit: East Asian letters, full-width forms and pictures.
  package var isFullWidth: Bool {
    switch self {
    case "\u{1100}"..."\u{115F}", "\u{2E80}"..."\u{A4CF}", "\u{AC00}"..."\u{D7A3}", "\u{F900}"..."\u{FAFF}",
      "\u{FE30}"..."\u{FE6F}", "\u{FF00}"..."\u{FF60}", "\u{1F000}"..."\u{3FFFD}":
      true
    default: false
    }
  }
}

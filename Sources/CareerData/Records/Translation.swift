/// Words of the dataset in another language: a row of `translations`.
public struct Translation: Sendable, Equatable {
  /// A primary language subtag of BCP 47: `es`.
  public var language: String
  /// As the tables have it.
  public var text: String
  /// The same text for what stays as it is, such as a proper name.
  public var translation: String

  public init(language: String, text: String, translation: String) {
    self.language = language
    self.text = text
    self.translation = translation
  }

  /// The translations into a language by what they translate.
  ///
  /// - Parameter language: a language tag; its region does not matter.
  static func words(in language: String, _ translations: [Translation]) -> [String: String] {
    let primary = language.prefix { $0 != "-" }.lowercased()
    let wanted = translations.filter { $0.language == primary }
    return Dictionary(wanted.map { ($0.text, $0.translation) }, uniquingKeysWith: { first, _ in first })
  }
}

extension Translation: DatasetRecord {
  static let rules: [TableRule] = [.unique(["language", "text"])]
  static let maximumRows = DatasetLimits.rows

  init(_ row: inout RowReader) throws(RowReader.UnreadableCell) {
    language = row.text("language", .needed)
    text = row.text("text", .needed)
    translation = row.text("translation", .needed)
  }
}

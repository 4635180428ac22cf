/// Words of the dataset in another language: a row of `translations`.
public struct Translation: Sendable, Equatable {
  /// A primary language subtag of BCP 47: `es`.
  public let language: String
  /// As the tables have it.
  public let text: String
  /// The same text for what stays as it is, such as a proper name.
  public let translation: String

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

/// Columns of `translations`.
struct TranslationsTable: TableLayout {
  static let table = CareerDataset.Table.translations

  private let language: TextColumn
  private let text: TextColumn
  private let translation: TextColumn

  init(_ columns: inout ColumnBinder) {
    language = columns.text("language", .needed)
    text = columns.text("text", .needed)
    translation = columns.text("translation", .needed)
    columns.unique(language, text)
  }

  func record(_ row: Row) -> Translation? {
    Translation(language: row[language], text: row[text], translation: row[translation])
  }
}

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

/// A dataset that is translated into a language is translated whole, and translates nothing that is not there.
enum TranslationCheck: PlausibilityCheck {
  /// A cell that holds words for readers.
  private struct Prose {
    let table: CareerDataset.Table
    /// From 0.
    let row: Int
    let column: String
    let text: String
  }

  static func findings(in checked: CheckedDataset) -> [CheckFinding] {
    let translations = checked.records.translations
    guard !translations.isEmpty else { return [] }
    // A year or a code is the same in every language.
    let prose = checked.open.knownTables.flatMap(prose).filter { $0.text.contains(where: \.isLetter) }
    return Set(translations.map(\.language)).sorted().flatMap { untranslated(prose, into: $0, in: checked) }
      + unused(Set(prose.map(\.text)).union([checked.dataset.identity.title]), in: checked)
  }

  private static func prose(of table: BoundTable) -> [Prose] {
    let columns = table.columns.filter(\.declared.isProse)
    return (0..<table.open.document.rowCount).flatMap { row in
      columns.compactMap { column, position in
        table.open.cell(row, position).map {
          Prose(
            table: table.declaration.table, row: row, column: column.name,
            text: String(decoding: $0, as: UTF8.self))
        }
      }
    }
  }

  /// The same words once, at their first place.
  private static func untranslated(
    _ prose: [Prose], into language: String, in checked: CheckedDataset
  ) -> [CheckFinding] {
    var known = Set(checked.records.translations.filter { $0.language == language }.map(\.text))
    let title = checked.dataset.identity.title
    let ofPackage =
      known.insert(title).inserted
      ? [
        CheckFinding(
          .warning, .init(file: DatasetFiles.packageName, row: 1, column: "title"),
          .untranslated(title, language: language))
      ] : []
    return ofPackage
      + prose.filter { known.insert($0.text).inserted }.map { cell in
        let place = checked.place(cell.table, cell.row, cell.column)
        return CheckFinding(.warning, place, .untranslated(cell.text, language: language))
      }
  }

  private static func unused(_ texts: Set<String>, in checked: CheckedDataset) -> [CheckFinding] {
    checked.records.translations.enumerated().filter { !texts.contains($0.element.text) }.map { index, row in
      CheckFinding(.warning, checked.place(.translations, index, "text"), .translationUnused(row.text))
    }
  }
}

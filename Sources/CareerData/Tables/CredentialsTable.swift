/// Columns of `credentials`.
struct CredentialsTable: TableLayout {
  static let table = CareerDataset.Table.credentials

  private let id: TextColumn
  private let title: TextColumn
  private let body: TextColumn
  private let becomes: TextColumn
  private let becomesAfterYears: NumberColumn
  private let knownOnly: FlagColumn
  private let source: TextColumn
  private let note: TextColumn

  init(_ columns: inout ColumnBinder) {
    id = columns.id("id")
    title = columns.prose("title", .needed)
    body = columns.text("body", .needed)
    becomes = columns.reference("becomes", to: .credentials, .optional)
    becomesAfterYears = columns.number("becomes_after_years")
    knownOnly = columns.flag("known_only")
    source = columns.reference("source", to: .sources)
    note = columns.prose("note")
  }

  func record(_ row: Row) -> Credential? {
    Credential(
      id: row[id], title: row[title], body: row[body], becomesID: row.text(becomes),
      becomesAfterYears: row[becomesAfterYears], isKnownOnly: row[knownOnly], sourceID: row[source],
      note: row[note])
  }
}

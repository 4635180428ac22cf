/// Columns of `sources`.
struct SourcesTable: TableLayout {
  static let table = CareerDataset.Table.sources

  private let id: TextColumn
  private let publisher: TextColumn
  private let title: TextColumn
  private let period: TextColumn
  private let lastDay: DateColumn
  private let link: TextColumn
  private let editorial: FlagColumn
  private let note: TextColumn

  init(_ columns: inout ColumnBinder) {
    id = columns.id("id")
    publisher = columns.text("publisher", .needed)
    title = columns.prose("title", .needed)
    period = columns.period("period")
    lastDay = columns.date("last_day")
    link = columns.text("link")
    editorial = columns.flag("editorial")
    note = columns.prose("note")
  }

  func record(_ row: Row) -> Source? {
    Source(
      id: row[id], publisher: row[publisher], title: row[title], period: row[period],
      lastDay:
        row[lastDay], link: row.text(link), isEditorial: row[editorial], note: row[note])
  }
}

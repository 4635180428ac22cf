/// Columns of `specializations`.
struct SpecializationsTable: TableLayout {
  static let table = CareerDataset.Table.specializations

  private let id: TextColumn
  private let title: TextColumn
  private let nearestRung: TextColumn
  private let source: TextColumn
  private let note: TextColumn

  init(_ columns: inout ColumnBinder) {
    id = columns.id("id")
    title = columns.prose("title", .needed)
    nearestRung = columns.reference("nearest_rung", to: .rungs, .optional)
    source = columns.reference("source", to: .sources)
    note = columns.prose("note")
  }

  func record(_ row: Row) -> Specialization? {
    Specialization(
      id: row[id], title: row[title], nearestRungID: row.text(nearestRung), sourceID: row[source],
      note:
        row[note])
  }
}

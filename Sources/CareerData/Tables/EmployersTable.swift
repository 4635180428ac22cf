/// Columns of `employers`.
struct EmployersTable: TableLayout {
  static let table = CareerDataset.Table.employers

  private let id: TextColumn
  private let title: TextColumn
  private let work: TextColumn
  private let source: TextColumn
  private let note: TextColumn

  init(_ columns: inout ColumnBinder) {
    id = columns.id("id")
    title = columns.prose("title", .needed)
    work = columns.prose("work")
    source = columns.reference("source", to: .sources)
    note = columns.prose("note")
  }

  func record(_ row: Row) -> Employer? {
    Employer(
      id: row[id], title: row[title], work: row[work], sourceID: row[source], note: row[note])
  }
}

/// Columns of `populations`.
struct PopulationsTable: TableLayout {
  static let table = CareerDataset.Table.populations

  private let id: TextColumn
  private let label: TextColumn
  private let kind: ChoiceColumn<Population.Kind>
  private let caveat: TextColumn

  init(_ columns: inout ColumnBinder) {
    id = columns.id("id")
    label = columns.prose("label", .needed)
    kind = columns.choice("kind")
    caveat = columns.prose("caveat")
  }

  func record(_ row: Row) -> Population? {
    guard let kind = row[kind] else { return nil }
    return Population(
      id: row[id], label: row[label], kind: kind, caveat: row[caveat])
  }
}

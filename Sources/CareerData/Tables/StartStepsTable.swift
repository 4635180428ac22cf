/// Columns of `start_steps`.
struct StartStepsTable: TableLayout {
  static let table = CareerDataset.Table.startSteps

  private let id: TextColumn
  private let order: IntegerColumn
  private let title: TextColumn
  private let text: TextColumn
  private let source: TextColumn
  private let note: TextColumn

  init(_ columns: inout ColumnBinder) {
    id = columns.id("id")
    order = columns.integer("order")
    title = columns.prose("title", .needed)
    text = columns.prose("text", .needed)
    source = columns.reference("source", to: .sources)
    note = columns.prose("note")
  }

  func record(_ row: Row) -> StartStep? {
    guard let order = row[order] else { return nil }
    return StartStep(
      id: row[id], order: order, title: row[title], text: row[text], sourceID: row[source],
      note:
        row[note])
  }
}

/// Columns of `disagreements`.
struct DisagreementsTable: TableLayout {
  static let table = CareerDataset.Table.disagreements

  private let id: TextColumn
  private let subject: SubjectColumns
  private let measure: TextColumn
  private let publishedValue: NumberColumn
  private let recalculatedValue: NumberColumn
  private let unit: TextColumn
  private let recalculation: TextColumn
  private let source: TextColumn
  private let explanation: TextColumn

  init(_ columns: inout ColumnBinder) {
    id = columns.id("id")
    subject = columns.subjectColumns()
    measure = columns.text("measure", .needed)
    publishedValue = columns.number("published_value")
    recalculatedValue = columns.number("recalculated_value", .needed)
    unit = columns.text("unit", .needed)
    recalculation = columns.text("recalculation", .needed)
    source = columns.reference("source", to: .sources)
    explanation = columns.prose("explanation", .needed)
  }

  func record(_ row: Row) -> Disagreement? {
    guard let subject = row[subject], let recalculatedValue = row[recalculatedValue] else { return nil }
    return Disagreement(
      id: row[id], subject: subject, measure: row[measure], publishedValue: row[publishedValue],
      recalculatedValue: recalculatedValue, unit: row[unit], recalculation: row[recalculation],
      sourceID:
        row[source], explanation: row[explanation])
  }
}

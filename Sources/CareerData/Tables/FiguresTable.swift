/// Columns of `figures`.
struct FiguresTable: TableLayout {
  static let table = CareerDataset.Table.figures

  private let id: TextColumn
  private let subject: SubjectColumns
  private let measure: TextColumn
  private let label: TextColumn
  private let low: NumberColumn
  private let value: NumberColumn
  private let high: NumberColumn
  private let unit: ChoiceColumn<PublishedFigure.Unit>
  private let statistic: TextColumn
  private let population: TextColumn
  private let period: TextColumn
  private let source: TextColumn
  private let editorial: FlagColumn
  private let note: TextColumn

  init(_ columns: inout ColumnBinder) {
    id = columns.id("id")
    subject = columns.subjectColumns()
    measure = columns.text("measure", .needed)
    label = columns.prose("label", .needed)
    low = columns.number("low")
    value = columns.number("value")
    high = columns.number("high")
    unit = columns.choice("unit")
    statistic = columns.prose("statistic", .needed)
    population = columns.prose("population")
    period = columns.period("period")
    source = columns.reference("source", to: .sources)
    editorial = columns.flag("editorial")
    note = columns.prose("note")
    columns.rising(low, value, high)
    columns.oneOf(value, low, high)
  }

  func record(_ row: Row) -> PublishedFigure? {
    guard let subject = row[subject], let unit = row[unit] else { return nil }
    return PublishedFigure(
      id: row[id], subject: subject, measure: row[measure], label: row[label], low: row[low],
      value:
        row[value], high: row[high], unit: unit, statistic: row[statistic], population: row[population],
      period: row[period], sourceID: row[source], isEditorial: row[editorial], note: row[note])
  }
}

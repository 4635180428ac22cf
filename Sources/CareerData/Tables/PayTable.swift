/// Columns of `pay`.
struct PayTable: TableLayout {
  static let table = CareerDataset.Table.pay

  private let id: TextColumn
  private let subject: SubjectColumns
  private let statistic: ChoiceColumn<PayStatistic>
  private let basis: ChoiceColumn<PayBasis>
  private let low: NumberColumn
  private let value: NumberColumn
  private let high: NumberColumn
  private let openEnded: FlagColumn
  private let population: TextColumn
  private let detail: TextColumn
  private let period: TextColumn
  private let source: TextColumn
  private let editorial: FlagColumn
  private let note: TextColumn

  init(_ columns: inout ColumnBinder) {
    id = columns.id("id")
    subject = columns.subjectColumns()
    statistic = columns.choice("statistic")
    basis = columns.choice("basis")
    low = columns.number("low", in: 0...ColumnBinder.pay.upperBound)
    value = columns.number("value", in: ColumnBinder.pay)
    high = columns.number("high", in: ColumnBinder.pay)
    openEnded = columns.flag("open_ended")
    population = columns.reference("population", to: .populations)
    detail = columns.prose("detail")
    period = columns.period("period")
    source = columns.reference("source", to: .sources)
    editorial = columns.flag("editorial")
    note = columns.prose("note")
    columns.rising(low, value, high)
    columns.oneOf(value, low, high)
  }

  func record(_ row: Row) -> PayFigure? {
    guard let subject = row[subject], let statistic = row[statistic], let basis = row[basis] else {
      return nil
    }
    return PayFigure(
      id: row[id], subject: subject, statistic: statistic, basis: basis, low: row[low], value: row[value],
      high: row[high], isOpenEnded: row[openEnded], populationID: row[population], detail: row[detail],
      period: row[period], sourceID: row[source], isEditorial: row[editorial], note: row[note])
  }
}

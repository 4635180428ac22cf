/// One published figure that is not pay: a row of `figures`.
public struct PublishedFigure: Sendable, Equatable {
  public enum Unit: String, Sendable, CaseIterable {
    case count
    /// Parts of a hundred.
    case percent
    case months
    case years
  }

  /// Unique in the dataset.
  public let id: String
  public let subject: Subject
  /// `employment`, `employment_share`, `remote_share`, `growth`, `openings`, `unemployment`, `duration`, or a
  /// measure of the dataset's own.
  public let measure: String
  /// The figure's name for a reader: `Openings a year`.
  public let label: String
  public let low: Double?
  public let value: Double?
  public let high: Double?
  public let unit: Unit
  public let statistic: String
  /// Whom the figure is about; may be empty.
  public let population: String
  public let period: String
  public let sourceID: String
  public let isEditorial: Bool
  public let note: String

  /// True for a published comparison of other figures, the measure `premium`: the dataset's check holds it against
  /// those, and a report calculates its own instead of repeating it.
  public var isClaim: Bool { measure == Self.premiumMeasure }

  /// How much a mean is above another, in percent, as a source publishes it.
  static let premiumMeasure = "premium"

  public init(
    id: String, subject: Subject, measure: String, label: String, low: Double?, value: Double?, high: Double?,
    unit: Unit, statistic: String, population: String, period: String, sourceID: String, isEditorial: Bool,
    note: String
  ) {
    self.id = id
    self.subject = subject
    self.measure = measure
    self.label = label
    self.low = low
    self.value = value
    self.high = high
    self.unit = unit
    self.statistic = statistic
    self.population = population
    self.period = period
    self.sourceID = sourceID
    self.isEditorial = isEditorial
    self.note = note
  }
}

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

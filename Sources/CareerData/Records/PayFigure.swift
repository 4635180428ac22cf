/// One published pay figure: a row of `pay`.
public struct PayFigure: Sendable, Equatable {
  /// Unique in the dataset.
  public let id: String
  public let subject: Subject
  public let statistic: PayStatistic
  public let basis: PayBasis
  /// US dollars a year or an hour, as ``basis`` says. The low end of a range.
  public let low: Double?
  /// The figure, when it is one number.
  public let value: Double?
  /// The high end of a range.
  public let high: Double?
  /// True when the source adds "and more": ``high`` (or ``low``, when there is no high end) is a floor.
  public let isOpenEnded: Bool
  /// The id of a ``Population``. Figures are compared only within one statistic and one population.
  public let populationID: String
  /// Whom the figure is about within the population; may be empty.
  public let detail: String
  /// The time the figure is about, as the source gives it: `May 2024`.
  public let period: String
  public let sourceID: String
  /// True when the reading is the dataset's own, not the source's.
  public let isEditorial: Bool
  public let note: String

  public init(
    id: String, subject: Subject, statistic: PayStatistic, basis: PayBasis, low: Double?, value: Double?,
    high: Double?, isOpenEnded: Bool, populationID: String, detail: String, period: String, sourceID: String,
    isEditorial: Bool, note: String
  ) {
    self.id = id
    self.subject = subject
    self.statistic = statistic
    self.basis = basis
    self.low = low
    self.value = value
    self.high = high
    self.isOpenEnded = isOpenEnded
    self.populationID = populationID
    self.detail = detail
    self.period = period
    self.sourceID = sourceID
    self.isEditorial = isEditorial
    self.note = note
  }
}

/// What a published pay figure is of its population.
public enum PayStatistic: String, Sendable, CaseIterable {
  case percentile10 = "p10"
  case percentile25 = "p25"
  case median
  case percentile75 = "p75"
  case percentile90 = "p90"
  case mean
  /// From a low to a high end, of which the source says no more.
  case range
  /// What the best paid earn; the source does not say which share they are.
  case top

  /// The percentile, for the five points of a distribution.
  public var percentile: Double? {
    switch self {
    case .percentile10: 10
    case .percentile25: 25
    case .median: 50
    case .percentile75: 75
    case .percentile90: 90
    case .mean, .range, .top: nil
    }
  }
}

/// The time that an amount of pay is for.
public enum PayBasis: String, Sendable, CaseIterable {
  case annual
  case hourly
}

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

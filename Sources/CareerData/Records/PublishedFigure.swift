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
  public var id: String
  public var subject: Subject
  /// `employment`, `employment_share`, `remote_share`, `growth`, `openings`, `unemployment`, `duration`, or a
  /// measure of the dataset's own.
  public var measure: String
  /// The figure's name for a reader: `Openings a year`.
  public var label: String
  public var low: Double?
  public var value: Double?
  public var high: Double?
  public var unit: Unit
  public var statistic: String
  /// Whom the figure is about; may be empty.
  public var population: String
  public var period: String
  public var sourceID: String
  public var isEditorial: Bool
  public var note: String

  /// True for a published comparison of other figures, the measure `premium`: the dataset's check compares it with
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

extension PublishedFigure: DatasetRecord {
  static let rules: [TableRule] = [.rising(["low", "value", "high"]), .oneNumber(["value", "low", "high"])]
  static let maximumRows = DatasetLimits.rows

  init(_ row: inout RowReader) throws(RowReader.UnreadableCell) {
    id = row.id("id")
    subject = try row.subject()
    measure = row.text("measure", .needed)
    label = row.prose("label", .needed)
    low = row.optionalNumber("low")
    value = row.optionalNumber("value")
    high = row.optionalNumber("high")
    unit = try row.choice("unit")
    statistic = row.prose("statistic", .needed)
    population = row.prose("population")
    period = row.period("period")
    sourceID = row.reference("source", to: .sources)
    isEditorial = row.flag("editorial")
    note = row.prose("note")
  }
}

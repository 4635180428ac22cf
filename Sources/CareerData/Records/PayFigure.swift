/// One published pay figure: a row of `pay`.
public struct PayFigure: Sendable, Equatable {
  /// Unique in the dataset.
  public var id: String
  public var subject: Subject
  public var statistic: PayStatistic
  public var basis: PayBasis
  /// US dollars a year or an hour, as ``basis`` says. The low end of a range.
  public var low: Double?
  /// The figure, when it is one number.
  public var value: Double?
  /// The high end of a range.
  public var high: Double?
  /// True when the source adds "and more": ``high`` (or ``low``, when there is no high end) is a floor.
  public var isOpenEnded: Bool
  /// The id of a ``Population``. Figures are compared only within one statistic and one population.
  public var populationID: String
  /// Whom the figure is about within the population; may be empty.
  public var detail: String
  /// The time the figure is about, as the source gives it: `May 2024`.
  public var period: String
  public var sourceID: String
  /// True when the reading is the dataset's own, not the source's.
  public var isEditorial: Bool
  public var note: String

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

/// A year of full-time work as published annual pay counts it: 40 hours in each of 52 weeks, 2,080 in all (BLS, OEWS
/// technical notes).
public enum FullTimeYear {
  public static let weeks = 52.0
  public static let hoursPerWeek = 40.0
  public static let hours = weeks * hoursPerWeek
}

extension PayFigure: DatasetRecord {
  static let rules: [TableRule] = [.rising(["low", "value", "high"]), .oneNumber(["value", "low", "high"])]
  static let maximumRows = DatasetLimits.rows

  init(_ row: inout RowReader) throws(RowReader.UnreadableCell) {
    id = row.id("id")
    subject = try row.subject()
    statistic = try row.choice("statistic")
    basis = try row.choice("basis")
    low = row.optionalNumber("low", in: 0...ColumnDeclaration.pay.upperBound)
    value = row.optionalNumber("value", in: ColumnDeclaration.pay)
    high = row.optionalNumber("high", in: ColumnDeclaration.pay)
    isOpenEnded = row.flag("open_ended")
    populationID = row.reference("population", to: .populations)
    detail = row.prose("detail")
    period = row.period("period")
    sourceID = row.reference("source", to: .sources)
    isEditorial = row.flag("editorial")
    note = row.prose("note")
  }
}

/// Whom pay figures are about: a row of `populations`. Figures of two populations are never ranked
/// together.
public struct Population: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable {
    /// Wages that employers report.
    case paidWages = "paid_wages"
    /// Pay that respondents of a survey state.
    case selfReported = "self_reported"
    /// Pay in job postings.
    case advertised
    /// A range that editors give.
    case editorial
  }

  public var id: String
  /// In words, for a caption: `wage and salary workers`.
  public var label: String
  /// What sort of pay the figures report.
  public var kind: Kind
  /// What a reader must know; may be empty.
  public var caveat: String

  public init(
    id: String, label: String, kind: Kind, caveat: String
  ) {
    self.id = id
    self.label = label
    self.kind = kind
    self.caveat = caveat
  }
}

extension Population: DatasetRecord {
  init(_ row: inout RowReader) throws(RowReader.UnreadableCell) {
    id = row.id("id")
    label = row.prose("label", .needed)
    kind = try row.choice("kind")
    caveat = row.prose("caveat")
  }
}

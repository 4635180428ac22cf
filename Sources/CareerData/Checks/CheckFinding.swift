/// One thing that the check of a dataset found: where it is, what was found, what is expected and what to do.
public struct CheckFinding: Sendable, Equatable {
  public enum Severity: String, Sendable, CaseIterable {
    /// The dataset is wrong: a report from it would be too.
    case error
    /// Something to look at; reports are right all the same.
    case warning
    /// Something that the dataset itself explains.
    case note
  }

  public struct Place: Sendable, Equatable {
    /// The path of the file in the package.
    public let file: String
    /// The line of the file on which the row begins, from 1; nil when the file as a whole is meant.
    public let row: Int?
    public let column: String?

    public init(file: String, row: Int? = nil, column: String? = nil) {
      self.file = file
      self.row = row
      self.column = column
    }
  }

  /// The row of `disagreements` that explains a contradiction.
  public struct Acknowledgement: Sendable, Equatable {
    public let id: String
    public let place: Place
    public let reason: String
  }

  public enum Kind: Sendable, Equatable {
    /// What the reader of datasets finds: the Table Schema, and what Pathbook needs beyond it.
    case schema(DatasetProblem)
    /// Problems of a file beyond ``DatasetErrors/limitPerFile``.
    case furtherProblems(count: Int)
    /// A higher percentile below a lower one.
    case percentileOrder(lower: PayStatistic, lowerAmount: Double, upper: PayStatistic, upperAmount: Double)
    /// Hourly pay for a full year is not the annual pay; US dollars.
    case hourlyAgainstAnnual(PayStatistic, hourly: Double, annual: Double)
    /// An amount that nobody earns; US dollars on the basis.
    case paySize(PayStatistic, PayBasis, amount: Double)
    /// A text that a spreadsheet program has most likely made a date.
    case spreadsheetDate(String)
    /// A share that is not from 0 to 100 percent.
    case shareOutOfRange(Double)
    /// Shares of one whole that add up to more than it.
    case shareSumAbove100(Double, count: Int)
    /// No last day of the period, and not said to be undated.
    case sourceUndated
    /// The source says itself that it is undated.
    case sourceSaysUndated
    /// The last day is of a year that the period does not name.
    case periodAgainstLastDay(period: String, lastDay: CalendarDate)
    /// Figures of a period that ended before ``AgeCheck``'s limit, without a mark.
    case old(lastDay: CalendarDate, limit: CalendarDate, figureCount: Int)
    /// A row that nothing refers to.
    case unused(CareerDataset.Table, id: String)
    /// A NAICS code of a setting that no industry with figures is or holds.
    case industryMissing(naics: String)
    /// A CSV that `datapackage.json` does not list.
    case fileOutsidePackage
    /// Words for readers that have no translation into a language of `translations`.
    case untranslated(String, language: String)
    /// A translation of words that no table has.
    case translationUnused(String)
    /// A published comparison without the figures to calculate it from.
    case claimNotCalculable(percent: Double?)
    /// Published figures that do not agree; acknowledged when a row of `disagreements` explains them.
    case contradiction(Contradiction, Acknowledgement?)
    /// A recalculation over figures of which one is no single number.
    case disagreementNotCalculable
    /// A recalculated value that the figures no longer give.
    case disagreementOutdated(stated: Double, recalculated: Double)
    /// A disagreement between figures that agree.
    case disagreementSettled(recalculated: Double)
    /// A disagreement that no rule finds by itself.
    case disagreementStated(published: Double?, recalculated: Double, unit: String, Acknowledgement)
  }

  public let severity: Severity
  public let place: Place
  public let kind: Kind
  /// The ids of the figures concerned; those of a contradiction begin with the one at ``place``.
  public let figureIDs: [String]

  public init(_ severity: Severity, _ place: Place, _ kind: Kind, figureIDs: [String] = []) {
    self.severity = severity
    self.place = place
    self.kind = kind
    self.figureIDs = figureIDs
  }

  public var acknowledgement: Acknowledgement? {
    switch kind {
    case .contradiction(_, let acknowledgement): acknowledgement
    case .disagreementStated(_, _, _, let acknowledgement): acknowledgement
    default: nil
    }
  }

  /// The name of the rule, for programs; it does not change between versions.
  public var rule: String {
    switch kind {
    case .schema, .furtherProblems: "table_schema"
    case .percentileOrder: "percentile_order"
    case .hourlyAgainstAnnual: "hourly_annual"
    case .paySize: "pay_size"
    case .spreadsheetDate: "spreadsheet"
    case .shareOutOfRange: "share_range"
    case .shareSumAbove100: "share_sum"
    case .sourceUndated, .sourceSaysUndated: "source_date"
    case .periodAgainstLastDay: "source_period"
    case .old: "age"
    case .unused, .industryMissing, .fileOutsidePackage: "orphan"
    case .untranslated, .translationUnused: "translation"
    case .claimNotCalculable: "claim"
    case .contradiction(let contradiction, _): contradiction.rule
    case .disagreementNotCalculable, .disagreementOutdated, .disagreementSettled, .disagreementStated:
      "disagreement"
    }
  }
}

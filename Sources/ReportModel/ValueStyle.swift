/// How values are written in words: what differs between languages and countries. It comes from the template.
///
/// Patterns hold `{n}` where the number goes.
public struct ValueStyle: Sendable, Equatable {
  /// Singular and plural of a counted thing: `{n} year`, `{n} years`.
  public struct Counted: Sendable, Equatable {
    public let one: String
    public let other: String
    public init(one: String, other: String) {
      self.one = one
      self.other = other
    }
  }

  /// The endings of ordinal numbers by the last digits: 1st, 2nd, 3rd, 4th (11th to 13th end as `other`).
  public struct OrdinalEndings: Sendable, Equatable {
    public let one: String
    public let two: String
    public let few: String
    public let other: String
    public init(one: String, two: String, few: String, other: String) {
      self.one = one
      self.two = two
      self.few = few
      self.other = other
    }
  }

  /// The words around a range.
  public struct RangePatterns: Sendable, Equatable {
    /// `{low} to {high}`
    public let closed: String
    /// `{low} to {high} and more`
    public let open: String
    /// `{low} and more`
    public let floor: String
    public init(closed: String, open: String, floor: String) {
      self.closed = closed
      self.open = open
      self.floor = floor
    }
  }

  /// The words for what a voice leaves out or reads wrongly: signs, separators, the brackets of a source.
  public struct Spoken: Sendable, Equatable {
    /// In place of the style's separator; a voice may take a comma for a decimal one.
    public let groupSeparator: String
    /// `{n} less` and `{n} more`, of differences.
    public let less: String
    public let more: String
    /// `minus {n}`, of a number that is no difference.
    public let minus: String
    /// `{low} to {high}`, of years and small numbers in a text.
    public let span: String
    /// `[source {n}]`
    public let source: String

    public init(
      groupSeparator: String, less: String, more: String, minus: String, span: String, source: String
    ) {
      self.groupSeparator = groupSeparator
      self.less = less
      self.more = more
      self.minus = minus
      self.span = span
      self.source = source
    }
  }

  public let decimalSeparator: String
  public let groupSeparator: String
  /// `${n}`
  public let dollars: String
  /// `{n}%`
  public let percent: String
  public let months: Counted
  public let years: Counted
  /// `{n} hours a week`
  public let hoursPerWeek: Counted
  public let ordinal: OrdinalEndings
  /// A pattern for each bound: `at least {n}`.
  public let bounds: [Bound: String]
  public let range: RangePatterns
  /// Holds `{day}`, `{month}` (a name) and `{year}`.
  public let date: String
  /// Twelve names.
  public let monthNames: [String]
  /// Stands where nothing is known.
  public let missing: String
  /// Nil where a text to be heard is as one to be seen.
  public let spoken: Spoken?

  /// - Precondition: twelve month names, and a pattern for each bound.
  public init(
    decimalSeparator: String, groupSeparator: String, dollars: String, percent: String, months: Counted,
    years: Counted, hoursPerWeek: Counted, ordinal: OrdinalEndings, bounds: [Bound: String],
    range: RangePatterns, date: String, monthNames: [String], missing: String,
    spoken: Spoken? = nil
  ) {
    precondition(monthNames.count == 12, "a year has twelve months")
    precondition(Bound.allCases.allSatisfy { bounds[$0] != nil }, "every bound has a pattern")
    self.decimalSeparator = decimalSeparator
    self.groupSeparator = groupSeparator
    self.dollars = dollars
    self.percent = percent
    self.months = months
    self.years = years
    self.hoursPerWeek = hoursPerWeek
    self.ordinal = ordinal
    self.bounds = bounds
    self.range = range
    self.date = date
    self.monthNames = monthNames
    self.missing = missing
    self.spoken = spoken
  }
}

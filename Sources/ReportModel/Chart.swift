import Calculation

/// A chart, as data: a writer draws it in its own way.
public struct Chart: Sendable, Equatable {
  public enum Kind: String, Sendable {
    /// One bar for each point, from zero to `high` (`low` is nil).
    case bars
    /// One floating bar for each point, from `low` to `high`; a dot for a point that has no `low`.
    case ranges
    /// The published percentiles of wages: a band for each group, which is a place, its points from the lowest to the
    /// highest, `high` the wage (`low` is nil). The first group is the one to look at.
    case distribution
    /// A line for each group; its points stand at equal distances, and groups have the same label at the same place.
    /// A point that has a `low` is one of a band up to `high`: the line is that of the low ends.
    case lines
  }

  /// Unique in the report; letters, digits and `-`.
  public var id: String
  public var kind: Kind
  /// The finding, as a sentence.
  public var title: Prose
  /// What a reader who cannot see the chart needs.
  public var alternativeText: Prose
  public var categoryAxis: String
  /// With the unit.
  public var valueAxis: String
  public var unit: Unit
  public var groups: [ChartGroup]
  /// The client's pay, drawn as a line or a marker, or as a bar of its own.
  public var reference: ChartReference?
  public var source: Prose

  public init(
    id: String, kind: Kind, title: Prose, alternativeText: Prose, categoryAxis: String, valueAxis: String,
    unit: Unit, groups: [ChartGroup], reference: ChartReference?, source: Prose
  ) {
    self.id = id
    self.kind = kind
    self.title = title
    self.alternativeText = alternativeText
    self.categoryAxis = categoryAxis
    self.valueAxis = valueAxis
    self.unit = unit
    self.groups = groups
    self.reference = reference
    self.source = source
  }
}

/// Points of one statistic and one population, sorted as they are to be drawn.
public struct ChartGroup: Sendable, Equatable {
  public var title: String
  public var points: [ChartPoint]
  /// Of a band: the words for its middle half, `the middle half`; empty to leave them out.
  public var middleWords: String
  /// Of a line: whether it is the client's own way or the one aimed at.
  public var emphasis: Emphasis
  /// Of a line: how many places after the first label it starts.
  public var start: Int
  /// Of a line: what its band is; of one without points, why nothing is drawn, `not known`.
  public var note: String

  public init(
    title: String, points: [ChartPoint], middleWords: String = "", emphasis: Emphasis = .none, start: Int = 0,
    note: String = ""
  ) {
    self.title = title
    self.points = points
    self.middleWords = middleWords
    self.emphasis = emphasis
    self.start = start
    self.note = note
  }
}

public struct ChartPoint: Sendable, Equatable {
  public var id: String
  public var label: String
  /// Nil for a bar from zero, for a single amount among ranges, and for a point of a line that is in no band.
  public var low: Quantity?
  /// For a range that is published without an upper end the same as `low`.
  public var high: Quantity
  /// True where the source says "or more" of `high`.
  public var isOpen: Bool
  /// The statistic in words, where it is another than the group's: `median`.
  public var statistic: String
  /// Of a band: 10 for the wage below which a tenth is paid.
  public var percentile: Double?
  /// Of a band: what stands at the point, line by line; none for nothing.
  public var words: [Prose]
  public var emphasis: Emphasis

  public init(
    id: String, label: String, low: Quantity? = nil, high: Quantity, isOpen: Bool = false,
    statistic: String = "", percentile: Double? = nil, words: [Prose] = [], emphasis: Emphasis = .none
  ) {
    self.id = id
    self.label = label
    self.low = low
    self.high = high
    self.isOpen = isOpen
    self.statistic = statistic
    self.percentile = percentile
    self.words = words
    self.emphasis = emphasis
  }

  /// The point as a value: a range when it has a low end.
  public var value: Value {
    guard let low else { return isOpen ? .bounded(.orMore, high) : .quantity(high) }
    return .range(low: low, high: isOpen && low.amount == high.amount ? nil : high, isOpen: isOpen)
  }
}

public struct ChartReference: Sendable, Equatable {
  public var label: String
  /// At a marker: `you`.
  public var shortLabel: String
  public var quantity: Quantity
  /// The name under which the what-if has the same number; nil for none.
  public var name: String?

  /// - Parameter shortLabel: nil for the label.
  public init(label: String, shortLabel: String? = nil, quantity: Quantity, name: String? = nil) {
    self.label = label
    self.shortLabel = shortLabel ?? label
    self.quantity = quantity
    self.name = name
  }
}

extension Report {
  /// Every chart of the sections, and that of the projection at the end.
  ///
  /// - Throws: ``FormulaError`` when the formulas of the what-if are wrong.
  public func charts() throws(FormulaError) -> [Chart] {
    var charts: [Chart] = []
    for section in sections {
      for case .chart(let chart) in section.blocks { charts.append(chart) }
    }
    if let earnings = try whatIf?.earningsChart() { charts.append(earnings) }
    return charts
  }
}

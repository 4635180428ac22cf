import Calculation

/// A chart, as data: a writer draws it in its own way.
public struct Chart: Sendable, Equatable {
  public enum Kind: String, Sendable {
    /// One bar for each point, from zero to `high` (`low` is nil).
    case bars
    /// One floating bar for each point, from `low` to `high`.
    case ranges
    /// The published percentiles of wages: a group for each place, its points from the lowest to the highest, `high`
    /// the wage (`low` is nil).
    case distribution
    /// A line for each group; its points stand at equal distances, and have the same labels in every group.
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
  /// The client's pay, drawn as a line or as a bar of its own.
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

  public init(title: String, points: [ChartPoint]) {
    self.title = title
    self.points = points
  }
}

public struct ChartPoint: Sendable, Equatable {
  public var id: String
  public var label: String
  /// The label where the group's title stands beside it.
  public var shortLabel: String
  /// Nil for a bar from zero.
  public var low: Quantity?
  public var high: Quantity
  public var emphasis: Emphasis

  public init(
    id: String, label: String, shortLabel: String? = nil, low: Quantity? = nil, high: Quantity,
    emphasis: Emphasis = .none
  ) {
    self.id = id
    self.label = label
    self.shortLabel = shortLabel ?? label
    self.low = low
    self.high = high
    self.emphasis = emphasis
  }
}

public struct ChartReference: Sendable, Equatable {
  public var label: String
  public var quantity: Quantity
  /// The name under which the what-if has the same number; nil for none.
  public var name: String?

  public init(label: String, quantity: Quantity, name: String? = nil) {
    self.label = label
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

extension WhatIf {
  /// The projection from the profile's numbers: a line for each path that can be calculated, up to the horizon.
  ///
  /// - Returns: nil without a path or a horizon.
  /// - Throws: ``FormulaError`` when a formula is wrong.
  public func earningsChart() throws(FormulaError) -> Chart? {
    guard let projection else { return nil }
    let values = try values()
    guard let horizon = values.named[projection.horizon]?.number, horizon >= 1 else { return nil }
    let provenance = Provenance.counted([])
    let groups = zip(projection.paths, values.projected).compactMap { path, amounts -> ChartGroup? in
      let known = amounts.prefix(Int(horizon) + 1).compactMap(\.number)
      guard known.count == Int(horizon) + 1 else { return nil }
      return ChartGroup(
        title: path.label,
        points: known.enumerated().map { year, amount in
          ChartPoint(id: "\(path.id)-\(year)", label: "\(year)", high: Quantity(amount, .dollars, provenance))
        })
    }
    guard !groups.isEmpty else { return nil }
    let ends = groups.compactMap { group -> Prose? in
      group.points.last.map { Prose([.text("\(group.title): "), .value(.quantity($0.high))]) }
    }
    return Chart(
      id: "earnings", kind: .lines, title: Prose(projection.chartTitle),
      alternativeText: Prose.joined([Prose(projection.chartTitle)] + ends, separator: "; "),
      categoryAxis: projection.yearHeader,
      valueAxis: projection.amountAxis, unit: .dollars, groups: groups, reference: nil,
      source: projection.source)
  }
}

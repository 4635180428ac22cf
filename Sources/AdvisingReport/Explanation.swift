import Calculation
import CareerData
import ReportModel

/// How a calculated figure of a report was made, with the client's numbers in it and the published figures behind them.
public struct Explanation: Sendable, Equatable {
  /// What of the figure is calculated.
  public enum Part: String, Sendable {
    case figure
    /// How far it lies from what it is compared with, in US dollars a year.
    case difference
    /// The same in percent.
    case differencePercent = "difference_percent"
  }

  /// A calculation, after those that its operands came from.
  public struct Step: Sendable, Equatable {
    /// Nil for what only goes into another step.
    public var part: Part?
    public var calculation: AppliedRule
    public var unit: Unit
  }

  /// A published figure that a calculation uses.
  public struct Published: Sendable, Equatable {
    public var amount: Amount
    public var unit: Unit
    public var citation: Citation
    /// What the figure is of: `state: California`; empty when the dataset does not say.
    public var subject: String
    /// The title of the area that the figure is of; empty for a figure of anything else.
    public var place: String
  }

  /// `section/item_id/measure`, with `/statistic` where two figures would be alike: `position/state:CA/pay`.
  public var id: String
  public var item: String
  public var measure: String
  public var unit: Unit
  /// The figure itself.
  public var amount: Amount
  /// In the order in which they are done. Empty for a figure that stands as it was published or stated.
  public var steps: [Step]
  /// Each once, in the order of first use.
  public var published: [Published]

  /// Explanations of every figure of a report, in its order.
  ///
  /// - Parameters:
  ///   - report: made from `dataset`.
  ///   - calculatedOnly: false for the figures too that stand as they were published or stated.
  public static func all(
    of report: Report, from dataset: CareerDataset, calculatedOnly: Bool = true
  ) -> [Explanation] {
    all(of: report.figures, from: dataset, calculatedOnly: calculatedOnly)
  }

  static func all(
    of groups: [FigureGroup], from dataset: CareerDataset, calculatedOnly: Bool = true
  ) -> [Explanation] {
    let subjects = Dictionary(
      dataset.records.pay.map { ($0.id, $0.subject) } + dataset.records.figures.map { ($0.id, $0.subject) }
    ) { first, _ in first }
    let areas = Dictionary(dataset.records.areas.map { ($0.id, $0.title) }) { first, _ in first }
    let ids = FigureIDs(groups)
    return groups.flatMap { group in
      group.figures.compactMap { figure in
        let explanation = Explanation(figure, id: ids.id(of: figure, in: group)) { figureID in
          guard let subject = subjects[figureID] else { return ("", "") }
          return (dataset.title(of: subject), subject.kind == .area ? areas[subject.id] ?? "" : "")
        }
        return explanation.steps.isEmpty && calculatedOnly ? nil : explanation
      }
    }
  }

  /// What a figure of the dataset is of, by its id.
  private typealias Naming = (String) -> (subject: String, place: String)

  private init(_ figure: Figure, id: String, subject: Naming) {
    self.id = id
    item = figure.item
    measure = figure.measure
    unit = figure.unit
    amount = figure.value.map(Amount.exactly) ?? Amount(low: figure.low, high: figure.high)
    steps = []
    published = []
    if case .calculated(let calculation) = figure.provenance {
      add(calculation, figure.unit, .figure, subject)
    }
    if let comparison = figure.comparison {
      add(comparison.difference, .dollarsPerYear, .difference, subject)
      add(comparison.percent, .percent, .differencePercent, subject)
    }
  }

  private mutating func add(
    _ calculation: AppliedRule, _ unit: Unit, _ part: Part?, _ subject: Naming
  ) {
    for operand in calculation.operands {
      switch operand.origin {
      case .stated: break
      case .calculated(let inner): add(inner, operand.unit, nil, subject)
      case .published(let citation):
        let names = subject(citation.figureID)
        let figure = Published(
          amount: operand.amount, unit: operand.unit, citation: citation, subject: names.subject,
          place: names.place)
        if !published.contains(figure) { published.append(figure) }
      }
    }
    let step = Step(part: part, calculation: calculation, unit: unit)
    if !steps.contains(where: { $0.calculation == calculation && ($0.part == part || part == nil) }) {
      steps.append(step)
    }
  }
}

/// The ids of the figures of a report.
struct FigureIDs {
  private var count: [String: Int] = [:]

  init(_ groups: [FigureGroup]) {
    for group in groups {
      for figure in group.figures { count[Self.short(figure, group), default: 0] += 1 }
    }
  }

  func id(of figure: Figure, in group: FigureGroup) -> String {
    let short = Self.short(figure, group)
    return count[short, default: 1] > 1 && !figure.statistic.isEmpty ? "\(short)/\(figure.statistic)" : short
  }

  private static func short(_ figure: Figure, _ group: FigureGroup) -> String {
    "\(group.sectionID)/\(figure.itemID)/\(figure.measure)"
  }
}

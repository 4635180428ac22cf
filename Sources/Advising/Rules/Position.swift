import Calculation
import CareerData

/// Where the client stands against the published wages of an area.
public struct Position: Sendable, Equatable {
  public let area: Area
  /// The area's leading figure: its median, or its mean where no median is published as an amount; a figure that
  /// is published only as "this or more" where nothing else is.
  public let benchmark: PayFigure?
  /// US dollars a year; hourly pay x 2,080. Nil for a benchmark that is "this or more".
  public let benchmarkAnnual: Double?
  /// The client's full-time pay less the benchmark, over the benchmark.
  public let difference: Difference?
  public let distribution: WageDistribution?
  /// Nil without pay, without a distribution, when the client does not work in the field, or when what is
  /// published does not tell.
  public let placement: WageDistribution.Placement?
  public let mean: PayFigure?
  /// The area's median over the national median: a level of pay, not of the cost of living. It is shown and
  /// never multiplied into a figure. Nil for the nation, or where a median is missing.
  public let payLevel: Double?

  /// True when nothing is published of the area's wages.
  public var isEmpty: Bool { benchmark == nil && distribution == nil }

  init(
    area: Area, dataset: CareerDataset, pay: FullTimePay?, status: FieldStatus, nationalMedian: Double?,
    nationalEdition: SurveyEdition? = nil
  ) {
    let figures = dataset.pay(of: Subject(.area, area.id))
    let leading = PayComparer(clientAnnual: nil, nationalMedian: nil).pay(figures)
    let annual = leading.flatMap { $0.isFloor ? nil : $0.annual }
    self.area = area
    benchmark = leading?.figure
    benchmarkAnnual = annual
    difference = pay.flatMap { pay in annual.flatMap { Difference(of: pay.annual, from: $0) } }
    let distribution = WageDistribution(figures)
    self.distribution = distribution
    placement = status == .inField ? pay.flatMap { distribution?.placement(of: $0) } : nil
    let basis = distribution?.basis ?? leading?.figure.basis
    mean = figures.first { $0.statistic == .mean && $0.basis == basis && ($0.value ?? $0.floor) != nil }
    payLevel =
      area.kind == .nation || leading?.figure.statistic != .median
        || leading.map { nationalEdition?.isLeft(by: $0.figure) == true } == true
      ? nil : annual.flatMap { annual in nationalMedian.map { Rule.payLevel.number(annual, $0) } }
  }
}

/// Whether wages have probably risen since the figures were collected. Figures are never aged in silence.
public struct Staleness: Sendable, Equatable {
  /// Figures older than this many months at the date of the report are said to be so.
  public static let months = 12

  /// The source of the occupation's national pay.
  public let source: Source
  /// True when the report's date is more than ``months`` after the last day of the figures' period.
  public let isStale: Bool

  /// Nil when the source does not date its figures.
  init?(_ source: Source, reportDate: CalendarDate) {
    guard let lastDay = source.lastDay else { return nil }
    self.source = source
    let months = (reportDate.year - lastDay.year) * 12 + reportDate.month - lastDay.month
    isStale = months > Self.months || (months == Self.months && reportDate.day > lastDay.day)
  }
}

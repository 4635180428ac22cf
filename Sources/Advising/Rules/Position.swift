import CareerData

/// Where the client stands against the published wages of an area.
public struct Position: Sendable, Equatable {
  public let area: Area
  /// The area's leading figure: its median, or its mean where no median is published.
  public let benchmark: PayFigure?
  /// US dollars a year; hourly pay x 2,080.
  public let benchmarkAnnual: Double?
  /// The client's full-time pay less the benchmark, over the benchmark.
  public let difference: Difference?
  public let distribution: WageDistribution?
  /// Nil without pay, without a distribution, or when the client does not work in the field.
  public let placement: WageDistribution.Placement?
  public let mean: PayFigure?
  /// The area's median over the national median: a level of pay, not of the cost of living. It is shown and
  /// never multiplied into a figure. Nil for the nation, or where a median is missing.
  public let payLevel: Double?

  init(
    area: Area, dataset: CareerDataset, pay: FullTimePay?, status: FieldStatus, nationalMedian: Double?
  ) {
    let figures = dataset.pay(of: Subject(.area, area.id))
    let leading = PayComparer(clientAnnual: nil, nationalMedian: nil).pay(figures)
    self.area = area
    benchmark = leading?.figure
    benchmarkAnnual = leading?.annual
    difference = pay.flatMap { pay in leading.map { Difference(of: pay.annual, from: $0.annual) } }
    let distribution = WageDistribution(figures)
    self.distribution = distribution
    placement = status == .inField ? pay.flatMap { distribution?.placement(of: $0) } : nil
    mean = figures.first { $0.statistic == .mean && $0.basis == distribution?.basis }
    payLevel =
      area.kind == .nation || leading?.figure.statistic != .median
      ? nil : leading.flatMap { leading in nationalMedian.map { leading.annual / $0 } }
  }
}

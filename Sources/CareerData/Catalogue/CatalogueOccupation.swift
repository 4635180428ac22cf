/// What the catalogue has about an occupation. Every figure is one of a dataset: with its unit, population, time and source.
public struct CatalogueOccupation: Sendable, Equatable {
  /// `29-2052`; of some a group: `31-1120`.
  public var socCode: String
  /// The title of OEWS.
  public var title: String
  /// The pay of wage and salary workers in the nation, annual then hourly: percentiles, then the mean. What is not
  /// published is missing; amounts of which BLS says no more than "at or above" are open-ended.
  public var pay: [PayFigure]
  /// Jobs of wage and salary workers; nil where it is not published.
  public var employment: PublishedFigure?
  /// Of the projections, by ``OutlookMeasure``; none where they do not have the occupation.
  public var outlook: [PublishedFigure]
  /// Nil where the projections say nothing.
  public var entry: EntryRequirement?
  /// The code in the projections, when it is another one: what they say is about that group alone.
  public var projectionCode: String?

  /// The published figure; nil where there is none.
  public func pay(_ statistic: PayStatistic, _ basis: PayBasis) -> PayFigure? {
    pay.first { $0.statistic == statistic && $0.basis == basis }
  }

  /// The published figure; nil where there is none.
  public func outlook(_ measure: OutlookMeasure) -> PublishedFigure? {
    outlook.first { $0.measure == measure.rawValue }
  }

  /// BLS publishes it by the year alone, as of teachers.
  public var isAnnualOnly: Bool { !pay.contains { $0.basis == .hourly } && !pay.isEmpty }

  /// BLS publishes it by the hour alone, as of actors: no annual pay may be made of it.
  public var isHourlyOnly: Bool { !pay.contains { $0.basis == .annual } && !pay.isEmpty }
}

/// What the Employment Projections say of an occupation; the raw value is the measure of its figure.
public enum OutlookMeasure: String, Sendable, CaseIterable {
  /// Jobs in the first year.
  case employment
  /// Jobs in the last year.
  case projectedEmployment = "projected_employment"
  /// Percent over all years.
  case growth
  /// A year, on average: growth and replacement.
  case openings
  /// People a year who leave the labor force.
  case laborForceExits = "labor_force_exits"
  /// People a year who change to another occupation.
  case occupationalTransfers = "occupational_transfers"
  /// People a year who leave the occupation, for either reason.
  case separations
  /// Percent of jobs in the first year.
  case selfEmployed = "self_employed_share"
}

/// Pay and employment of an occupation in a state.
public struct CatalogueStatePay: Sendable, Equatable {
  /// `CA`.
  public var stateCode: String
  /// Annual; see ``CatalogueOccupation/pay``.
  public var pay: [PayFigure]
  /// Nil where it is not published.
  public var employment: PublishedFigure?
  /// The occupation's share of jobs in the state against its share in the nation: above 1 it is more common there. Nil
  /// where it is not published.
  public var locationQuotient: Double?

  /// The published figure; nil where there is none.
  public func pay(_ statistic: PayStatistic) -> PayFigure? { pay.first { $0.statistic == statistic } }
}

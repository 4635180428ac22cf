import Calculation
import CareerData

/// One occupation of a comparison, for one client.
public struct ComparedOccupation: Sendable, Equatable {
  /// What the other rules say of the client and this occupation.
  public let advice: Advice
  /// Nil where nothing is published.
  public let entry: EntryRequirement?
  /// The client works in it.
  public let isPresent: Bool
  /// The wages of the comparison's place, on its basis.
  public let wages: ComparedWages
  /// Years of study that entry asks for and the client lacks; zero in the present occupation, missing where it is not
  /// known.
  public let study: Amount
  /// Years of training on the job; zero in the present occupation.
  public let training: Amount
  /// What the client would have earned at the end of the horizon, from least to most; nil where it cannot be said.
  public let earnings: ComparedEarnings?

  public var dataset: CareerDataset { advice.dataset }
  public var occupation: Occupation { advice.dataset.occupation }

  /// What half earn more than; the mean where no median is published.
  public var middlePay: ComparedWage? { wages.middle }

  /// How far the middle pay goes in a place, where wages and prices are published of it.
  public func buyingPower(in area: Area) -> BuyingPower? {
    guard advice.onlyWageBasis != .hourly else { return nil }
    return BuyingPower(advice.position(in: area), in: dataset)
  }

  init(
    _ dataset: CareerDataset, isPresent: Bool, profile: ClientProfile, pay: FullTimePay?,
    area: Area, basis: PayBasis, reportDate: CalendarDate
  ) {
    advice = Advice(
      profile: profile.comparable(isInField: isPresent, with: dataset), dataset: dataset,
      reportDate: reportDate)
    entry = dataset.records.entryRequirements.first { $0.occupationID == dataset.occupation.socCode }
    self.isPresent = isPresent
    wages = ComparedWages(dataset.pay(of: Subject(.area, area.id)), basis: basis)
    study =
      isPresent
      ? .exactly(0)
      : entry?.education.map { StudyYears.missing(from: profile.education, to: $0) } ?? .missing
    training = isPresent ? .exactly(0) : entry?.training?.years ?? .missing
    earnings =
      basis == .hourly
      ? nil
      : ComparedEarnings(
        wages, study: study, training: training, pay: pay, isPresent: isPresent, years: profile.horizonYears)
  }

  /// Years until the client can work in the occupation as those do who are trained.
  public var yearsUntil: Amount { study + training }
}

/// The wages of a place that are compared, on one basis.
public struct ComparedWages: Sendable, Equatable {
  /// Nil where no percentile is published.
  public let distribution: WageDistribution?
  /// What half earn more than; the mean where no median is published.
  public let middle: ComparedWage?
  /// What a tenth earn less than.
  public let low: ComparedWage?

  /// - Parameter figures: of one place.
  public init(_ figures: [PayFigure], basis: PayBasis) {
    let ofBasis = figures.filter { $0.basis == basis }
    func wage(_ statistic: PayStatistic) -> ComparedWage? {
      ofBasis.lazy.filter { $0.statistic == statistic }.compactMap(ComparedWage.init).first
    }
    distribution = WageDistribution(ofBasis)
    middle = wage(.median) ?? wage(.mean)
    low = wage(.percentile10)
  }
}

/// A published wage, on its own basis.
public struct ComparedWage: Sendable, Equatable {
  public let figure: PayFigure
  /// At least this, for what is published as "this or more".
  public let amount: Amount
  /// The amount, or the least that it can be.
  public let leastAmount: Double

  init?(_ figure: PayFigure) {
    guard let least = figure.value ?? figure.floor else { return nil }
    self.figure = figure
    leastAmount = least
    amount = figure.value.map(Amount.exactly) ?? .atLeast(least)
  }
}

/// What a client would have earned at the end of the horizon (rule 17): until the study is done she goes on as now, then she
/// is paid what beginners are. No raise is assumed, and no cost of the study is taken off.
public struct ComparedEarnings: Sendable, Equatable {
  /// What goes into one end.
  public struct Path: Sendable, Equatable {
    /// What a tenth earn less than, or the middle where no tenth is published; nil in the present occupation.
    public let beginning: PayFigure?
    /// The pay after the training; nil for the client's own.
    public let trained: PayFigure?
    /// Years until the study is done.
    public let study: Double
    /// Years until the training on the job is done too.
    public let untilTrained: Double
  }

  /// The longest study, and beginner's pay from then on.
  public let low: Path
  /// The shortest study and training, and what half earn more than from then on.
  public let high: Path
  public let years: Int

  /// Nil where wages, the years of study or the pay until then are not known.
  init?(
    _ wages: ComparedWages, study: Amount, training: Amount, pay: FullTimePay?, isPresent: Bool, years: Int
  ) {
    self.years = years
    if isPresent {
      guard pay != nil else { return nil }
      low = Path(beginning: nil, trained: nil, study: 0, untilTrained: 0)
      high = low
      return
    }
    guard let shortest = study.low, let longest = study.high, longest == 0 || pay != nil,
      let middle = wages.middle, middle.figure.value != nil
    else { return nil }
    let beginning = wages.low.flatMap { $0.figure.value == nil ? nil : $0.figure } ?? middle.figure
    low = Path(beginning: beginning, trained: beginning, study: longest, untilTrained: longest)
    high = Path(
      beginning: beginning, trained: middle.figure, study: shortest,
      untilTrained: shortest + (training.low ?? 0))
  }
}

extension ClientProfile {
  /// What holds in every occupation: where she lives, what she is paid, what she learned. Credentials, rungs and the like are
  /// a dataset's own.
  fileprivate func comparable(isInField: Bool, with dataset: CareerDataset) -> ClientProfile {
    var profile = ClientProfile(id: id)
    profile.name = name
    profile.advisor = advisor
    profile.reportDate = reportDate
    profile.stateCode = dataset.records.states.contains { $0.code == stateCode } ? stateCode : nil
    profile.pay = pay
    profile.hoursPerWeek = hoursPerWeek
    profile.isInField = isInField
    profile.education = education
    profile.horizonYears = horizonYears
    return profile
  }
}

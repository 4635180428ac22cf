import Calculation
import CareerData

/// Two to five occupations beside each other, for one client: what each pays where she lives, what entry asks for beside
/// what she has, and what she would have earned after some years (rules 14 to 17).
///
/// ```swift
/// let comparison = OccupationComparison(of: datasets, profile: profile, presentSOC: "31-9092", reportDate: date)
/// ```
public struct OccupationComparison: Sendable, Equatable {
  /// More do not fit on one page, and nobody compares more in a session.
  public static let mostOccupations = 5
  /// The places in which a report says how far pay goes.
  public static let mostPlaces = 3

  public let profile: ClientProfile
  public let reportDate: CalendarDate
  /// Nil without stated pay.
  public let pay: FullTimePay?
  /// The place whose wages are compared: the client's state where there are wages of all in it, else the nation.
  public let area: Area
  /// True when the client's state is known, and the nation is compared because wages of the state are missing.
  public let isStateMissing: Bool
  /// What the wages are for: the hour only where one of the occupations has no wages of a year.
  public let basis: PayBasis
  /// In the order in which they were named, the present one first.
  public let occupations: [ComparedOccupation]

  /// - Parameters:
  ///   - datasets: one for each occupation, at least one; wages of one edition.
  ///   - presentSOC: the client's present occupation; nil for none, or one that is not compared.
  public init(
    of datasets: [CareerDataset], profile: ClientProfile, presentSOC: String?, reportDate: CalendarDate
  ) {
    let pay = profile.pay.map { FullTimePay($0, hoursPerWeek: profile.hoursPerWeek) }
    let ordered =
      datasets.filter { $0.occupation.socCode == presentSOC }
      + datasets.filter { $0.occupation.socCode != presentSOC }
    let ground = ComparedGround(ordered, stateCode: profile.stateCode)
    self.profile = profile
    self.reportDate = reportDate
    self.pay = pay
    area = ground.area
    basis = ground.basis
    isStateMissing = profile.stateCode != nil && ground.area.kind == .nation
    occupations = ordered.map { dataset in
      ComparedOccupation(
        dataset, isPresent: dataset.occupation.socCode == presentSOC, profile: profile, pay: pay,
        area: ground.area, basis: ground.basis, reportDate: reportDate)
    }
  }

  /// The client's present occupation; nil where it is not compared.
  public var present: ComparedOccupation? { occupations.first(where: \.isPresent) }

  /// The others, by what half earn, the best paid first; without those whose wages are not known.
  public var alternatives: [ComparedOccupation] {
    occupations.filter { !$0.isPresent && $0.middlePay != nil }.sortedStably {
      ($0.middlePay?.leastAmount ?? 0) > ($1.middlePay?.leastAmount ?? 0)
    }
  }
}

/// The place and the time that all wages of a comparison are of (rule 15).
///
/// The nearest place in which every occupation has wages on one basis; of the two bases the year. Wages by the hour are
/// never multiplied into a year for it. Where there is no such place, the nation, and the basis that most have there.
struct ComparedGround {
  let area: Area
  let basis: PayBasis

  init(_ datasets: [CareerDataset], stateCode: String?) {
    let nation = datasets.lazy.compactMap { $0.records.areas.first { $0.kind == .nation } }.first
    let state = datasets.lazy.compactMap { $0.records.states.first { $0.code == stateCode } }.first
    let places = [state, nation].compactMap(\.self)
    func number(with basis: PayBasis, in area: Area) -> Int {
      datasets.count { dataset in
        dataset.pay(of: Subject(.area, area.id)).contains { $0.isWage(on: basis) }
      }
    }
    for area in places {
      for basis in [PayBasis.annual, .hourly] where number(with: basis, in: area) == datasets.count {
        (self.area, self.basis) = (area, basis)
        return
      }
    }
    area = nation ?? Area.unitedStates
    basis = number(with: .hourly, in: area) > number(with: .annual, in: area) ? .hourly : .annual
  }
}

extension Area {
  /// For occupations of which no wages are published.
  fileprivate static let unitedStates = Area(
    id: "national", kind: .nation, code: "", fips: "", title: "United States")
}

extension PayFigure {
  /// Whether the figure is a wage on the basis: a percentile, or the mean where it stands alone.
  fileprivate func isWage(on basis: PayBasis) -> Bool {
    self.basis == basis && (value ?? floor) != nil && (statistic.percentile != nil || statistic == .mean)
  }
}

import CareerData

/// The rungs of the career ladder, where the client stands, and what the next rung asks for.
public struct CareerLadder: Sendable, Equatable {
  /// How the present rung is known.
  public enum Standing: Sendable, Equatable {
    case stated(Rung)
    /// The highest rung whose credentials and years are met and whose low end is not above full-time pay.
    case inferred(Rung)
    /// Works in the field, but meets no rung.
    case none
    /// Credentials, years or pay are missing, so that no rung can be inferred.
    case unknown
    /// Does not work in the field, or nobody knows.
    case notInField

    public var rung: Rung? {
      switch self {
      case .stated(let rung), .inferred(let rung): rung
      case .none, .unknown, .notInField: nil
      }
    }
  }

  /// What the next rung asks for that the client does not have.
  public struct NextRung: Sendable, Equatable {
    public let rung: Rung
    public let yearsAsked: Double
    /// Years of experience still missing; nil when the client's years, or the rung's, are unknown.
    public let yearsMissing: Double?
    public let credentials: CredentialNeed

    /// True when nothing that is published is missing for it.
    public var isReached: Bool {
      guard yearsMissing == 0 else { return false }
      switch credentials {
      case .nothingRequired, .met: return true
      case .becomes, .anyOf, .unknown: return false
      }
    }
  }

  public enum CredentialNeed: Sendable, Equatable {
    /// The rung requires none.
    case nothingRequired
    case met(by: Credential)
    /// What the client holds becomes what is required, by experience.
    case becomes(from: Credential, to: Credential)
    /// Any one of these.
    case anyOf([Credential])
    /// The client's credentials are unknown; any one of these is required.
    case unknown([Credential])
  }

  /// A rung with its pay beside the client's.
  public struct RungComparison: Sendable, Equatable {
    public let rung: Rung
    public let comparison: ItemComparison
    /// Any one is enough.
    public let required: [Credential]
    public let typical: [Credential]
  }

  /// Lowest first.
  public let rungs: [RungComparison]
  public let standing: Standing
  /// Nil on the highest rung, or when the present rung is unknown.
  public let next: NextRung?

  init(
    _ dataset: CareerDataset, profile: ClientProfile, status: FieldStatus, pay: FullTimePay?,
    held: HeldCredentials?, comparer: PayComparer
  ) {
    let requirements = RungRequirements(dataset: dataset)
    let sorted = dataset.records.rungs.sortedStably { $0.order < $1.order }
    let standing = Self.standing(
      sorted, requirements, profile: profile, status: status, pay: pay, held: held)
    let nextRung = Self.next(after: standing, in: sorted)
    rungs = sorted.map { rung in
      let figures = dataset.pay(of: Subject(.rung, rung.id))
      return RungComparison(
        rung: rung,
        comparison: ItemComparison(
          id: rung.id, title: rung.title,
          mark: ItemMark(rung.id, present: standing.rung?.id, target: nextRung?.id),
          pay: comparer.pay(figures), otherPay: comparer.otherPay(figures), top: comparer.top(figures),
          ranges: comparer.ranges(figures)),
        required: requirements.credentials(of: rung, .required),
        typical: requirements.credentials(of: rung, .typical))
    }
    self.standing = standing
    next = nextRung.map { rung in
      NextRung(
        rung: rung, yearsAsked: requirements.yearsAsked(for: rung),
        yearsMissing: requirements.yearsMissing(for: rung, years: profile.yearsOfExperience),
        credentials: requirements.need(of: rung, held: held))
    }
  }

  private static func standing(
    _ rungs: [Rung], _ requirements: RungRequirements, profile: ClientProfile, status: FieldStatus,
    pay: FullTimePay?, held: HeldCredentials?
  ) -> Standing {
    guard status == .inField else { return .notInField }
    if let stated = rungs.first(where: { $0.id == profile.rungID }) { return .stated(stated) }
    guard let years = profile.yearsOfExperience, let held, let pay else { return .unknown }
    let reached = rungs.last { rung in
      requirements.areCredentialsMet(rung, held: held)
        && (requirements.yearsMissing(for: rung, years: years) ?? 0) == 0
        && (requirements.lowEnd(of: rung) ?? 0) <= pay.annual
    }
    return reached.map(Standing.inferred) ?? .none
  }

  /// The rung above the present one; the lowest for a client in the field who meets none.
  private static func next(after standing: Standing, in rungs: [Rung]) -> Rung? {
    switch standing {
    case .stated(let rung), .inferred(let rung):
      rungs.firstIndex(of: rung).flatMap { $0 + 1 < rungs.count ? rungs[$0 + 1] : nil }
    case .none: rungs.first
    case .unknown, .notInField: nil
    }
  }
}

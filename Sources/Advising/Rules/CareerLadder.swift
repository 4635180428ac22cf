import CareerData

/// The rungs of the career ladder, where the client stands, and what the next rung asks for.
///
/// Rule 1: a rung is inferred from credentials and years alone. Pay says nothing of it: who is paid below what the rung
/// usually pays holds the rung all the same, and hears so first (``RungPay``).
public struct CareerLadder: Sendable, Equatable {
  /// How the present rung is known.
  public enum Standing: Sendable, Equatable {
    case stated(Rung)
    /// The highest rung whose credentials and years are met, and that is no job which must be stated.
    case inferred(Rung)
    /// Works in the field and holds nothing that a rung asks for.
    case none
    /// Credentials or years are missing, or do not tell, so that no rung can be inferred.
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

  /// Full-time pay outside the range that the rung usually pays.
  public struct RungPay: Sendable, Equatable {
    public enum Side: Sendable { case below, above }

    public let rung: Rung
    public let range: ComparedRange
    public let side: Side
  }

  /// A rung with its pay beside the client's.
  public struct RungComparison: Sendable, Equatable {
    public let rung: Rung
    public let comparison: ItemComparison
    /// Any one is enough.
    public let required: [Credential]
    public let typical: [Credential]
    /// Years of experience; 0 where neither the rung nor those below it name any.
    public let yearsAsked: Double
  }

  /// Lowest first.
  public let rungs: [RungComparison]
  public let standing: Standing
  /// Nil on the highest rung, or when the present rung is unknown.
  public let next: NextRung?
  /// The rung above the next one.
  public let afterNext: NextRung?
  /// Nil within the range, and where there is no rung, pay or range.
  public let rungPay: RungPay?

  init(
    _ dataset: CareerDataset, profile: ClientProfile, status: FieldStatus, pay: FullTimePay?,
    held: HeldCredentials?, comparer: PayComparer
  ) {
    let requirements = RungRequirements(dataset: dataset)
    let sorted = dataset.records.rungs.sortedStably { $0.order < $1.order }
    let standing = Self.standing(sorted, requirements, profile: profile, status: status, held: held)
    let ahead = Self.ahead(of: standing, in: sorted, requirements, held: held)
    func asks(_ rung: Rung) -> NextRung {
      NextRung(rung, requirements, years: profile.yearsOfExperience, held: held)
    }
    let compared = sorted.map { rung in
      let figures = dataset.pay(of: Subject(.rung, rung.id))
      return RungComparison(
        rung: rung,
        comparison: ItemComparison(
          id: rung.id, title: rung.title,
          mark: ItemMark(rung.id, present: standing.rung?.id, target: ahead.first?.id),
          pay: comparer.pay(figures), otherPay: comparer.otherPay(figures), top: comparer.top(figures),
          ranges: comparer.ranges(figures)),
        required: requirements.credentials(of: rung, .required),
        typical: requirements.credentials(of: rung, .typical),
        yearsAsked: requirements.yearsAsked(for: rung))
    }
    rungs = compared
    self.standing = standing
    next = ahead.first.map(asks)
    afterNext = ahead.dropFirst().first.map(asks)
    rungPay = standing.rung.flatMap { rung in
      pay.flatMap { pay in
        compared.first { $0.rung == rung }?.comparison.ranges.first.flatMap {
          RungPay(rung, $0, fullTimePay: pay.annual)
        }
      }
    }
  }

  /// Whether what is published of the rung that a credential serves is no more than what the client earns.
  func paysNoMore(_ purpose: CredentialPurpose) -> Bool {
    rungs.first { $0.rung.id == purpose.rungID }?.comparison.paysNoMore ?? false
  }

  private static func standing(
    _ rungs: [Rung], _ requirements: RungRequirements, profile: ClientProfile, status: FieldStatus,
    held: HeldCredentials?
  ) -> Standing {
    guard status == .inField else { return .notInField }
    if let stated = rungs.first(where: { $0.id == profile.rungID }) { return .stated(stated) }
    guard let years = profile.yearsOfExperience, let held else { return .unknown }
    let reached = rungs.last { rung in
      !rung.isStatedOnly && requirements.areInferenceCredentialsMet(rung, held: held)
        && (requirements.yearsMissing(for: rung, years: years) ?? 0) == 0
    }
    if let reached { return .inferred(reached) }
    // What is held is of no rung that can be inferred: a degree's credential, a specialty that no rung names.
    return held.counted.isEmpty ? .none : .unknown
  }

  /// The rungs above the present one; from the lowest for a client in the field who holds nothing. Where the rung is
  /// unknown, from the job on whose credential is held: a manager's credential is no step towards a beginner's rung.
  private static func ahead(
    of standing: Standing, in rungs: [Rung], _ requirements: RungRequirements, held: HeldCredentials?
  ) -> ArraySlice<Rung> {
    switch standing {
    case .stated(let rung), .inferred(let rung): return rungs.drop { $0.order <= rung.order }
    case .none: return rungs[...]
    case .unknown:
      guard let held,
        let job = rungs.last(where: { rung in
          rung.isStatedOnly && requirements.credentials(of: rung, .required).contains { held.contains($0.id) }
        })
      else { return [] }
      return rungs.drop { $0.order < job.order }
    case .notInField: return []
    }
  }
}

extension CareerLadder.RungPay {
  fileprivate init?(_ rung: Rung, _ range: ComparedRange, fullTimePay: Double) {
    self.rung = rung
    self.range = range
    if let low = range.annualLow, fullTimePay < low {
      side = .below
    } else if let high = range.annualHigh, !range.figure.isOpenEnded, fullTimePay > high {
      side = .above
    } else {
      return nil
    }
  }
}

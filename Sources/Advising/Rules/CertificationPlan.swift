import Calculation
import CareerData

/// The credentials that are proposed, with what they ask for and cost, and what the survey says of one credential more.
///
/// Rule 2: only a credential with a purpose ahead of the client is proposed. Rule 3: the first credential of a client
/// who holds none is chosen by fit, and all that fit stand side by side.
public struct CertificationPlan: Sendable, Equatable {
  public struct Candidate: Sendable, Equatable {
    public let credential: Credential
    /// What it is good for, most important first; never empty.
    public let purposes: [CredentialPurpose]
    /// What it asks for, beside what the client has; empty when the dataset names nothing.
    public let requirements: [CredentialRequirement]
    public let order: Order
    /// Nil when no cost is published.
    public let price: CredentialPrice?
    /// Nil without a budget or a price.
    public let budgetFit: BudgetFit?
    /// The training program that prepares for it best; nil where the dataset has none, or it comes by experience.
    public let program: FittingProgram?
    /// The early form that the client holds, which becomes this credential by experience: no second exam fee,
    /// no added count.
    public let growsFrom: Credential?

    /// US dollars for exam, membership and program together; nil unless both costs are known.
    public var total: Amount? {
      guard let price, let cost = program?.program.cost else { return nil }
      return Amount(low: price.low + cost, high: price.high + cost)
    }

    /// Whether a budget pays for all that is known of the cost, the program included; nil when that does not tell.
    public func fits(budget: Double) -> BudgetFit? {
      guard let cost = program?.program.cost else { return price?.fits(budget: budget) }
      guard let price else { return budget < cost ? .over : nil }
      return BudgetFit(budget, of: (price.low + cost)...(price.high + cost))
    }

    /// Whether the client may sit the exam, by what it asks for.
    public var reach: Reach {
      let asked = requirements.filter { !$0.isEditorial }
      if asked.contains(where: { $0.status == .missing }) { return .closed }
      return asked.contains(where: \.leavesOpen) ? .unclear : .open
    }
  }

  public enum Reach: Sendable {
    case open
    /// It asks for a degree of which nobody knows whether the client's opens it.
    case unclear
    /// Something that it asks for is missing.
    case closed
  }

  /// When a credential comes: nobody takes a specialty's exam before the first credential.
  public enum Order: Sendable {
    /// One of those that may be the first.
    case first
    case afterFirst
    /// One more for a client who holds some, or may hold some.
    case further
  }

  /// Nil when nobody asked which credentials the client holds.
  public let step: StepGain?
  /// Most relevant first.
  public let candidates: [Candidate]
  public let horizonYears: Int

  /// Those among which a client who holds none chooses.
  public var firstCredentials: [Candidate] { candidates.filter { $0.order == .first } }

  /// Those to decide on next: the most relevant within reach, and all that are as good where nothing decides between
  /// them. Empty where none is within reach, or what it opens pays no more than now.
  public let choices: [Candidate]

  /// Whether one credential more is a step of this client: not where all that is proposed comes by experience.
  public var isStepAhead: Bool { candidates.isEmpty || candidates.contains { $0.growsFrom == nil } }

  /// The one to take next; nil where there is none, or the client must choose.
  public var next: Candidate? { choices.count == 1 ? choices.first : nil }
}

extension CertificationPlan {
  /// - Parameter actualAnnual: actual pay in the field; nil when it is unknown or from another field.
  init(
    _ dataset: CareerDataset, profile: ClientProfile, status: FieldStatus, held: HeldCredentials?,
    ladder: CareerLadder, actualAnnual: Double?
  ) {
    step = held.map { StepGain($0, in: dataset, actualAnnual: actualAnnual) }
    horizonYears = profile.horizonYears
    let finder = CredentialPurposes(dataset: dataset, profile: profile, held: held, ladder: ladder)
    let offered = dataset.records.credentials
      .filter { $0.becomesID == nil && !$0.isKnownOnly && !(held?.contains($0.id) ?? false) }
    let needsFirst = held?.counted.isEmpty ?? (status == .outsideField)
    func candidate(
      _ credential: Credential, _ purposes: [CredentialPurpose], _ order: Order
    ) -> Candidate {
      Candidate(credential, purposes, order, profile: profile, held: held, dataset)
    }
    let found =
      needsFirst
      ? Self.first(offered, finder).map { candidate($0, $1, .first) }
        + Self.afterFirst(offered, finder).map { candidate($0, $1, .afterFirst) }
      : Self.further(offered, finder, held: held, status: status).map { candidate($0, $1, .further) }
    candidates = found.sortedStably(by: Self.isMoreRelevant)
    choices = Self.choices(candidates, ladder)
  }

  private static func choices(_ candidates: [Candidate], _ ladder: CareerLadder) -> [Candidate] {
    let eligible = candidates.filter { candidate in
      candidate.order != .afterFirst && candidate.growsFrom == nil && candidate.reach != .closed
        && !candidate.purposes.allSatisfy { $0.isRung && ladder.paysNoMore($0) }
    }
    guard let best = eligible.first, let purpose = best.purposes.first else { return [] }
    return purpose.decides ? [best] : eligible.filter { $0.purposes.first == purpose }
  }

  private typealias Purposed = (Credential, [CredentialPurpose])

  /// Entry and core credentials that suit the aim; where none does, or there is no aim, those that people start with.
  private static func first(_ offered: [Credential], _ finder: CredentialPurposes) -> [Purposed] {
    let eligible = offered.filter { ($0.level ?? .core) <= .core }
    let fitting = eligible.map { ($0, finder.aims(of: $0)) }.filter { !$0.1.isEmpty }
    let starting = eligible.filter(finder.opensFirstRung).map { ($0, [CredentialPurpose.firstPost]) }
    return fitting.isEmpty ? starting : fitting
  }

  /// A specialty credential of the aim is named as the next after the first.
  private static func afterFirst(_ offered: [Credential], _ finder: CredentialPurposes) -> [Purposed] {
    offered.filter { ($0.level ?? .core) == .specialty }.map { ($0, finder.aims(of: $0)) }
      .filter { !$0.1.isEmpty }
  }

  private static func further(
    _ offered: [Credential], _ finder: CredentialPurposes, held: HeldCredentials?, status: FieldStatus
  ) -> [Purposed] {
    let purposed = offered.filter { credential in
      // Of who nobody asked, the rung tells that what the rungs below ask for is held.
      held == nil && finder.isBelowPresentRung(credential)
        ? false : credential.level != .entry || (held == nil && status == .unknown)
    }.map { ($0, finder.purposes(of: $0)) }.filter { !$0.1.isEmpty }
    // Any one credential is enough for a rung: those of the aim go before others that serve the rung alone.
    func rungs(_ purposes: [CredentialPurpose]) -> [CredentialPurpose] { purposes.filter(\.isRung) }
    let served = purposed.filter { $0.1.contains(where: \.isAim) }.flatMap { rungs($0.1) }
    return purposed.filter { _, purposes in
      !purposes.allSatisfy { $0.isRung && served.contains($0) }
    }
  }

  private static func isMoreRelevant(_ a: Candidate, _ b: Candidate) -> Bool {
    a.relevance.lexicographicallyPrecedes(b.relevance)
  }
}

extension CertificationPlan.Candidate {
  fileprivate init(
    _ credential: Credential, _ purposes: [CredentialPurpose], _ order: CertificationPlan.Order,
    profile: ClientProfile, held: HeldCredentials?, _ dataset: CareerDataset
  ) {
    self.credential = credential
    self.purposes = purposes
    self.order = order
    requirements = CredentialRequirement.all(of: credential, profile: profile, held: held, in: dataset)
    growsFrom = held?.early.first { $0.becomesID == credential.id }
    let price = growsFrom == nil ? CredentialPrice(of: credential.id, in: dataset) : nil
    self.price = price
    budgetFit = profile.certificationBudget.flatMap { budget in price?.fits(budget: budget) }
    program = growsFrom == nil ? dataset.fittingProgram(for: credential.id, client: profile) : nil
  }

  /// The first numbers that differ decide: what comes first in time, the best purpose, what is missing for it, the
  /// budget, how many purposes it serves. That one is cheap is no reason to name it first. The budget is held against the
  /// exam alone: beside one with a program, one without would look cheaper than it is.
  fileprivate var relevance: [Int] {
    let budget =
      switch budgetFit {
      case .within: 0
      case .partly: 1
      case nil: 2
      case .over: 3
      }
    return [
      order == .afterFirst ? 1 : 0, purposes.first?.rank ?? .max,
      requirements.count { $0.status == .missing }, budget, -purposes.count,
    ]
  }
}

extension Array {
  /// Sorted; equals keep their order, which `sort` does not promise.
  func sortedStably(by isBefore: (Element, Element) -> Bool) -> [Element] {
    enumerated().sorted { a, b in
      if isBefore(a.element, b.element) { return true }
      if isBefore(b.element, a.element) { return false }
      return a.offset < b.offset
    }.map(\.element)
  }
}

import Calculation
import CareerData

/// The credentials that a client may take next, with what they cost and what is published of the step.
public struct CertificationPlan: Sendable, Equatable {
  public struct Candidate: Sendable, Equatable {
    public let credential: Credential
    /// What it is good for, most important first; empty when the dataset names nothing.
    public let purposes: [Purpose]
    /// Nil when no cost is published.
    public let price: CredentialPrice?
    /// Nil without a budget or a price.
    public let budgetFit: BudgetFit?
    /// The early form that the client holds, which becomes this credential by experience: no second exam fee,
    /// no added count, no gain of the step.
    public let growsFrom: Credential?
    /// US dollars a year of actual pay; nil without pay in the field, or beyond what is published.
    public let yearlyGain: Amount?
    /// Months until the gain has paid the price; nil when either is unknown.
    public let paybackMonths: Amount?
    /// US dollars over the client's horizon: gain x years - price. Nil when either is unknown.
    public let gainOverHorizon: Amount?
  }

  /// What a credential is good for.
  public enum Purpose: Sendable, Equatable {
    case targetSpecialization(id: String)
    case nextRung(id: String, isRequired: Bool)
    case presentSpecialization(id: String)
    case otherRung(id: String, isRequired: Bool)
    case otherSpecialization(id: String)

    /// Lower is more important.
    var rank: Int {
      switch self {
      case .targetSpecialization: 0
      case .nextRung(_, let isRequired): isRequired ? 1 : 2
      case .presentSpecialization: 3
      case .otherRung: 4
      case .otherSpecialization: 5
      }
    }
  }

  /// Nil when nobody asked which credentials the client holds.
  public let step: CredentialStep?
  /// The published means that the step compares: upper, lower. Empty beyond what is published.
  public let stepFigures: [PayFigure]
  /// Most relevant first; among equals the cheaper first, those without a price last.
  public let candidates: [Candidate]
  public let horizonYears: Int
  /// US dollars a year as paid; what the gains are calculated from.
  public let actualAnnual: Double?
}

extension CertificationPlan {
  /// - Parameter actualAnnual: actual pay in the field; nil when it is unknown or from another field, since the
  ///   published means compare people who work in the field.
  init(
    _ dataset: CareerDataset, profile: ClientProfile, held: HeldCredentials?, nextRungID: String?,
    actualAnnual: Double?
  ) {
    let step = held.map { CredentialStep(from: $0.group) }
    let means = step.flatMap { Self.means(of: $0, in: dataset) }
    self.step = step
    stepFigures = means.map { [$0.upper.figure, $0.lower.figure] } ?? []
    horizonYears = profile.horizonYears
    self.actualAnnual = actualAnnual
    let gain = actualAnnual.flatMap { pay in
      means.flatMap { means in
        step?.yearlyGain(actualAnnual: pay, upper: means.upper.annual, lower: means.lower.annual)
      }
    }
    candidates = dataset.records.credentials
      .filter { $0.becomesID == nil && !$0.isKnownOnly && !(held?.contains($0.id) ?? false) }
      .map { credential in
        let early = held?.early.first { $0.becomesID == credential.id }
        return Candidate(
          credential,
          purposes: Self.purposes(of: credential.id, dataset, profile: profile, nextRungID: nextRungID),
          price: early == nil ? CredentialPrice(of: credential.id, in: dataset) : nil, growsFrom: early,
          yearlyGain: early == nil ? gain : nil, profile: profile)
      }
      .sortedStably(by: Self.isMoreRelevant)
  }

  private static func means(
    of step: CredentialStep, in dataset: CareerDataset
  ) -> (upper: ComparedPay, lower: ComparedPay)? {
    let comparer = PayComparer(clientAnnual: nil, nationalMedian: nil)
    guard let ids = step.groupIDs,
      let upper = comparer.pay(dataset.pay(of: Subject(.credentialGroup, ids.upper))),
      let lower = comparer.pay(dataset.pay(of: Subject(.credentialGroup, ids.lower))),
      upper.isComparable(with: lower)
    else { return nil }
    return (upper, lower)
  }

  private static func purposes(
    of credentialID: String, _ dataset: CareerDataset, profile: ClientProfile, nextRungID: String?
  ) -> [Purpose] {
    let specializations = dataset.records.specializationCredentials
      .filter { $0.credentialID == credentialID }.map(\.specializationID)
    let rungs = dataset.records.rungCredentials.filter { $0.credentialID == credentialID }
    let ofSpecializations = specializations.map { id -> Purpose in
      if id == profile.targetSpecializationID { return .targetSpecialization(id: id) }
      if id == profile.specializationID { return .presentSpecialization(id: id) }
      return .otherSpecialization(id: id)
    }
    let ofRungs = rungs.map { link -> Purpose in
      let isRequired = link.need == .required
      if link.rungID == nextRungID { return .nextRung(id: link.rungID, isRequired: isRequired) }
      return .otherRung(id: link.rungID, isRequired: isRequired)
    }
    return (ofSpecializations + ofRungs).sortedStably { $0.rank < $1.rank }
  }

  private static func isMoreRelevant(_ a: Candidate, _ b: Candidate) -> Bool {
    let ranks = (a.purposes.first?.rank ?? .max, b.purposes.first?.rank ?? .max)
    if ranks.0 != ranks.1 { return ranks.0 < ranks.1 }
    return (a.price?.high ?? .infinity) < (b.price?.high ?? .infinity)
  }
}

extension CertificationPlan.Candidate {
  fileprivate init(
    _ credential: Credential, purposes: [CertificationPlan.Purpose], price: CredentialPrice?,
    growsFrom: Credential?, yearlyGain: Amount?, profile: ClientProfile
  ) {
    self.credential = credential
    self.purposes = purposes
    self.price = price
    budgetFit = profile.certificationBudget.flatMap { budget in price?.fits(budget: budget) }
    self.growsFrom = growsFrom
    self.yearlyGain = yearlyGain
    let (gain, cost) = (yearlyGain ?? .missing, price?.amount ?? .missing)
    paybackMonths = Rule.payback.value(gain, cost).known
    gainOverHorizon = Rule.gainOverHorizon.value(gain, .exactly(Double(profile.horizonYears)), cost).known
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

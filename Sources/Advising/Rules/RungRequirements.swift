import Calculation
import CareerData

extension CareerLadder {
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

    init(_ rung: Rung, _ requirements: RungRequirements, years: Double?, held: HeldCredentials?) {
      self.rung = rung
      yearsAsked = requirements.yearsAsked(for: rung)
      yearsMissing = requirements.yearsMissing(for: rung, years: years)
      credentials = requirements.need(of: rung, held: held)
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
}

/// What the rungs of a dataset ask for.
struct RungRequirements {
  let dataset: CareerDataset

  func credentials(of rung: Rung, _ need: RungCredential.Need) -> [Credential] {
    let ids = dataset.records.rungCredentials.filter { $0.rungID == rung.id && $0.need == need }
      .map(\.credentialID)
    return ids.compactMap { id in dataset.records.credentials.first { $0.id == id } }
  }

  /// Whether the rung may be inferred from what is held: a credential of the level that the rung names; for a rung that
  /// names none, any one of those required.
  func areInferenceCredentialsMet(_ rung: Rung, held: HeldCredentials) -> Bool {
    if let level = rung.credentialLevel { return held.counted.contains { $0.level == level } }
    let required = credentials(of: rung, .required)
    return required.isEmpty || required.contains { held.meets($0.id, in: dataset) }
  }

  /// A rung without published years asks for as many as the highest of the rungs below it.
  func yearsAsked(for rung: Rung) -> Double {
    dataset.records.rungs.filter { $0.order <= rung.order }.compactMap(\.experienceLow).max() ?? 0
  }

  /// Years still missing, 0 when none are; nil when the client's years are unknown.
  func yearsMissing(for rung: Rung, years: Double?) -> Double? {
    guard let years else { return nil }
    return Rule.yearsMissing.number(yearsAsked(for: rung), years)
  }

  /// Any one of the required credentials is enough.
  func need(of rung: Rung, held: HeldCredentials?) -> CareerLadder.CredentialNeed {
    let required = credentials(of: rung, .required)
    guard !required.isEmpty else { return .nothingRequired }
    guard let held else { return .unknown(required) }
    for credential in required {
      if let met = held.credential(meeting: credential.id, in: dataset) { return .met(by: met) }
    }
    if let level = rung.credentialLevel, let met = held.counted.first(where: { $0.level == level }) {
      return .met(by: met)
    }
    for early in held.early {
      if let later = required.first(where: { $0.id == early.becomesID }) {
        return .becomes(from: early, to: later)
      }
    }
    return .anyOf(required)
  }
}

import CareerData

/// What a credential is good for, ahead of the client (rule 2). A use that is met already is none.
public enum CredentialPurpose: Sendable, Equatable {
  case targetSpecialization(id: String)
  case targetSetting(id: String)
  case nextRung(id: String, isRequired: Bool)
  /// The rung above the next one.
  case rungAbove(id: String, isRequired: Bool)
  case presentSpecialization(id: String)
  /// A first credential of those with which people start, for a client who holds none.
  case firstPost

  /// Lower is more important.
  var rank: Int {
    switch self {
    case .targetSpecialization: 0
    case .targetSetting: 1
    case .nextRung(_, let isRequired): isRequired ? 2 : 3
    case .presentSpecialization: 4
    case .rungAbove(_, let isRequired): isRequired ? 5 : 6
    case .firstPost: 7
    }
  }

  /// Whether it serves what the client aims at.
  public var isAim: Bool {
    switch self {
    case .targetSpecialization, .targetSetting: true
    case .nextRung, .rungAbove, .presentSpecialization, .firstPost: false
    }
  }

  /// Whether it decides between credentials that serve it: any one of those of a rung is as good.
  var decides: Bool { !isRung && self != .firstPost }

  /// The rung that it serves.
  var rungID: String? {
    switch self {
    case .nextRung(let id, _), .rungAbove(let id, _): id
    case .targetSpecialization, .targetSetting, .presentSpecialization, .firstPost: nil
    }
  }

  /// Whether it serves a rung, for which any one of several credentials is enough.
  var isRung: Bool { rungID != nil }
}

/// Finds the purposes that credentials have for a client.
struct CredentialPurposes {
  let dataset: CareerDataset
  let profile: ClientProfile
  let held: HeldCredentials?
  let ladder: CareerLadder

  /// Most important first; empty when every use is met, or the dataset names none.
  func purposes(of credential: Credential) -> [CredentialPurpose] {
    (aims(of: credential) + rungs(of: credential) + present(of: credential))
      .sortedStably { $0.rank < $1.rank }
  }

  /// What the credential is good for in the specialization and the setting that the client aims at.
  func aims(of credential: Credential) -> [CredentialPurpose] {
    var found: [CredentialPurpose] = []
    if let id = profile.targetSpecializationID, isOpen(credential, usual(in: id)) {
      found.append(.targetSpecialization(id: id))
    }
    if let id = profile.targetSettingID, isOpen(credential, suited(to: id)) {
      found.append(.targetSetting(id: id))
    }
    return found
  }

  /// Whether the credential is one of those, and none of at least its level is held.
  private func isOpen(_ credential: Credential, _ ids: [String]) -> Bool {
    ids.contains(credential.id) && !(held?.holds(anyOf: ids, from: credential.level) ?? false)
  }

  private func present(of credential: Credential) -> [CredentialPurpose] {
    guard let id = profile.specializationID, id != profile.targetSpecializationID,
      isOpen(credential, usual(in: id))
    else { return [] }
    return [.presentSpecialization(id: id)]
  }

  private func rungs(of credential: Credential) -> [CredentialPurpose] {
    var found: [CredentialPurpose] = []
    func add(_ rung: CareerLadder.NextRung?, _ purpose: (String, Bool) -> CredentialPurpose) {
      guard let rung, let comparison = ladder.rungs.first(where: { $0.rung == rung.rung }) else { return }
      if comparison.required.contains(where: { $0.id == credential.id }) {
        switch rung.credentials {
        case .anyOf, .becomes, .unknown: found.append(purpose(rung.rung.id, true))
        case .met, .nothingRequired: break
        }
      } else if comparison.typical.contains(where: { $0.id == credential.id }) {
        found.append(purpose(rung.rung.id, false))
      }
    }
    add(ladder.next) { .nextRung(id: $0, isRequired: $1) }
    add(ladder.afterNext) { .rungAbove(id: $0, isRequired: $1) }
    return found
  }

  /// Whether people start with it: the lowest rung requires it, or its early form.
  func opensFirstRung(_ credential: Credential) -> Bool {
    guard let first = ladder.rungs.first else { return false }
    return first.required.contains { $0.id == credential.id || $0.becomesID == credential.id }
  }

  /// Whether it is required on a rung below the present one, and on none from there on.
  func isBelowPresentRung(_ credential: Credential) -> Bool {
    guard let present = ladder.standing.rung else { return false }
    let orders = ladder.rungs.filter { $0.required.contains { $0.id == credential.id } }.map(\.rung.order)
    return orders.max().map { $0 < present.order } ?? false
  }

  private func usual(in specializationID: String) -> [String] {
    dataset.records.specializationCredentials.filter { $0.specializationID == specializationID }
      .map(\.credentialID)
  }

  private func suited(to settingID: String) -> [String] {
    dataset.records.settingCredentials.filter { $0.settingID == settingID }.map(\.credentialID)
  }
}

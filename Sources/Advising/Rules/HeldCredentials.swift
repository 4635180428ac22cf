import CareerData

/// The credentials a client holds, counted as the published groups count them.
public struct HeldCredentials: Sendable, Equatable {
  /// Those that count, in the order of the dataset.
  public let counted: [Credential]
  /// Those held that are the early form of another, such as an apprentice's, and have not turned into it yet.
  public let early: [Credential]
  public let group: CredentialGroup

  /// A duplicate counts once, and an early form counts as one with the credential that it becomes.
  public init(_ ids: [String], in dataset: CareerDataset) {
    let held = Set(ids)
    counted = dataset.records.credentials.filter { credential in
      guard held.contains(credential.id) else { return false }
      return credential.becomesID.map { !held.contains($0) } ?? true
    }
    early = counted.filter { $0.becomesID != nil }
    group = CredentialGroup(count: counted.count)
  }

  public func contains(_ id: String) -> Bool { counted.contains { $0.id == id } }

  /// What is held that meets a credential where a rung requires it: the credential itself, what it becomes, or one that
  /// counts as either. Nil when nothing does.
  public func credential(meeting id: String, in dataset: CareerDataset) -> Credential? {
    let later = dataset.records.credentials.first { $0.id == id }?.becomesID
    let wanted = [id, later].compactMap(\.self)
    return counted.first { wanted.contains($0.id) }
      ?? counted.first { held in held.countsAsID.map(wanted.contains) ?? false }
  }

  public func meets(_ id: String, in dataset: CareerDataset) -> Bool {
    credential(meeting: id, in: dataset) != nil
  }

  /// Whether one of these is held whose level is this or higher. A credential without a level is taken as equal.
  func holds(anyOf ids: [String], from level: Credential.Level?) -> Bool {
    counted.contains { held in
      ids.contains(held.id) && (held.level.flatMap { own in level.map { own >= $0 } } ?? true)
    }
  }
}

/// The groups in which pay by number of credentials is published. The raw value is the id of the group.
public enum CredentialGroup: String, Sendable, CaseIterable {
  case none
  /// Nothing is published for exactly one credential.
  case one
  case two
  case threeOrMore = "three_or_more"

  /// The published group of all who hold one or more.
  public static let anyID = "any"

  /// - Parameter count: zero or more.
  public init(count: Int) {
    switch count {
    case 0: self = .none
    case 1: self = .one
    case 2: self = .two
    default: self = .threeOrMore
    }
  }
}

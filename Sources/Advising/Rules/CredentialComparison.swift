import Calculation
import CareerData

/// Published pay by number of credentials, and what it means for the client.
///
/// An association in a survey, not a promise: who earns more may hold more credentials for other reasons.
public struct CredentialComparison: Sendable, Equatable {
  /// A published group.
  public struct Group: Sendable, Equatable {
    /// `none`, `any`, `two`, `three_or_more`.
    public let id: String
    public let pay: ComparedPay
    /// True for the group the client belongs to.
    public let isPresent: Bool
    /// The group the client would belong to with one credential more.
    public let isNext: Bool
  }

  /// How far the mean of one group lies above another's.
  public struct Premium: Sendable, Equatable {
    public let groupID: String
    public let overGroupID: String
    /// Percent of the lower group's mean.
    public let percent: Double
    public let figures: [PayFigure]
    /// A published premium of another amount.
    public let disagreement: Disagreement?
  }

  /// The groups that the dataset has, in the order none, any, two, three or more.
  public let groups: [Group]
  /// An upper bound for exactly one credential, of which nothing is published: the group `any` contains the
  /// holders of more, whose means are higher. Nil when that does not follow from the dataset's figures.
  public let upperBoundForOne: PayFigure?
  public let premiums: [Premium]
  /// Nil when nobody asked which credentials the client holds.
  public let held: HeldCredentials?

  init(_ dataset: CareerDataset, held: HeldCredentials?, comparer: PayComparer) {
    let ids = [
      CredentialGroup.none.rawValue, CredentialGroup.anyID, CredentialGroup.two.rawValue,
      CredentialGroup.threeOrMore.rawValue,
    ]
    let next = held.map { CredentialGroup(count: $0.counted.count + 1) }
    let groups = ids.compactMap { id -> Group? in
      guard let pay = comparer.pay(dataset.pay(of: Subject(.credentialGroup, id))) else { return nil }
      return Group(
        id: id, pay: pay, isPresent: held?.group.rawValue == id,
        isNext: next?.rawValue == id && held?.group != next)
    }
    self.groups = groups
    self.held = held
    func pay(_ id: String) -> ComparedPay? { groups.first { $0.id == id }?.pay }
    let any = pay(CredentialGroup.anyID)
    let more = pay(CredentialGroup.two.rawValue)
    upperBoundForOne =
      any.flatMap { any in !any.isFloor && more.map { $0.annual > any.annual } == true ? any.figure : nil }
    let pairs: [(String, String)] = [
      (CredentialGroup.anyID, CredentialGroup.none.rawValue),
      (CredentialGroup.two.rawValue, CredentialGroup.none.rawValue),
      (CredentialGroup.threeOrMore.rawValue, CredentialGroup.two.rawValue),
      (CredentialGroup.threeOrMore.rawValue, CredentialGroup.none.rawValue),
    ]
    premiums = pairs.compactMap { id, over in
      guard let upper = pay(id), let lower = pay(over), upper.isComparable(with: lower) else { return nil }
      return Premium(
        groupID: id, overGroupID: over, percent: Rule.premium.number(upper.annual, lower.annual),
        figures: [upper.figure, lower.figure],
        disagreement: dataset.records.disagreements.first {
          $0.measure == "premium" && $0.subject == Subject(.credentialGroup, id)
            && over == CredentialGroup.none.rawValue
        })
    }
  }
}

import CareerData

/// What matters most for a client, chosen by rule.
///
/// Rule 7, the order: pay below the rung's range; where the client stands, of the nearest place alone; the next step
/// within reach; what the client aims at; what it costs; the outlook. No finding is told twice.
public enum KeyFinding: Sendable, Equatable {
  /// Pay outside the range of the rung that the client holds.
  case rungPay(CareerLadder.RungPay)
  /// The wages of the nearest place that has any, and where the client's pay stands among them.
  case position(Position)
  case nextRung(CareerLadder.NextRung, pay: ItemComparison)
  /// Where the ladder starts, for someone who is not on it.
  case entryRung(ItemComparison)
  /// What getting in asks for, where no ladder says how it begins.
  case entryNeed(EntryNeed)
  /// What the client aims at, by the best source; nil start where no source names years.
  case target(ItemComparison, start: AimStart?)
  /// The first credentials that fit.
  case firstCredentials([CertificationPlan.Candidate])
  /// Several credentials, when nothing decides between them.
  case choice([CertificationPlan.Candidate])
  /// What the next credential costs in money and months.
  case cost(CertificationPlan.Candidate)
  /// How far the mean of those who hold a credential lies above that of those who hold none.
  case premium(CredentialComparison.Premium)
  case outlook(growth: PublishedFigure)

  public static let mostShown = 5

  /// Two findings of one kind are one finding too many.
  enum Kind: Hashable { case rungPay, place, step, aim, cost, premium, outlook }

  var kind: Kind {
    switch self {
    case .rungPay: .rungPay
    case .position: .place
    case .nextRung, .entryRung, .entryNeed: .step
    case .target: .aim
    case .firstCredentials, .choice, .cost: .cost
    case .premium: .premium
    case .outlook: .outlook
    }
  }
}

extension KeyFinding {
  /// At most ``mostShown`` findings, in the order of rule 7.
  static func choose(_ advice: Advice) -> [KeyFinding] {
    let findings =
      [
        rungPay(advice, .below), advice.nearestPosition.map(KeyFinding.position), rungPay(advice, .above),
        step(advice), aim(advice), cost(advice), outlook(advice), premium(advice),
      ].compactMap(\.self)
    var kinds: Set<Kind> = []
    return Array(findings.filter { kinds.insert($0.kind).inserted }.prefix(mostShown))
  }

  private static func rungPay(_ advice: Advice, _ side: CareerLadder.RungPay.Side) -> KeyFinding? {
    advice.ladder.rungPay.flatMap { $0.side == side ? .rungPay($0) : nil }
  }

  private static func step(_ advice: Advice) -> KeyFinding? {
    if let next = advice.ladder.next,
      let rung = advice.ladder.rungs.first(where: { $0.rung == next.rung })
    {
      return .nextRung(next, pay: rung.comparison)
    }
    guard advice.status != .inField else { return nil }
    return advice.ladder.rungs.first.map { .entryRung($0.comparison) }
      ?? advice.entryNeed.map(KeyFinding.entryNeed)
  }

  /// The specialization, and where nothing is published of it the setting. Where that has no figure either, what the
  /// dataset says of it in words.
  private static func aim(_ advice: Advice) -> KeyFinding? {
    func specialization(_ item: ItemComparison) -> Specialization? {
      guard item.id == advice.profile.targetSpecializationID else { return nil }
      return advice.dataset.records.specializations.first { $0.id == item.id }
    }
    let aims = advice.aims
    let item =
      aims.first { advice.leadingPay(of: $0) != nil }
      ?? aims.first { specialization($0)?.note.isEmpty == false }
    return item.map { item in
      .target(
        item,
        start: specialization(item).flatMap {
          AimStart($0, profile: advice.profile, status: advice.status, advice.timeline)
        })
    }
  }

  private static func cost(_ advice: Advice) -> KeyFinding? {
    let plan = advice.certificationPlan
    let first = plan.firstCredentials
    if !first.isEmpty { return .firstCredentials(first) }
    guard advice.held != nil else { return nil }
    return plan.next.map(KeyFinding.cost) ?? (plan.choices.isEmpty ? nil : .choice(plan.choices))
  }

  private static func outlook(_ advice: Advice) -> KeyFinding? {
    advice.dataset.figures(of: .national).first { $0.measure == "growth" }.map { .outlook(growth: $0) }
  }

  private static func premium(_ advice: Advice) -> KeyFinding? {
    guard advice.held.map(\.counted.isEmpty) ?? true else { return nil }
    return advice.credentials.premiums.first { $0.groupID == CredentialGroup.anyID }.map(KeyFinding.premium)
  }
}

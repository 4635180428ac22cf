import CareerData

/// What matters most for a client, chosen by rule.
public enum KeyFinding: Sendable, Equatable {
  /// The pay of what the client aims at.
  case targetPay(ItemComparison, kind: Subject.Kind)
  /// Where the client's pay stands among the wages of an area.
  case position(Position)
  case nextRung(CareerLadder.NextRung, pay: ItemComparison)
  /// Where the ladder starts, for someone who is not on it.
  case entryRung(ItemComparison)
  /// What the published means say of one credential more.
  case credentialStep(CertificationPlan)
  /// The cheapest first credential within the budget.
  case firstCredential(CertificationPlan.Candidate)
  /// How far the mean of those who hold a credential lies above that of those who hold none.
  case premium(CredentialComparison.Premium)
  case outlook(growth: PublishedFigure)

  public static let mostShown = 5
}

extension KeyFinding {
  /// At most ``mostShown`` findings, most valuable first: first what the client aims at, then the next step, then
  /// where the client stands, then the market.
  static func choose(_ advice: Advice) -> [KeyFinding] {
    let findings = targets(advice) + steps(advice) + positions(advice) + market(advice)
    return Array(findings.prefix(mostShown))
  }

  private static func targets(_ advice: Advice) -> [KeyFinding] {
    let specializations = advice.specializations.filter(\.mark.isTarget)
      .map { KeyFinding.targetPay($0, kind: .specialization) }
    let settings = advice.settings.filter(\.mark.isTarget).map { KeyFinding.targetPay($0, kind: .setting) }
    return (specializations + settings).filter {
      if case .targetPay(let item, _) = $0 { item.pay != nil || !item.ranges.isEmpty } else { false }
    }
  }

  private static func steps(_ advice: Advice) -> [KeyFinding] {
    var findings: [KeyFinding] = []
    if let next = advice.ladder.next,
      let rung = advice.ladder.rungs.first(where: { $0.rung == next.rung })
    {
      findings.append(.nextRung(next, pay: rung.comparison))
    }
    if advice.status != .inField, let first = advice.ladder.rungs.first {
      findings.append(.entryRung(first.comparison))
    }
    if advice.held?.group == CredentialGroup.none, let first = firstCredential(advice.certificationPlan) {
      findings.append(.firstCredential(first))
    } else if advice.certificationPlan.candidates.contains(where: { $0.yearlyGain != nil }) {
      findings.append(.credentialStep(advice.certificationPlan))
    }
    return findings
  }

  private static func firstCredential(_ plan: CertificationPlan) -> CertificationPlan.Candidate? {
    plan.candidates.filter { $0.price != nil && $0.budgetFit != .over }
      .min { ($0.price?.high ?? .infinity) < ($1.price?.high ?? .infinity) }
  }

  private static func positions(_ advice: Advice) -> [KeyFinding] {
    guard advice.pay != nil, advice.status == .inField else { return [] }
    return [advice.area, advice.state, advice.national].compactMap { $0 }.filter { $0.difference != nil }
      .map(KeyFinding.position)
  }

  private static func market(_ advice: Advice) -> [KeyFinding] {
    var findings: [KeyFinding] = []
    if advice.held.map({ $0.counted.isEmpty }) ?? true,
      let premium = advice.credentials.premiums.first(where: {
        $0.groupID == CredentialGroup.anyID
      })
    {
      findings.append(.premium(premium))
    }
    if let growth = advice.dataset.figures(of: .national).first(where: { $0.measure == "growth" }) {
      findings.append(.outlook(growth: growth))
    }
    return findings
  }
}

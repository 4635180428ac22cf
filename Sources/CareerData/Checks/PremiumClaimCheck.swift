/// A published premium is what the published means give.
///
/// The mean of the claim's subject is set against that of people without a credential, for a group of credential
/// holders, and against the occupation's national mean for everything else.
enum PremiumClaimCheck {
  private struct Means {
    let above: PayFigure
    let aboveAmount: Double
    let base: PayFigure
    let baseAmount: Double
  }

  private static func means(_ claim: PublishedFigure, in dataset: CareerDataset) -> Means? {
    let own = dataset.pay(of: claim.subject).filter { $0.statistic == .mean && $0.value != nil }
    guard let above = own.first(where: { $0.sourceID == claim.sourceID }) ?? own.first else { return nil }
    let baseSubject: Subject =
      claim.subject.kind == .credentialGroup ? Subject(.credentialGroup, "none") : .national
    let bases = dataset.pay(of: baseSubject).filter {
      $0.statistic == .mean && $0.basis == above.basis && ($0.value ?? 0) > 0
    }
    guard let base = bases.first(where: { $0.populationID == above.populationID }) ?? bases.first,
      let aboveAmount = above.value, let baseAmount = base.value
    else { return nil }
    return Means(above: above, aboveAmount: aboveAmount, base: base, baseAmount: baseAmount)
  }
}

extension PremiumClaimCheck: ContradictionRule {
  static func contradictions(in checked: CheckedDataset) -> [Contradiction] {
    checked.records.figures.filter(\.isClaim).compactMap { claim in
      guard let published = claim.value, let means = means(claim, in: checked.dataset) else { return nil }
      let recalculated = (means.aboveAmount / means.baseAmount - 1) * 100
      guard !PlainNumber.isSame(published, recalculated) else { return nil }
      return Contradiction(
        kind: .premium(
          above: means.above.id, amount: means.aboveAmount, base: means.base.id,
          baseAmount: means.baseAmount),
        subject: claim.subject, measure: claim.measure, published: published,
        recalculation: Recalculation(.premium, [.pay(means.above.id), .pay(means.base.id)]),
        recalculated: recalculated, unit: "percent", figureID: claim.id)
    }
  }
}

extension PremiumClaimCheck: PlausibilityCheck {
  /// Claims without the means to calculate them from.
  static func findings(in checked: CheckedDataset) -> [CheckFinding] {
    checked.records.figures.filter(\.isClaim).compactMap { claim in
      guard claim.value == nil || means(claim, in: checked.dataset) == nil else { return nil }
      return CheckFinding(
        .warning, checked.place(ofFigure: claim.id), .claimNotCalculable(percent: claim.value),
        figureIDs: [claim.id])
    }
  }
}

import OrderedCollections

/// One thing has one number: figures of one subject and measure from two sources agree, and so do pay figures of one
/// subject, statistic and population.
///
/// A figure that is marked as older (``AgeCheck``) is kept beside the new one on purpose.
enum TwoFiguresRule: ContradictionRule {
  /// How far numbers of one thing may be apart, in parts of the greater: sources round to three or four digits.
  static let tolerance = 0.001

  static func contradictions(in checked: CheckedDataset) -> [Contradiction] {
    figures(in: checked) + pay(in: checked)
  }

  private struct FigureKey: Hashable {
    let subject: Subject
    let measure: String
    let unit: PublishedFigure.Unit
  }

  private static func figures(in checked: CheckedDataset) -> [Contradiction] {
    let candidates = checked.records.figures.filter {
      !$0.isClaim && $0.value != nil && !AgeCheck.isMarked([$0.note, $0.population])
    }
    return OrderedDictionary(grouping: candidates) {
      FigureKey(subject: $0.subject, measure: $0.measure, unit: $0.unit)
    }.values
      .flatMap { group in
        pairs(group).compactMap { first, second -> Contradiction? in
          guard first.sourceID != second.sourceID, let published = first.value, let other = second.value,
            isApart(published, other)
          else { return nil }
          return Contradiction(
            kind: .twoFigures(first.id, second.id, sources: [first.sourceID, second.sourceID]),
            subject: first.subject, measure: first.measure, published: published,
            recalculation: Recalculation(.value, [.figure(second.id)]), recalculated: other,
            unit: first.unit.rawValue, figureID: first.id)
        }
      }
  }

  private struct PayFigureKey: Hashable {
    let subject: Subject
    let statistic: PayStatistic
    let basis: PayBasis
    let populationID: String
    let detail: String
  }

  private static func pay(in checked: CheckedDataset) -> [Contradiction] {
    let candidates = checked.records.pay.filter {
      $0.statistic != .range && $0.value != nil && !AgeCheck.isMarked([$0.note])
    }
    return OrderedDictionary(grouping: candidates) {
      PayFigureKey(
        subject: $0.subject, statistic: $0.statistic, basis: $0.basis, populationID: $0.populationID,
        detail: $0.detail)
    }.values.flatMap { group in
      pairs(group).compactMap { first, second -> Contradiction? in
        guard let published = first.value, let other = second.value, isApart(published, other) else {
          return nil
        }
        return Contradiction(
          kind: .twoFigures(first.id, second.id, sources: [first.sourceID, second.sourceID]),
          subject: first.subject, measure: "pay", published: published,
          recalculation: Recalculation(.value, [.pay(second.id)]), recalculated: other,
          unit: first.basis.unitText, figureID: first.id)
      }
    }
  }

  static func isApart(_ first: Double, _ second: Double) -> Bool {
    abs(first - second) > tolerance * max(abs(first), abs(second))
  }

  /// The first with each of the others: a number that differs from the first is said once.
  private static func pairs<Element>(_ group: [Element]) -> [(Element, Element)] {
    guard let first = group.first else { return [] }
    return group.dropFirst().map { (first, $0) }
  }
}

extension PayBasis {
  /// `USD/year`, `USD/hour`.
  var unitText: String {
    switch self {
    case .annual: "USD/year"
    case .hourly: "USD/hour"
    }
  }
}

/// A pay figure that says it is another occupation's is that occupation's own figure.
///
/// It says so by the SOC code or the title of an occupation of the table, in its detail, its note, or the label or the
/// caveat of its population.
enum OtherOccupationRule: ContradictionRule {
  static func contradictions(in checked: CheckedDataset) -> [Contradiction] {
    let dataset = checked.dataset
    let candidates = dataset.records.pay.filter(isCandidate)
    return dataset.records.occupations.filter { !$0.isSubject }.flatMap { occupation in
      dataset.pay(of: Subject(.occupation, occupation.socCode)).flatMap { own in
        candidates.compactMap { contradiction($0, own, occupation, in: dataset) }
      }
    }
  }

  /// Areas and industries are of the dataset's own occupation.
  private static func isCandidate(_ figure: PayFigure) -> Bool {
    switch figure.subject.kind {
    case .area, .industry, .occupation: false
    default: figure.statistic != .range && figure.value != nil
    }
  }

  private static func contradiction(
    _ figure: PayFigure, _ own: PayFigure, _ occupation: Occupation, in dataset: CareerDataset
  ) -> Contradiction? {
    guard figure.statistic == own.statistic, figure.basis == own.basis,
      let published = figure.value, let amount = own.value, TwoFiguresRule.isApart(published, amount),
      names(figure, occupation, in: dataset)
    else { return nil }
    return Contradiction(
      kind: .otherOccupation(
        figure.id, ownFigure: own.id, socCode: occupation.socCode, title: occupation.title),
      subject: figure.subject, measure: "pay", published: published,
      recalculation: Recalculation(.value, [.pay(own.id)]), recalculated: amount,
      unit: figure.basis.unitText, figureID: figure.id)
  }

  private static func names(
    _ figure: PayFigure, _ occupation: Occupation, in dataset: CareerDataset
  ) -> Bool {
    let population = dataset.population(figure.populationID)
    let title = occupation.title.lowercased()
    return [figure.detail, figure.note, population?.label ?? "", population?.caveat ?? ""].contains { text in
      text.contains(occupation.socCode) || (!title.isEmpty && text.lowercased().contains(title))
    }
  }
}

/// A published premium is what the published means give.
///
/// The mean of the claim's subject is compared with that of people without a credential, for a group of credential
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

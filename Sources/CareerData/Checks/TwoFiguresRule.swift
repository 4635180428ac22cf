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
    return candidates.grouped { FigureKey(subject: $0.subject, measure: $0.measure, unit: $0.unit) }
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
    return candidates.grouped {
      PayFigureKey(
        subject: $0.subject, statistic: $0.statistic, basis: $0.basis, populationID: $0.populationID,
        detail: $0.detail)
    }.flatMap { group in
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

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

/// Shares of one whole name all of it: two or more shares of employment add up to 100.
enum IncompleteSharesRule: ContradictionRule {
  static func contradictions(in checked: CheckedDataset) -> [Contradiction] {
    EmploymentShares.groups(in: checked).compactMap { group in
      // One share alone claims nothing of the others.
      guard group.figures.count > 1, group.sum < 100 - group.tolerance else { return nil }
      return Contradiction(
        kind: .incompleteShares(group.ids), subject: .national, measure: EmploymentShares.measure,
        published: nil, recalculation: Recalculation(.sum, group.ids.map { .figure($0) }),
        recalculated: group.sum, unit: "percent", figureID: group.ids[0])
    }
  }
}

/// The shares of settings are not more than the industry has that they are all in.
///
/// Only the widest industries with a count of employment are looked at: those in them follow from them.
enum ShareOfIndustryRule: ContradictionRule {
  private struct Industry {
    let naics: String
    let employment: PublishedFigure
    let total: PublishedFigure
    /// Percent of the total.
    let share: Double
  }

  static func contradictions(in checked: CheckedDataset) -> [Contradiction] {
    let industries = industries(in: checked.dataset)
    return EmploymentShares.groups(in: checked).flatMap { group in
      industries.compactMap { contradiction(group, $0, in: checked) }
    }
  }

  private static func contradiction(
    _ group: EmploymentShares, _ industry: Industry, in checked: CheckedDataset
  ) -> Contradiction? {
    let shares = group.figures.filter { share in
      let codes = checked.records.settingIndustries.filter { $0.settingID == share.subject.id }
      return !codes.isEmpty && codes.allSatisfy { NAICSCode.holds(industry.naics, $0.naics) }
    }
    let part = EmploymentShares(figures: shares)
    guard !shares.isEmpty, part.sum > industry.share + part.tolerance else { return nil }
    return Contradiction(
      kind: .sharesAboveIndustry(part.ids, sum: part.sum, naics: industry.naics), subject: .national,
      measure: EmploymentShares.measure, published: nil,
      recalculation: Recalculation(
        .share, [.figure(industry.employment.id), .figure(industry.total.id)]),
      recalculated: industry.share, unit: "percent", figureID: part.ids[0])
  }

  private static func industries(in dataset: CareerDataset) -> [Industry] {
    let totals = dataset.figures(of: .national).filter(isEmployment)
    let counted = dataset.records.figures.filter { $0.subject.kind == .industry && isEmployment($0) }
    return counted.compactMap { figure in
      let isWidest = !counted.contains {
        $0.subject.id != figure.subject.id && NAICSCode.holds($0.subject.id, figure.subject.id)
      }
      guard isWidest,
        let total = totals.first(where: {
          $0.sourceID == figure.sourceID && $0.population == figure.population && $0.period == figure.period
        }), let whole = total.value, whole > 0, let part = figure.value
      else { return nil }
      return Industry(
        naics: figure.subject.id, employment: figure, total: total, share: part / whole * 100)
    }
  }

  private static func isEmployment(_ figure: PublishedFigure) -> Bool {
    figure.measure == "employment" && figure.unit == .count && figure.value != nil
  }
}

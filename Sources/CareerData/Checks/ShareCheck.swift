import OrderedCollections

/// Shares are from 0 to 100 percent, and those of one whole do not add up to more.
enum ShareCheck: PlausibilityCheck {
  static func findings(in checked: CheckedDataset) -> [CheckFinding] {
    single(in: checked) + sums(in: checked) + claimedSums(in: checked)
  }

  /// A share: percent, with a measure that ends in `share` or a statistic that begins with it.
  private static func isShare(_ figure: PublishedFigure) -> Bool {
    figure.unit == .percent && (figure.measure.hasSuffix("share") || figure.statistic.hasPrefix("share"))
  }

  private static func single(in checked: CheckedDataset) -> [CheckFinding] {
    checked.records.figures.filter(isShare).compactMap { figure in
      for (column, share) in [("low", figure.low), ("value", figure.value), ("high", figure.high)] {
        guard let share, !(0...100).contains(share) else { continue }
        let place = checked.place(ofFigure: figure.id, column)
        return CheckFinding(.error, place, .shareOutOfRange(share), figureIDs: [figure.id])
      }
      return nil
    }
  }

  private static func sums(in checked: CheckedDataset) -> [CheckFinding] {
    EmploymentShares.groups(in: checked).compactMap { group in
      guard group.sum > 100 + group.tolerance else { return nil }
      return CheckFinding(
        .error, checked.place(ofFigure: group.ids[0]),
        .shareSumAbove100(group.sum, count: group.ids.count), figureIDs: group.ids)
    }
  }

  /// Sums of shares that rows of `disagreements` name.
  private static func claimedSums(in checked: CheckedDataset) -> [CheckFinding] {
    let shares = Set(checked.records.figures.filter(isShare).map(\.id))
    return checked.records.disagreements.enumerated().compactMap { index, disagreement in
      guard let recalculation = Recalculation(disagreement.recalculation), recalculation.function == .sum,
        recalculation.operands.allSatisfy({ shares.contains($0.id) }),
        let sum = recalculation.value(in: checked.dataset)
      else { return nil }
      let ids = recalculation.operands.map(\.id)
      guard sum > 100 + EmploymentShares.tolerance(ids.count) else { return nil }
      return CheckFinding(
        .error, checked.place(.disagreements, index, "recalculation"),
        .shareSumAbove100(sum, count: ids.count), figureIDs: ids)
    }
  }
}

/// The shares of employment that settings have, of one source, population and period. Settings that overlap others
/// have no part in a whole.
struct EmploymentShares {
  let figures: [PublishedFigure]

  var ids: [String] { figures.map(\.id) }
  var sum: Double { figures.reduce(0) { $0 + ($1.value ?? 0) } }
  var tolerance: Double { Self.tolerance(figures.count) }

  static let measure = "employment_share"

  /// Shares are rounded to a tenth: each may be half of that off.
  static func tolerance(_ count: Int) -> Double { 0.05 * Double(count) + 1e-9 }

  private struct Key: Hashable {
    let sourceID: String
    let population: String
    let period: String
  }

  /// In the order of the table; a group has at least one share.
  static func groups(in checked: CheckedDataset) -> [EmploymentShares] {
    let overlapping = Set(checked.records.settings.filter(\.overlapsOthers).map(\.id))
    let shares = checked.records.figures.filter { figure in
      figure.measure == measure && figure.unit == .percent && figure.value != nil
        && figure.subject.kind == .setting && !overlapping.contains(figure.subject.id)
    }
    return OrderedDictionary(grouping: shares) {
      Key(sourceID: $0.sourceID, population: $0.population, period: $0.period)
    }.values
      .map(EmploymentShares.init)
  }
}

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
  private struct WholeIndustry {
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
    _ group: EmploymentShares, _ industry: WholeIndustry, in checked: CheckedDataset
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

  private static func industries(in dataset: CareerDataset) -> [WholeIndustry] {
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
      return WholeIndustry(
        naics: figure.subject.id, employment: figure, total: total, share: part / whole * 100)
    }
  }

  private static func isEmployment(_ figure: PublishedFigure) -> Bool {
    figure.measure == "employment" && figure.unit == .count && figure.value != nil
  }
}

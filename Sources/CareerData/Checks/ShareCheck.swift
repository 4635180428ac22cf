/// Shares are from 0 to 100 percent, and those of one whole do not add up to more.
enum ShareCheck: SenseCheck {
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
    return checked.records.figures
      .filter { figure in
        figure.measure == measure && figure.unit == .percent && figure.value != nil
          && figure.subject.kind == .setting && !overlapping.contains(figure.subject.id)
      }
      .grouped { Key(sourceID: $0.sourceID, population: $0.population, period: $0.period) }
      .map(EmploymentShares.init)
  }
}

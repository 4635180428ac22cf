import CareerData

/// What is new in the advice to a client when a dataset is renewed.
public enum AdviceChange: Sendable, Equatable {
  public enum Options: String, Sendable { case settings, specializations }

  /// Another option is the best paid of those with figures of one basis; `rank` is the place that the former best has
  /// now, nil when it has no figure any more.
  case bestOption(Options, old: String, new: String, rank: Int?)
  /// Full-time pay stands more than ``AdviceChange/percentilePoints`` from where it stood.
  case percentile(area: String, old: WageDistribution.Placement, new: WageDistribution.Placement)
  /// The gap to the low end of the next rung, in US dollars a year.
  case gapToNextRung(rung: String, old: Double, new: Double)
  /// Another rung is the next; nil for none.
  case nextRung(old: String?, new: String?)
  /// Titles of sources of the client's figures that have gone, and that have come.
  case sources(old: [String], new: [String])

  /// A percentile that moves by no more is the same advice.
  public static let percentilePoints = 5.0

  /// What changes from one advice to another on the same client; empty when nothing does.
  public static func changes(from old: Advice, to new: Advice) -> [AdviceChange] {
    [
      bestOption(.settings, old.settings, new.settings),
      bestOption(.specializations, old.specializations, new.specializations),
      percentile(old.national, new.national), percentile(old.state, new.state),
      percentile(old.area, new.area), nextRung(old, new), sources(old, new),
    ].compactMap(\.self)
  }

  // MARK: - Options

  private struct Basis: Hashable {
    let statistic: PayStatistic
    let population: String
  }

  private static func bestOption(
    _ options: Options, _ old: [ItemComparison], _ new: [ItemComparison]
  ) -> AdviceChange? {
    let (before, after) = (ranked(old), ranked(new))
    for group in before {
      guard let best = group.items.first, let now = after.first(where: { $0.basis == group.basis })?.items,
        let newBest = now.first, newBest.id != best.id
      else { continue }
      return .bestOption(
        options, old: best.title, new: newBest.title,
        rank: now.firstIndex { $0.id == best.id }.map { $0 + 1 })
    }
    return nil
  }

  /// The options of each basis, the best paid first; figures of different bases are not ranked together.
  private static func ranked(_ items: [ItemComparison]) -> [(basis: Basis, items: [ItemComparison])] {
    var groups: [(basis: Basis, items: [ItemComparison])] = []
    for item in items {
      guard let pay = item.pay, !pay.isFloor else { continue }
      let basis = Basis(statistic: pay.figure.statistic, population: pay.figure.populationID)
      if let index = groups.firstIndex(where: { $0.basis == basis }) {
        groups[index].items.append(item)
      } else {
        groups.append((basis, [item]))
      }
    }
    return groups.map { group in
      (group.basis, group.items.sortedStably { ($0.pay?.annual ?? 0) > ($1.pay?.annual ?? 0) })
    }
  }

  // MARK: - Place and rung

  private static func percentile(_ old: Position?, _ new: Position?) -> AdviceChange? {
    guard let before = old?.placement, let after = new?.placement, let area = new?.area.title else {
      return nil
    }
    // Beyond the published percentiles only the side is known; told is what has moved for certain.
    let (from, to) = (before.percentiles, after.percentiles)
    let moved = max(to.lowerBound - from.upperBound, from.lowerBound - to.upperBound)
    guard moved > percentilePoints else { return nil }
    return .percentile(area: area, old: before, new: after)
  }

  private static func nextRung(_ old: Advice, _ new: Advice) -> AdviceChange? {
    let (before, after) = (old.ladder.next?.rung, new.ladder.next?.rung)
    guard before?.id == after?.id else { return .nextRung(old: before?.title, new: after?.title) }
    guard let after, let gapBefore = gap(old), let gapAfter = gap(new),
      abs(gapAfter - gapBefore) >= 1
    else { return nil }
    return .gapToNextRung(rung: after.title, old: gapBefore, new: gapAfter)
  }

  private static func gap(_ advice: Advice) -> Double? {
    advice.ladder.rungs.first { $0.rung.id == advice.ladder.next?.rung.id }?
      .comparison.ranges.first?.lowFromClient?.amount
  }

  // MARK: - Sources

  private static func sources(_ old: Advice, _ new: Advice) -> AdviceChange? {
    let (before, after) = (sourceTitles(old), sourceTitles(new))
    let gone = before.filter { !after.contains($0) }
    let come = after.filter { !before.contains($0) }
    return gone.isEmpty && come.isEmpty ? nil : .sources(old: gone, new: come)
  }

  /// Of the figures that the client is compared with, in the order of the dataset.
  private static func sourceTitles(_ advice: Advice) -> [String] {
    let positions = [advice.national, advice.state, advice.area].compactMap(\.?.benchmark?.sourceID)
    let items = (advice.settings + advice.specializations + advice.ladder.rungs.map(\.comparison))
      .flatMap { [$0.pay?.figure.sourceID, $0.ranges.first?.figure.sourceID].compactMap(\.self) }
    let ids = Set(positions + items)
    return advice.dataset.records.sources.filter { ids.contains($0.id) }
      .map { "\($0.publisher), \($0.title), \($0.period)" }
  }
}

/// A client whose advice changes.
public struct ClientChange: Sendable, Equatable {
  public let clientID: String
  /// Never empty.
  public let changes: [AdviceChange]

  public init(clientID: String, changes: [AdviceChange]) {
    self.clientID = clientID
    self.changes = changes
  }
}

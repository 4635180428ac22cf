/// Where a number comes from: what every number of a report can answer when it is asked.
public enum Provenance: Sendable, Equatable {
  /// Published by a source.
  case published(Citation)
  /// Calculated here from published or stated numbers.
  ///
  /// `formula` names the calculation in words; `citations` are the published numbers it uses, in the order
  /// in which the formula names them.
  case calculated(formula: String, citations: [Citation])
  /// Stated by the client in the profile.
  case statedByClient

  /// The published figures that the number rests on.
  public var citations: [Citation] {
    switch self {
    case .published(let citation): [citation]
    case .calculated(_, let citations): citations
    case .statedByClient: []
    }
  }

  /// The ids of the sources, each once, in the order of first use.
  public var sourceIDs: [String] {
    citations.map(\.sourceID).reduce(into: []) { ids, id in
      if !ids.contains(id) { ids.append(id) }
    }
  }
}

/// One published figure as a report cites it.
public struct Citation: Sendable, Equatable {
  /// The id of the source in ``Report/sources``.
  public let sourceID: String
  /// What the figure is: `median`, `mean`, `10th percentile`, `range`, …
  public let statistic: String
  /// Whom the figure is about.
  public let population: String
  /// The time the figure is about: `May 2024`.
  public let period: String

  public init(sourceID: String, statistic: String, population: String, period: String) {
    self.sourceID = sourceID
    self.statistic = statistic
    self.population = population
    self.period = period
  }
}

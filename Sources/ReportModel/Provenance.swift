import Calculation

/// Where a number comes from: what every number of a report can answer when it is asked.
public enum Provenance: Sendable, Equatable {
  /// Published by a source.
  case published(Citation)
  /// Calculated here from published or stated numbers.
  case calculated(Calculation)
  /// Counted or chosen here, or not published at all; with the published figures that it rests on.
  case counted([Citation])
  /// Stated by the client in the profile.
  case statedByClient

  /// The published figures that the number rests on.
  public var citations: [Citation] {
    switch self {
    case .published(let citation): [citation]
    case .calculated(let calculation): calculation.citations
    case .counted(let citations): citations
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

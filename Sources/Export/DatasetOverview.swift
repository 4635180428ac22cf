import CareerData

/// What a dataset holds, for a person at a terminal.
public struct DatasetOverview: Sendable {
  private let dataset: CareerDataset

  public init(_ dataset: CareerDataset) { self.dataset = dataset }

  /// The lines to print: identity, sizes, and the ids that profiles use.
  public var lines: [String] {
    let records = dataset.records
    var lines = [
      "\(dataset.identity.title) (\(dataset.identity.name) \(dataset.identity.version))",
      "Occupation: \(dataset.occupation.title), SOC \(dataset.occupation.socCode)",
      "Figures: \(records.pay.count) of pay, \(records.figures.count) others, from \(records.sources.count) sources",
    ]
    lines += records.sources.map { "  \($0.id): \($0.publisher), \($0.title), \($0.period)" }
    let ids: [(String, [(String, String)])] = [
      ("setting", records.settings.map { ($0.id, $0.title) }),
      ("specialization", records.specializations.map { ($0.id, $0.title) }),
      ("rung", records.rungs.map { ($0.id, $0.title) }),
      ("credentials", records.credentials.map { ($0.id, $0.title) }),
    ]
    for (field, rows) in ids where !rows.isEmpty {
      lines += ["", "\(field):"] + rows.map { "  \($0.0): \($0.1)" }
    }
    let states = records.areas.filter { $0.kind == .state }.map(\.code)
    if !states.isEmpty { lines += ["", "state: \(states.joined(separator: " "))"] }
    return lines
  }
}

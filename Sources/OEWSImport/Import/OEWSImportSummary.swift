import CareerData

/// What an import did to a dataset, and what it left out.
public struct OEWSImportSummary: Sendable, Equatable {
  public let soc: String
  public let period: OEWSEdition
  /// Of `pay`, `figures`, `areas` and `industries`, as far as the dataset has them.
  public internal(set) var changes: [DatasetDraft.Change] = []
  /// The ids of the rows of `sources` that came and went.
  public private(set) var addedSource: String?
  public private(set) var droppedSources: [String] = []
  /// Subjects with rows for some owners of the employers beside the row for all: those were left out.
  public let partlyOwned: [String]
  /// Subjects with rows for some owners and none for all: left out.
  public let withoutTotal: [String]
  /// Rows of one owner of the employers each: left out.
  public let ofOneOwner: [String]
  /// Rows of an industry in a part of the nation: left out.
  public let unplacedCount: Int
  /// Tables without a row of the occupation.
  public let tablesWithoutRows: [String]
  /// Figures of OEWS of other periods that stayed, since the tables do not hold them, by period.
  public private(set) var otherPeriods: [(period: String, count: Int)] = []
  /// The version of the package before and after.
  public private(set) var versions: (before: String, after: String) = ("", "")

  init(soc: String, period: OEWSEdition, selection: OEWSSelection) {
    self.soc = soc
    self.period = period
    partlyOwned = selection.partlyOwned
    withoutTotal = selection.withoutTotal
    ofOneOwner = selection.ofOneOwner
    unplacedCount = selection.unplacedCount
    tablesWithoutRows = selection.tablesWithoutRows
  }

  mutating func add(_ sources: OEWSSources) {
    addedSource = sources.added?.id
    droppedSources = sources.dropped.map(\.id)
  }

  mutating func compare(_ old: DatasetDraft, _ new: DatasetDraft) {
    let before = old.origin.identity.version
    versions = (before, new == old ? before : DatasetDraft.raised(before))
    var counts: [String: Int] = [:]
    for table in [new[.pay], new[.figures]].compactMap(\.self) {
      for (id, period) in zip(table.cells("id"), table.cells("period"))
      where id.hasPrefix(OEWSNames.idPrefix) && period != self.period.text {
        counts[period, default: 0] += 1
      }
    }
    otherPeriods = counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// True when the dataset has become another.
  public var isChange: Bool { versions.before != versions.after }

  public static func == (a: OEWSImportSummary, b: OEWSImportSummary) -> Bool { a.lines == b.lines }
}

extension OEWSImportSummary {
  /// Lines for a person at a terminal.
  public var lines: [String] {
    changeLines + [Self.versionLine(versions)]
  }

  /// The same without the version of the dataset.
  public var changeLines: [String] {
    ["OEWS \(period.text), \(soc)"] + changes.map(\.line) + sourceLines + notes
  }

  private var sourceLines: [String] {
    (addedSource.map { ["sources.csv: \($0) added"] } ?? [])
      + droppedSources.map { "sources.csv: \($0) removed; nothing refers to it anymore" }
  }

  /// What was left out, and what the tables do not hold.
  public var notes: [String] {
    var lines: [String] = []
    if !partlyOwned.isEmpty {
      lines.append(
        "rows for some types of ownership left out in favor of the row for all: \(partlyOwned.listed)")
    }
    if !withoutTotal.isEmpty {
      lines.append(
        "left out, with rows for some types of ownership but none for all: \(withoutTotal.listed)")
    }
    if !ofOneOwner.isEmpty {
      lines.append(
        "left out, \(ofOneOwner.count) rows for one type of ownership each, which represent no whole industry or area: \(ofOneOwner.listed)"
      )
    }
    if unplacedCount > 0 {
      lines.append("left out, \(unplacedCount) rows for industries in part of the nation")
    }
    lines += tablesWithoutRows.map { "\($0): no row of \(soc)" }
    lines += otherPeriods.map {
      "\($0.count) figures for \($0.period) stay; the files do not include them"
    }
    return lines
  }

  /// What became of the version of a dataset.
  ///
  /// - Parameter name: of what has the version.
  public static func versionLine(
    _ versions: (before: String, after: String), of name: String = "dataset"
  ) -> String {
    versions.before != versions.after
      ? "version \(versions.before) is now \(versions.after)"
      : "nothing changed: the \(name) already has these figures"
  }
}

extension DatasetDraft.Change {
  /// `pay.csv: 12 rows added, 300 changed, 5 unchanged, 1 removed; 40 others kept`.
  var line: String {
    "\(file): \(added) rows added, \(changed) changed, \(confirmed) unchanged, \(removed) removed; \(kept) others kept"
  }
}

extension [String] {
  /// The first three, and how many more.
  var listed: String {
    prefix(3).joined(separator: "; ") + (count > 3 ? "; and \(count - 3) more" : "")
  }
}

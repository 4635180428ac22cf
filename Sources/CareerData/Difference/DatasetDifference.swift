/// What changed from one dataset to another.
///
/// ```swift
/// let difference = try DatasetDifference(from: lastYear, to: thisYear)
/// for record in difference.records where record.change == .removed { print(record.table, record.key) }
/// ```
public struct DatasetDifference: Sendable, Equatable {
  public let old: CareerDataset.Identity
  public let new: CareerDataset.Identity
  /// First the figures (tables `pay` and `figures`) that changed, the greatest change in percent first, those without a
  /// percentage last; then everything else by table, in each the added, the removed and the changed records, in the
  /// order of their rows.
  public let records: [RecordDifference]

  /// True when nothing differs but, perhaps, the order of rows and the way cells are written.
  public var isEmpty: Bool {
    records.isEmpty && (old.name, old.title, old.version) == (new.name, new.title, new.version)
  }

  /// Compares two datasets record by record. The records are found by the key of their table; a row without one is
  /// either there or not. Numbers and truth values are compared as such, other cells as text.
  ///
  /// - Throws: every problem of the first of the two that cannot be read.
  public init(from old: DatasetFiles, to new: DatasetFiles) throws(DatasetErrors) {
    self.init(from: try DatasetReader.open(old), to: try DatasetReader.open(new))
  }

  init(from old: OpenDataset, to new: OpenDataset) {
    self.old = old.dataset.identity
    self.new = new.dataset.identity
    let differences = Self.tableNames(old, new).flatMap { name in
      TableDifference(name: name, old: old.tables[name], new: new.tables[name]).records
    }
    let figures = [CareerDataset.Table.pay, .figures].map(\.rawValue)
    func isChangedFigure(_ record: RecordDifference) -> Bool {
      record.change == .changed && figures.contains(record.table)
    }
    // The position keeps equal changes in the order of their rows.
    let changed = differences.filter(isChangedFigure).enumerated()
      .sorted { first, second in
        let (a, b) = (first.element.greatestPercent ?? -1, second.element.greatestPercent ?? -1)
        return a == b ? first.offset < second.offset : a > b
      }
      .map(\.element)
    records = changed + differences.filter { !isChangedFigure($0) }
  }

  /// The tables that Pathbook knows in its order, then others in the order of the new package and of the old one.
  private static func tableNames(_ old: OpenDataset, _ new: OpenDataset) -> [String] {
    let names = CareerDataset.Table.allCases.map(\.rawValue) + (new.resources + old.resources).map(\.name)
    return names.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}

/// A record that one of two datasets has alone, or that both have with another content.
public struct RecordDifference: Sendable, Equatable {
  public enum Change: String, Sendable, CaseIterable {
    case added, removed, changed
  }

  /// A number of a figure.
  public struct Amount: Sendable, Equatable {
    /// `low`, `value` or `high`.
    public let column: String
    /// Nil when there is none.
    public let old: Double?
    public let new: Double?

    /// The new number less the old one; nil when one of them is missing, or the difference too great for a Double.
    public var difference: Double? {
      guard let old, let new, (new - old).isFinite else { return nil }
      return new - old
    }

    /// The difference in percent of the old number; nil without a difference or when that is 0.
    public var percent: Double? {
      guard let old, old != 0, let difference else { return nil }
      let percent = difference / abs(old) * 100
      return percent.isFinite ? percent : nil
    }
  }

  /// A cell that is no number of a figure.
  public struct Field: Sendable, Equatable {
    public let column: String
    /// As the file has it; nil when there is no value.
    public let old: String?
    public let new: String?
  }

  /// The name of the resource: `pay`.
  public let table: String
  /// The values of the table's key, with a comma between several.
  public let key: String
  public let change: Change
  /// `USD/year`, `percent`, …; nil for a record that is no figure.
  public let unit: String?
  /// The numbers that differ, of a figure; those that there are, of one that was added or removed.
  public let amounts: [Amount]
  /// The other cells that differ, in the order of the columns, without the key.
  public let fields: [Field]

  /// The greatest of the percentages, without its sign; nil when there is none.
  public var greatestPercent: Double? { amounts.compactMap(\.percent).map(\.magnitude).max() }
}

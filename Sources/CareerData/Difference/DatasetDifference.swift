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

import Algorithms
import Tabular

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
    let figures = CareerDataset.Table.ofFigures.map(\.rawValue)
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
    return Array(names.uniqued())
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

/// The comparison of a table of two datasets.
struct TableDifference {
  let name: String
  /// Nil when the dataset does not have the table.
  let old: OpenTable?
  let new: OpenTable?

  /// Added, removed and changed records.
  var records: [RecordDifference] {
    let keyColumns = keyColumns
    let oldRows = old.map { Self.rows($0, keyColumns) } ?? []
    let newRows = new.map { Self.rows($0, keyColumns) } ?? []
    let oldByKey = Dictionary(oldRows.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    let newKeys = Set(newRows.map(\.key))
    let added = newRows.filter { oldByKey[$0.key] == nil }.map { record(nil, $0, keyColumns) }
    let removed = oldRows.filter { !newKeys.contains($0.key) }.map { record($0, nil, keyColumns) }
    let changed = newRows.compactMap { row -> RecordDifference? in
      guard let before = oldByKey[row.key] else { return nil }
      let record = record(before, row, keyColumns)
      return record.amounts.isEmpty && record.fields.isEmpty ? nil : record
    }
    return added + removed + changed
  }

  private struct TableRow {
    /// The key; for equal keys a number that tells them apart.
    struct Key: Hashable {
      let cells: String
      let repetition: Int
    }

    let key: Key
    let shownKey: String
    let table: OpenTable
    let index: Int

    func cell(_ column: String) -> ArraySlice<UInt8>? {
      table.column(column).flatMap { table.cell(index, $0) }
    }

    func text(_ column: String) -> String? { cell(column).map { String(decoding: $0, as: UTF8.self) } }
  }

  private static func rows(_ table: OpenTable, _ keyColumns: [String]) -> [TableRow] {
    let columns = keyColumns.compactMap(table.column)
    var counts: [String: Int] = [:]
    return (0..<table.document.rowCount).map { row in
      let cells = table.key(row, columns) ?? ""
      let repetition = counts[cells, default: 0]
      counts[cells] = repetition + 1
      return TableRow(
        key: .init(cells: cells, repetition: repetition),
        shownKey: columns.map { table.document.text(row, $0) }.joined(separator: ", "), table: table,
        index: row)
    }
  }

  /// The key that both tables have, the new one's first; without one, all columns of both.
  private var keyColumns: [String] {
    let tables = [new, old].compactMap(\.self)
    for table in tables {
      let key = table.primaryKey.isEmpty ? [table.idColumn].compactMap(\.self) : table.primaryKey
      if !key.isEmpty, tables.allSatisfy({ table in key.allSatisfy { table.column($0) != nil } }) {
        return key
      }
    }
    guard let first = tables.first else { return [] }
    return first.fields.map(\.name).filter { name in tables.allSatisfy { $0.column(name) != nil } }
  }

  private func record(_ old: TableRow?, _ new: TableRow?, _ keyColumns: [String]) -> RecordDifference {
    let isFigure = CareerDataset.Table(rawValue: name).map(CareerDataset.Table.ofFigures.contains) ?? false
    let amountColumns = isFigure ? Self.amountColumns : []
    let amounts = amountColumns.compactMap { column -> RecordDifference.Amount? in
      let before = old?.cell(column).flatMap(CellValue.double)
      let after = new?.cell(column).flatMap(CellValue.double)
      return before == after ? nil : .init(column: column, old: before, new: after)
    }
    let fields = otherColumns(keyColumns + amountColumns).compactMap { column -> RecordDifference.Field? in
      isSame(column, old, new) ? nil : .init(column: column, old: old?.text(column), new: new?.text(column))
    }
    return RecordDifference(
      table: name, key: new?.shownKey ?? old?.shownKey ?? "",
      change: old == nil ? .added : new == nil ? .removed : .changed,
      unit: isFigure ? (new ?? old).flatMap(Self.unit) : nil, amounts: amounts, fields: fields)
  }

  private static let amountColumns = ["low", "value", "high"]

  /// The columns of the new table, then those that the old one has alone.
  private func otherColumns(_ excluded: [String]) -> [String] {
    let names = [new, old].compactMap(\.self).flatMap { $0.fields.map(\.name) }
    return names.uniqued().filter { !excluded.contains($0) }
  }

  private func isSame(_ column: String, _ old: TableRow?, _ new: TableRow?) -> Bool {
    let before = old?.cell(column)
    let after = new?.cell(column)
    guard let before, let after else { return before == nil && after == nil }
    if before.elementsEqual(after) { return true }
    let types = [old, new].compactMap { $0?.table.typeName(column) }
    if types.allSatisfy({ $0 == "number" || $0 == "integer" }) {
      return CellValue.double(before) == CellValue.double(after)
    }
    if types.allSatisfy({ $0 == "boolean" }) {
      return CellValue.boolean(before) == CellValue.boolean(after)
    }
    return false
  }

  private static func unit(_ row: TableRow) -> String? {
    row.text("unit") ?? row.text("basis").map { PayBasis(rawValue: $0)?.unitText ?? $0 }
  }
}

extension OpenTable {
  /// The column that tells the rows of a table apart that Pathbook knows.
  fileprivate var idColumn: String? { CareerDataset.Table(rawValue: name)?.idColumn }

  fileprivate func typeName(_ column: String) -> String? { self.column(column).map { fields[$0].typeName } }
}

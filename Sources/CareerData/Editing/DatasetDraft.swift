import Tabular

/// A dataset as it stands in its files, to be changed: tables as rows of text, and `datapackage.json`.
///
/// What is not changed is written back byte for byte; a changed table is written anew, with the same cells elsewhere.
///
/// ```swift
/// var draft = try DatasetDraft(files)
/// try draft.renew(.areas, key: "id", with: [["id": "state:PR", "kind": "state", "code": "PR", "title": "Puerto Rico"]])
/// let changed = draft.files
/// ```
public struct DatasetDraft: Sendable, Equatable {
  /// A table of the package: its columns and rows, in the order of the file.
  public struct Table: Sendable {
    public let name: String
    /// The path of its file in the package.
    public let path: String
    public let columns: [String]
    /// A cell for each column.
    public package(set) var rows: [[String]]
    /// What a cell without a value holds: mostly nothing.
    package let noValue: String
    /// Columns whose values are ids of the table `sources`.
    package let sourceColumns: Set<String>

    /// The position of a column; nil when there is none of that name.
    public func column(_ name: String) -> Int? { columns.firstIndex(of: name) }

    /// The cells of a column, in the order of the rows; empty when there is no such column.
    public func cells(_ name: String) -> [String] {
      column(name).map { index in rows.map { $0[index] } } ?? []
    }
  }

  /// The dataset that the files held at first.
  public let origin: CareerDataset
  /// The tables, in the order of the package.
  public package(set) var tables: [Table]
  package var package: PackageText
  private let originalFiles: [String: [UInt8]]
  private let originalTables: [Table]

  /// - Throws: every problem of a dataset that does not read.
  public init(_ files: DatasetFiles) throws(DatasetErrors) {
    origin = try DatasetReader.read(files)
    var log = ProblemLog()
    let bytes = files.files[DatasetFiles.packageName] ?? []
    guard let package = DataPackage(bytes, log: &log) else {
      preconditionFailure("a dataset that reads has a package that does")
    }
    self.package = PackageText(validJSON: bytes)
    tables = package.resources.map {
      Table($0, CSVDocument(files.files[$0.path] ?? [], limits: DatasetLimits.csv(ofTable: $0.name)))
    }
    originalFiles = files.files
    originalTables = tables
  }

  public subscript(table: CareerDataset.Table) -> Table? { tables.first { $0.name == table.rawValue } }

  /// True when a table or the package differs from what the files held at first.
  public var isChanged: Bool {
    tables != originalTables || package.bytes != originalFiles[DatasetFiles.packageName]
  }

  /// The files with the changes.
  public var files: DatasetFiles {
    var files = originalFiles
    for table in tables where !originalTables.contains(table) {
      files[table.path] = CSVWriter.exact.table(columns: table.columns, rows: table.rows)
    }
    files[DatasetFiles.packageName] = package.bytes
    return DatasetFiles(files: files)
  }
}

extension DatasetDraft.Table: Equatable {
  /// Byte for byte: to Swift two texts are equal that Unicode writes in two ways.
  public static func == (a: Self, b: Self) -> Bool {
    a.name == b.name && a.path == b.path && areSame(a.columns, b.columns)
      && a.rows.elementsEqual(b.rows, by: areSame)
  }

  package static func areSame(_ a: [String], _ b: [String]) -> Bool {
    a.elementsEqual(b) { $0.utf8.elementsEqual($1.utf8) }
  }
}

extension DatasetDraft.Table {
  fileprivate init(_ resource: DataPackage.Resource, _ document: CSVDocument) {
    name = resource.name
    path = resource.path
    columns = document.header
    rows = (0..<document.rowCount).map { row in document.header.indices.map { document.text(row, $0) } }
    noValue = resource.missingValues.contains("") ? "" : resource.missingValues.first ?? ""
    let sources = CareerDataset.Table.sources.rawValue
    let keys = resource.foreignKeys.filter { $0.resource == sources }.flatMap(\.fields)
    sourceColumns = Set(keys).union(Self.declaredSourceColumns(ofTable: resource.name))
  }

  /// A table without rows.
  package init(_ entry: TableCatalog.Entry) {
    name = entry.name
    path = entry.path
    columns = entry.columns
    rows = []
    noValue = ""
    sourceColumns = Self.declaredSourceColumns(ofTable: entry.name)
  }

  /// None for a table that Pathbook does not know.
  private static func declaredSourceColumns(ofTable name: String) -> Set<String> {
    Set(CareerDataset.Table(rawValue: name)?.declaration.columns(referringTo: .sources) ?? [])
  }
}

extension DatasetDraft {
  /// What was done to a table, in rows.
  public struct Change: Sendable, Equatable {
    /// The path of the table's file.
    public let file: String
    public package(set) var added = 0
    /// Rows that stand where they stood, with other cells.
    public package(set) var changed = 0
    /// Rows that were given and stood there already, cell for cell.
    public package(set) var confirmed = 0
    public package(set) var removed = 0
    /// Rows that nothing was given for.
    public package(set) var kept = 0

    package init(file: String) { self.file = file }

    public var isNone: Bool { added == 0 && changed == 0 && removed == 0 }
  }

  /// Cells by the names of their columns.
  public typealias Cells = [String: String]

  /// Renews rows of a table.
  ///
  /// A row takes the place of the one with the same key; without such a one it goes to the end. Columns that it does not
  /// name keep their cells.
  ///
  /// - Parameters:
  ///   - key: the column that tells the rows apart.
  ///   - made: the rows, each with its key; of two with one key the last counts.
  ///   - dispensable: columns that may be left out where the table does not have them.
  ///   - isStale: asked of each row that has no new one; true takes it out.
  @discardableResult
  public mutating func renew(
    _ table: CareerDataset.Table, key: String, with made: [Cells], dispensable: Set<String> = ["note"],
    removing isStale: (Cells) -> Bool = { _ in false }
  ) throws(DraftError) -> Change {
    guard let index = tables.firstIndex(where: { $0.name == table.rawValue }) else {
      throw .tableMissing(table.rawValue)
    }
    let old = tables[index]
    var change = Change(file: old.path)
    guard let keyColumn = old.column(key) else { throw .columnMissing(file: old.path, column: key) }
    for cells in made { try old.checkColumns(of: cells, dispensable: dispensable) }
    let madeByKey = Dictionary(made.map { ($0[key] ?? "", $0) }, uniquingKeysWith: { _, last in last })
    var rows: [[String]] = []
    rows.reserveCapacity(old.rows.count + made.count)
    for row in old.rows {
      if let cells = madeByKey[row[keyColumn]] {
        let renewed = old.row(cells, in: row)
        let isSame = DatasetDraft.Table.areSame(renewed, row)
        change.changed += isSame ? 0 : 1
        change.confirmed += isSame ? 1 : 0
        rows.append(renewed)
      } else if isStale(old.cells(of: row)) {
        change.removed += 1
      } else {
        change.kept += 1
        rows.append(row)
      }
    }
    var held = Set(old.rows.map { $0[keyColumn] })
    for id in made.map({ $0[key] ?? "" }) where held.insert(id).inserted {
      rows.append(old.row(madeByKey[id] ?? [:], in: nil))
      change.added += 1
    }
    tables[index].rows = rows
    return change
  }

  /// Adds a table without rows, as the catalog describes it; one that is there stays as it is.
  public mutating func addTable(
    _ table: CareerDataset.Table, from catalog: TableCatalog
  ) throws(DraftError) {
    guard self[table] == nil else { return }
    guard let entry = catalog.entry(table) else { throw .tableMissing(table.rawValue) }
    tables.append(Table(entry))
    package.insert(entry.text, into: "resources")
  }

  /// Raises the version of the package: the second of its numbers by one, those behind it to 0: `2026.1.3` becomes
  /// `2026.2.0`. A version of another form gets a number at its end.
  public mutating func raiseVersion() {
    package.set("version", to: Self.raised(origin.identity.version))
  }

  /// The version that ``raiseVersion()`` gives.
  package var raisedVersion: String { Self.raised(origin.identity.version) }

  /// Takes a raised version back: for a dataset that has just been made.
  package mutating func keepVersion() { package.set("version", to: origin.identity.version) }

  package static func raised(_ version: String) -> String {
    let parts = version.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let numbers = parts.compactMap { UInt32($0).map(UInt64.init) }
    guard numbers.count == parts.count, numbers.count > 1 else {
      let last = parts.last.flatMap(UInt32.init).map { UInt64($0) + 1 }
      return last.map { (parts.dropLast() + ["\($0)"]).joined(separator: ".") } ?? version + ".1"
    }
    let raised = [numbers[0], numbers[1] + 1] + numbers.dropFirst(2).map { _ in 0 }
    return raised.map(String.init).joined(separator: ".")
  }

  /// True when a row of any table names the source.
  package func refersToSource(_ id: String) -> Bool {
    tables.contains { table in table.sourceColumns.contains { table.cells($0).contains(id) } }
  }
}

extension DatasetDraft.Table {
  fileprivate func checkColumns(
    of cells: DatasetDraft.Cells, dispensable: Set<String>
  ) throws(DraftError) {
    // A flag that is false says no more than a column that is missing.
    let meant = cells.filter { !$0.value.isEmpty && $0.value != "false" && !dispensable.contains($0.key) }
    for name in meant.keys.sorted() where column(name) == nil {
      throw .columnMissing(file: path, column: name)
    }
  }

  fileprivate func row(_ cells: DatasetDraft.Cells, in old: [String]?) -> [String] {
    columns.enumerated().map { index, name in
      if let cell = cells[name] { return cell.isEmpty ? noValue : cell }
      return old?[index] ?? noValue
    }
  }

  /// A row, by the names of the columns.
  package func cells(of row: [String]) -> DatasetDraft.Cells {
    Dictionary(zip(columns, row), uniquingKeysWith: { first, _ in first })
  }
}

/// Why a row cannot be written into a table of a draft.
public enum DraftError: Error, Sendable, Equatable {
  /// A cell has a meaning and the table no column for it.
  case columnMissing(file: String, column: String)
  /// The package has no such table, and there is no description to make it from.
  case tableMissing(String)
}

extension DraftError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .columnMissing(let file, let column):
      "\(file): \(column): the table has no such column; add it to the schema and to the file"
    case .tableMissing(let name):
      "\(DatasetFiles.packageName): resources: the package has no table \(name); add the resource and its file"
    }
  }
}

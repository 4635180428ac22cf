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
    sourceColumns = Set(keys + (CareerDataset.Table(rawValue: resource.name) == nil ? [] : ["source"]))
  }

  /// A table without rows.
  package init(_ entry: TableCatalog.Entry) {
    name = entry.name
    path = entry.path
    columns = entry.columns
    rows = []
    noValue = ""
    sourceColumns = ["source"]
  }
}

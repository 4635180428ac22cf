import Tabular

extension Catalogue {
  /// Reads and checks a catalogue from the files of its Data Package: every cell by the schemas, and what the tables refer
  /// to. Rows are brought into the order of the codes.
  ///
  /// - Throws: every problem of the package, found in one run.
  public init(checking files: DatasetFiles) throws(DatasetErrors) {
    var log = ProblemLog()
    let ordered = Self.checked(files, log: &log)
    if let errors = log.errors { throw errors }
    self.init(ordered)
  }

  /// Whether the files are those of a catalogue, sound or not, and of no dataset.
  package static func isMade(of files: DatasetFiles) -> Bool {
    DatasetFiles.paths(namedBy: files.files[DatasetFiles.packageName] ?? [])
      .contains(Table.relatedOccupations.path)
  }

  private static func checked(_ files: DatasetFiles, log: inout ProblemLog) -> DatasetFiles {
    let name = DatasetFiles.packageName
    log.begin(name)
    guard let bytes = files.files[name] else {
      log.add(DatasetProblem(file: name, kind: .fileMissing))
      return files
    }
    guard let package = DataPackage(bytes, log: &log) else { return files }
    let check = TableSchemaCheck(files: files)
    var tables: [String: OpenTable] = [:]
    for resource in package.resources {
      tables[resource.name] = check.open(resource, log: &log)
      check.check(resource, tables[resource.name], log: &log)
    }
    let keys = ForeignKeyCheck(package: package, tables: tables)
    for resource in package.resources { keys.check(resource, log: &log) }
    var ordered = files.files
    for table in Table.allCases {
      guard package.resources.contains(where: { $0.name == table.rawValue && $0.path == table.path }) else {
        let column = "resources: \(table.rawValue)"
        log.add(DatasetProblem(file: name, column: column, kind: .tableMissing, allowed: [table.rawValue]))
        continue
      }
      guard let open = tables[table.rawValue] else { continue }
      for column in table.neededColumns where open.column(column) == nil {
        log.add(DatasetProblem(file: open.file, row: 1, column: column, kind: .columnMissing))
      }
      if table.isKeyed { ordered[table.path] = inOrder(open.document) }
    }
    return DatasetFiles(files: ordered)
  }

  /// By the first cell, each row on a line of its own.
  static func inOrder(_ document: CSVDocument) -> [UInt8] {
    let rows = (0..<document.rowCount).map { row in
      document.header.indices.map { column in
        String(document.text(row, column).map { $0.isNewline ? " " : $0 })
      }
    }
    let sorted = rows.enumerated().sorted { a, b in
      a.element[0] == b.element[0]
        ? a.offset < b.offset : a.element[0].utf8.lexicographicallyPrecedes(b.element[0].utf8)
    }
    return CSVWriter.exact.table(columns: document.header, rows: sorted.map(\.element))
  }
}

extension Catalogue.Table {
  /// Whether the rows are found by the SOC code in their first cell.
  var isKeyed: Bool { neededColumns.first == "soc" }

  /// Without these nothing can be found; a cell of any other column that is missing is not known.
  var neededColumns: [String] {
    switch self {
    case .sources: ["id", "publisher", "title", "period"]
    case .occupations: ["soc", "title"]
    case .areas: ["id", "kind", "code", "title"]
    case .statePay: ["soc", "state"]
    case .priceParities: ["area", "year", "rpp", "source"]
    case .jobTitles: ["soc", "title", "onet_soc_code"]
    case .relatedOccupations: ["soc"]
    case .factors: ["soc", "factor"]
    case .translations: ["language", "text", "translation"]
    }
  }
}

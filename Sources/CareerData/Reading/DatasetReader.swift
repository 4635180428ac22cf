/// Reads a career dataset from the files of its Data Package.
public enum DatasetReader {
  /// Reads and checks a whole package.
  ///
  /// Each table is checked against its Table Schema, and each table that Pathbook knows against what Pathbook needs.
  /// Tables and columns that Pathbook does not know are checked by their schema and left out. A table that the
  /// package lacks is not in ``CareerDataset/tables``.
  ///
  /// - Parameter language: the words for readers in this language, `es` or `es-US`, as far as the table
  ///   `translations` has them; nil for the words of the tables themselves.
  /// - Throws: every problem of the package, found in one run.
  public static func read(
    _ files: DatasetFiles, language: String? = nil
  ) throws(DatasetErrors) -> CareerDataset {
    try open(files, language: language).dataset
  }

  /// The same, with the tables that the records were read from.
  static func open(_ files: DatasetFiles, language: String? = nil) throws(DatasetErrors) -> OpenDataset {
    var log = ProblemLog()
    let reading = DatasetReading(files, log: &log)
    let records = reading?.records(language: language, log: &log)
    if let errors = log.errors { throw errors }
    guard let reading, let records else {
      preconditionFailure("a dataset that cannot be read has a problem")
    }
    let package = reading.package
    let words = language.map { Translation.words(in: $0, records.translations) } ?? [:]
    let identity = CareerDataset.Identity(
      name: package.name, title: words[package.title] ?? package.title, version: package.version,
      contentHash: files.contentHash(ofResources: package.resources.map(\.path)))
    return OpenDataset(
      dataset: CareerDataset(identity: identity, tables: reading.knownTables, records: records),
      resources: package.resources, tables: reading.tables)
  }
}

/// The reading of one package.
private struct DatasetReading {
  let package: DataPackage
  let tables: [String: OpenTable]

  init?(_ files: DatasetFiles, log: inout ProblemLog) {
    let name = DatasetFiles.packageName
    log.begin(name)
    guard let bytes = files.files[name] else {
      log.add(DatasetProblem(file: name, kind: .fileMissing))
      return nil
    }
    guard let package = DataPackage(bytes, log: &log) else { return nil }
    self.package = package
    let check = TableSchemaCheck(files: files)
    var tables: [String: OpenTable] = [:]
    var names: Set<String> = []
    for resource in package.resources {
      guard names.insert(resource.name).inserted else {
        let problem = DatasetProblem(
          file: name, row: resource.line, column: "\(resource.place).name", kind: .nameTwice,
          found: resource.name)
        log.add(problem)
        continue
      }
      tables[resource.name] = check.open(resource, log: &log)
    }
    self.tables = tables
    // A resource that could not be read has been noted; it may be the table that seems to be missing.
    guard package.isComplete else { return }
    for table in CareerDataset.Table.required where !names.contains(table.rawValue) {
      let column = "resources: \(table.rawValue)"
      log.add(DatasetProblem(file: name, column: column, kind: .tableMissing, allowed: [table.rawValue]))
    }
  }

  var knownTables: Set<CareerDataset.Table> {
    Set(tables.keys.compactMap(CareerDataset.Table.init))
  }

  func records(language: String?, log: inout ProblemLog) -> CareerDataset.Records {
    let ids = KnownIDs(package: package, tables: tables)
    var loader = TableLoader(tables: tables, ids: ids)
    var records = CareerDataset.Records()
    // First the words that the others are to have.
    CareerDataset.Table.translations.declaration.load(loader, &records, &log)
    if let language { loader.translations = Translation.words(in: language, records.translations) }
    for table in CareerDataset.Table.allCases where table != .translations {
      table.declaration.load(loader, &records, &log)
    }

    let keys = ForeignKeyCheck(package: package, tables: tables)
    for resource in package.resources { keys.check(resource, log: &log) }
    AreaCodeCheck(table: tables[CareerDataset.Table.areas.rawValue]).check(log: &log)
    let figures = FigureCheck(tables: tables, ids: ids)
    figures.checkOccupations(log: &log)
    figures.checkIDs(log: &log)
    figures.checkRecalculations(log: &log)
    return records
  }
}

import OrderedCollections
import Tabular

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
    guard files.areChecked else { return try open(files, language: language).dataset }
    var log = ProblemLog()
    let reading = DatasetReading(files, log: &log)
    return try finished(reading, files, language, log).dataset
  }

  /// The same with the tables that the records were read from, and with every check whatever is known of the files.
  static func open(_ files: DatasetFiles, language: String? = nil) throws(DatasetErrors) -> OpenDataset {
    var log = ProblemLog()
    let reading = DatasetReading(files, log: &log)
    reading?.check(log: &log)
    return try finished(reading, files, language, log)
  }

  private static func finished(
    _ reading: DatasetReading?, _ files: DatasetFiles, _ language: String?, _ log: ProblemLog
  ) throws(DatasetErrors) -> OpenDataset {
    if let errors = log.errors { throw errors }
    guard let reading else { preconditionFailure("a dataset that cannot be read has a problem") }
    let records = reading.records(language: language)
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
  private let schemas: TableSchemaCheck

  init?(_ files: DatasetFiles, log: inout ProblemLog) {
    let name = DatasetFiles.packageName
    log.begin(name)
    guard let bytes = files.files[name] else {
      log.add(DatasetProblem(file: name, kind: .fileMissing))
      return nil
    }
    guard let package = DataPackage(bytes, areChecked: files.areChecked, log: &log) else { return nil }
    self.package = package
    schemas = TableSchemaCheck(files: files)
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
      tables[resource.name] = schemas.open(resource, log: &log)
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

  /// Each table by its schema, then by what Pathbook needs of it, then against the others.
  func check(log: inout ProblemLog) {
    for resource in package.resources { schemas.check(resource, tables[resource.name], log: &log) }
    let ids = KnownIDs(package: package, tables: tables)
    let check = TableCheck(tables: tables, ids: ids)
    for table in CareerDataset.Table.allCases { check.check(table, log: &log) }
    let keys = ForeignKeyCheck(package: package, tables: tables)
    for resource in package.resources { keys.check(resource, log: &log) }
    AreaCodeCheck(table: tables[CareerDataset.Table.areas.rawValue]).check(log: &log)
    let figures = FigureCheck(tables: tables, ids: ids)
    figures.checkOccupations(log: &log)
    figures.checkIDs(log: &log)
    figures.checkRecalculations(log: &log)
  }

  func records(language: String?) -> CareerDataset.Records {
    var loader = TableLoader(tables: tables)
    var records = CareerDataset.Records()
    // First the words that the others are to have.
    CareerDataset.Table.translations.declaration.load(loader, &records)
    if let language { loader.translations = Translation.words(in: language, records.translations) }
    for table in CareerDataset.Table.allCases where table != .translations {
      table.declaration.load(loader, &records)
    }
    return records
  }
}

/// What a dataset may ask of the memory and the time of the reader. A dataset with the pay of every area and industry of
/// OEWS for one occupation has some 20,000 rows and 3 MB.
public enum DatasetLimits {
  /// Bytes of one file.
  public static let fileBytes = 64 << 20
  /// Bytes of all files together.
  public static let totalBytes = 256 << 20
  /// Rows of the tables of figures and of words, and of those that Pathbook does not know.
  public static let rows = 50_000
  /// Rows of every other table: what figures are about is far less than figures.
  public static let rowsOfSubjects = 2_000
  /// Cells of a table.
  public static let cells = 2_000_000
  /// Columns of a table.
  public static let columns = 1_000
  /// Bytes of a row, and so of a cell.
  public static let rowBytes = 1 << 20
  /// Rows of a file that are no CSV; after so many it is another kind of file.
  public static let brokenRows = 1_000
  /// Resources of a package.
  public static let resources = 500
  /// Figures of one subject, statistic and basis that are compared with one another; OEWS has one.
  static let figuresOfOneKind = 20
  /// Elements of every other list in a package: fields, keys, allowed values.
  public static let listElements = 1_000

  /// What the file of a table may ask of the reader.
  package static func csv(ofTable name: String) -> CSVLimits {
    CSVLimits(
      rows: rows(ofTable: name), cells: cells, columns: columns, rowBytes: rowBytes, brokenRows: brokenRows)
  }

  /// Rows that a table may have.
  static func rows(ofTable name: String) -> Int {
    CareerDataset.Table(rawValue: name)?.declaration.maximumRows ?? rows
  }
}

/// Collects the problems of a dataset: one for each cell, and no more than a limit for each file.
struct ProblemLog {
  private struct Place: Hashable {
    let file: String
    let row: Int?
    let column: String?
  }

  private struct Listed {
    var problems: [DatasetProblem] = []
    /// Problems beyond the limit.
    var restCount = 0
  }

  /// In the order of the files in the package.
  private var files: OrderedDictionary<String, Listed> = [:]
  private var places: Set<Place> = []

  /// Fixes a file's place in the order.
  mutating func begin(_ file: String) {
    if files[file] == nil { files[file] = Listed() }
  }

  /// Adds a problem; a cell that has one already keeps it, for what follows from it explains nothing.
  mutating func add(_ problem: DatasetProblem) {
    begin(problem.file)
    let place = Place(file: problem.file, row: problem.row, column: problem.column)
    guard places.insert(place).inserted || (place.row == nil && place.column == nil) else { return }
    if files[problem.file, default: Listed()].problems.count < DatasetErrors.limitPerFile {
      files[problem.file, default: Listed()].problems.append(problem)
    } else {
      files[problem.file, default: Listed()].restCount += 1
    }
  }

  /// Nil when there is no problem.
  var errors: DatasetErrors? {
    let sorted = files.values.flatMap { listed in
      // Stable within a row: the order in which they were found.
      listed.problems.enumerated()
        .sorted { ($0.element.row ?? .max, $0.offset) < ($1.element.row ?? .max, $1.offset) }
        .map(\.element)
    }
    guard !sorted.isEmpty else { return nil }
    let rest = files.filter { $0.value.restCount > 0 }.map {
      DatasetErrors.Rest(file: $0.key, count: $0.value.restCount)
    }
    return DatasetErrors(problems: sorted, rest: rest)
  }
}

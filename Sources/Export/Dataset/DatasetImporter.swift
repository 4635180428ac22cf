import CareerData
import Glibc
import OEWSImport
import SafeFiles

/// Renews datasets, and makes new ones, from OEWS files.
public struct DatasetImporter: Sendable {
  private let paths: [String]
  private let edition: OEWSEdition?

  /// - Parameters:
  ///   - paths: OEWS files as BLS offers them.
  ///   - period: `May 2024`; nil when the files say it.
  public init(files paths: [String], period: String?) throws(ExportFailure) {
    self.paths = paths
    edition = try Self.edition(period)
  }

  static func edition(_ period: String?) throws(ExportFailure) -> OEWSEdition? {
    guard let period else { return nil }
    guard let edition = OEWSEdition(period) else {
      throw .usage("--period: '\(period)' is no month of OEWS; write it as \"May 2024\"")
    }
    return edition
  }

  /// Renews the figures of a dataset that the files hold; the dataset is the old one or the new one at any moment.
  ///
  /// - Parameters:
  ///   - soc: the occupation of the dataset, to make sure; nil: not checked.
  ///   - allowsOlder: true to put the figures of an older edition in the place of newer ones.
  /// - Returns: lines that say what changed, and notices.
  public func renew(
    _ path: String, soc: String?, allowsOlder: Bool = false
  ) throws(ExportFailure) -> (lines: [String], notices: [String]) {
    let result = try renewed(path, soc: soc, allowsOlder: allowsOlder)
    guard result.isChanged else { return (result.lines, result.notices) }
    // What people have written about the old figures is theirs to bring up to date.
    let next =
      "next: \"pathbook dataset check \(path)\" tells which explanations still speak of the old figures"
    return (result.lines + [next], result.notices)
  }

  /// The same without what to do next, and whether anything was changed.
  package func renewed(
    _ path: String, soc: String?, allowsOlder: Bool = false
  ) throws(ExportFailure) -> (lines: [String], isChanged: Bool, notices: [String]) {
    let place = try DatasetPlace(path)
    let draft: DatasetDraft
    do throws(DatasetErrors) { draft = try DatasetDraft(place.files) } catch {
      throw DatasetLoader.failure(error, path: path)
    }
    let occupation = draft.origin.occupation
    if let soc, soc != occupation.socCode {
      throw .usage(
        "\(path) is about \(occupation.socCode), \(occupation.title); \"pathbook dataset new --soc \(soc)\" makes a dataset about another occupation"
      )
    }
    let published = try PublishedFiles(paths, occupations: OEWSImporter.occupations(of: draft.origin))
    var renewed = draft
    var lines: [String] = []
    if !published.tables.isEmpty {
      let renewal = try run(published.tables, into: path) { (run) throws(OEWSImportError) in
        try run.renew(draft, allowsOlder: allowsOlder)
      }
      renewed = renewal.draft
      lines += renewal.summary.changeLines
    }
    if let projections = published.projections {
      let result = try renew(renewed, projections, path: path, allowsOlder: allowsOlder)
      renewed = result.draft
      lines += result.lines
    }
    let version = draft.origin.identity.version
    lines.append(
      OEWSImportSummary.versionLine((version, renewed.isChanged ? renewed.raisedVersion : version)))
    guard renewed.isChanged else { return (lines, false, []) }
    return (lines, true, try place.replace(with: renewed.files))
  }

  private func renew(
    _ draft: DatasetDraft, _ projections: PublishedFiles.NamedProjections, path: String, allowsOlder: Bool
  ) throws(ExportFailure) -> ProjectionsImporter.Renewed {
    let catalog = TableCatalog(package: DatasetLoader.shippedFiles.files[DatasetFiles.packageName] ?? [])
    let importer = ProjectionsImporter(
      projections.projections, name: projections.name, catalog: catalog,
      words: CatalogueLoader.shipped().translations)
    do throws(OEWSImportError) { return try importer.renew(draft, allowsOlder: allowsOlder) } catch {
      throw failure(error, into: path)
    }
  }

  /// Makes a dataset about an occupation in a folder that is missing or empty.
  ///
  /// - Parameter title: of the dataset, and what its reports call the work; nil: the title that OEWS gives.
  public func make(
    _ path: String, soc: String, title: String?
  ) throws(ExportFailure) -> (lines: [String], notices: [String]) {
    guard soc.wholeMatch(of: /[0-9]{2}-[0-9]{4}/) != nil else {
      throw .usage("--soc: '\(soc)' is no SOC code; write it as 29-2052")
    }
    let published = try PublishedFiles(paths, occupations: [soc])
    guard !published.tables.isEmpty else { throw failure(OEWSImportError(.noWages), into: path) }
    let renewal = try run(published.tables, into: path) { (run) throws(OEWSImportError) in
      try run.newDataset(soc: soc, title: title)
    }
    var files = renewal.draft.files
    var notes = renewal.summary.notes
    if let projections = published.projections {
      let draft: DatasetDraft
      do throws(DatasetErrors) { draft = try DatasetDraft(files) } catch {
        throw DatasetLoader.failure(error, path: path)
      }
      var result = try renew(draft, projections, path: path, allowsOlder: false)
      result.draft.keepVersion()
      files = result.draft.files
      notes += result.lines
    }
    let notices = try DatasetPlace.create(path, files)
    let dataset = try DatasetLoader.read(files, path: path)
    let records = dataset.records
    let line =
      "\(path): \(dataset.occupation.title), SOC \(soc): \(records.pay.count) figures of pay, \(records.figures.count) others, OEWS \(renewal.summary.period.text)"
    return ([line] + notes, notices)
  }

  private func run(
    _ tables: [OEWSImporter.Table], into path: String,
    _ work: (OEWSImporter) throws(OEWSImportError) -> OEWSImporter.Renewal
  ) throws(ExportFailure) -> OEWSImporter.Renewal {
    let renewal = try renewal(of: tables, into: path, work)
    // At the end, when the figures of all files stand beside one another; nothing has been written yet.
    let contradictions = renewal.contradictions
    guard contradictions.isEmpty else {
      throw .badData(path: paths.joined(separator: ", "), problems: contradictions.map(Self.words))
    }
    return renewal
  }

  /// A finding with the figure in place of a row that is in no file yet.
  private static func words(_ finding: CheckFinding) -> String {
    "\(finding.figureIDs.first ?? finding.place.file): \(finding.found); expected: \(finding.expected); use the table as BLS publishes it"
  }

  private func renewal(
    of tables: [OEWSImporter.Table], into path: String,
    _ work: (OEWSImporter) throws(OEWSImportError) -> OEWSImporter.Renewal
  ) throws(ExportFailure) -> OEWSImporter.Renewal {
    let package = DatasetLoader.shippedFiles.files[DatasetFiles.packageName] ?? []
    do throws(OEWSImportError) {
      return try work(
        try OEWSImporter(tables: tables, period: edition, catalog: TableCatalog(package: package)))
    } catch { throw failure(error, into: path) }
  }

  private func failure(_ error: OEWSImportError, into path: String) -> ExportFailure {
    let problems = error.description.split(separator: "\n").map(String.init)
    return .badData(path: error.table ?? place(of: error, into: path), problems: problems)
  }

  private func place(of error: OEWSImportError, into path: String) -> String {
    switch error.kind {
    case .draft, .sourceOfOtherPeriod, .notADataset: path
    default: paths.joined(separator: ", ")
    }
  }
}

/// Files of public statistics, as BLS offers them, read from the disk: tables of OEWS, and the workbook of the projections.
struct PublishedFiles {
  struct NamedProjections {
    let name: String
    let projections: Projections
  }

  private(set) var tables: [OEWSImporter.Table] = []
  private(set) var projections: NamedProjections?

  /// - Parameters:
  ///   - occupations: whose rows of OEWS are taken; nil: all.
  ///   - isTaken: whether a row of them is.
  init(
    _ paths: [String], occupations: Set<String>?, where isTaken: (OEWSRow) -> Bool = { _ in true }
  ) throws(ExportFailure) {
    for path in paths { try read(path, occupations, isTaken) }
  }

  private mutating func read(
    _ path: String, _ occupations: Set<String>?, _ isTaken: (OEWSRow) -> Bool
  ) throws(ExportFailure) {
    guard !OEWSFile.isLockFile(path) else {
      throw Self.failure(OEWSError(file: path, kind: .lockFile), path)
    }
    let descriptor = try InputFile.open(path)
    defer { close(descriptor) }
    var rows: [OEWSRow] = []
    do throws(OEWSError) {
      let info = try OEWSFile(name: path, descriptor: descriptor).read(occupations: occupations) {
        if isTaken($0) { rows.append($0) }
      }
      tables.append(
        OEWSImporter.Table(name: path, period: info.period.flatMap { OEWSEdition($0) }, rows: rows))
    } catch {
      // What is no table of OEWS may be the workbook of the projections.
      guard error.kind == .noTable, let found = try Self.projections(path, descriptor) else {
        throw Self.failure(error, path)
      }
      guard projections == nil else {
        throw .badData(path: path, problems: [OEWSImportError(.projectionsTwice).description])
      }
      projections = NamedProjections(name: path, projections: found)
    }
  }

  /// Nil for a file without a table of the projections.
  private static func projections(
    _ path: String, _ descriptor: Int32
  ) throws(ExportFailure) -> Projections? {
    do throws(OEWSError) { return try ProjectionsFile(name: path, descriptor: descriptor).read() } catch {
      switch error.kind {
      // A text, an archive of other files, or a workbook without such a table.
      case .noTable, .workbook(.brokenZip), .workbook(.partMissing): return nil
      default: throw failure(error, path)
      }
    }
  }

  static func failure(_ error: OEWSError, _ path: String) -> ExportFailure {
    switch error.kind {
    case .unreadable: return .missingInput(path: path, reason: error.found ?? "unreadable")
    default:
      // The error names the file, and in an archive the table in it.
      let text = error.description
      let rest = text.hasPrefix("\(path): ") ? text.dropFirst(path.count + 2) : text[...]
      return .badData(path: path, problems: [String(rest)])
    }
  }
}

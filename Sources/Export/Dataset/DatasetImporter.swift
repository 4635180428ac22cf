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
    edition = period.flatMap { OEWSEdition($0) }
    if let period, edition == nil {
      throw .usage("--period: '\(period)' is no month of OEWS; write it as \"May 2024\"")
    }
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
    let tables = try OEWSFiles.tables(paths, occupations: OEWSImporter.occupations(of: draft.origin))
    let renewal = try run(tables, into: path) { (run) throws(OEWSImportError) in
      try run.renew(draft, allowsOlder: allowsOlder)
    }
    guard renewal.draft.isChanged else { return (renewal.summary.lines, []) }
    let notices = try place.replace(with: renewal.draft.files)
    // What people have written about the old figures is theirs to bring up to date.
    let next =
      "next: \"pathbook dataset check \(path)\" tells which explanations still speak of the old figures"
    return (renewal.summary.lines + [next], notices)
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
    let tables = try OEWSFiles.tables(paths, occupations: [soc])
    let renewal = try run(tables, into: path) { (run) throws(OEWSImportError) in
      try run.newDataset(soc: soc, title: title)
    }
    let files = renewal.draft.files
    let notices = try DatasetPlace.create(path, files)
    let dataset = try DatasetLoader.read(files, path: path)
    let records = dataset.records
    let line =
      "\(path): \(dataset.occupation.title), SOC \(soc): \(records.pay.count) figures of pay, \(records.figures.count) others, OEWS \(renewal.summary.period.text)"
    return ([line] + renewal.summary.notes, notices)
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
    } catch {
      let problems = error.description.split(separator: "\n").map(String.init)
      throw .badData(path: error.table ?? place(of: error, into: path), problems: problems)
    }
  }

  private func place(of error: OEWSImportError, into path: String) -> String {
    switch error.kind {
    case .draft, .sourceOfOtherPeriod, .notADataset: path
    default: paths.joined(separator: ", ")
    }
  }
}

/// Reads OEWS files, as BLS offers them, from the disk.
enum OEWSFiles {
  /// The rows of some occupations, a table for each file.
  static func tables(
    _ paths: [String], occupations: Set<String>
  ) throws(ExportFailure) -> [OEWSImporter.Table] {
    var tables: [OEWSImporter.Table] = []
    for path in paths { tables.append(try table(path, occupations: occupations)) }
    return tables
  }

  private static func table(
    _ path: String, occupations: Set<String>
  ) throws(ExportFailure) -> OEWSImporter.Table {
    guard !OEWSFile.isLockFile(path) else { throw failure(OEWSError(file: path, kind: .lockFile), path) }
    let descriptor = try InputFile.open(path)
    defer { close(descriptor) }
    var rows: [OEWSRow] = []
    do throws(OEWSError) {
      let info = try OEWSFile(name: path, descriptor: descriptor).read(occupations: occupations) {
        rows.append($0)
      }
      return OEWSImporter.Table(name: path, period: info.period.flatMap { OEWSEdition($0) }, rows: rows)
    } catch { throw failure(error, path) }
  }

  private static func failure(_ error: OEWSError, _ path: String) -> ExportFailure {
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

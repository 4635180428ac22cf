import CareerData
import Tabular

/// Renews a dataset from the tables of one edition of OEWS.
///
/// The rows of `areas`, `industries`, and of `pay` and `figures` with an id that begins with `oews-`, belong to the
/// import: those of a subject that the tables hold are made anew, where they stand or at the end, and those that the
/// tables no longer hold go. A statistic for which the tables have no column stays as it was, and so does every other
/// row. The same tables a second time change nothing.
///
/// ```swift
/// let renewal = try OEWSImporter(tables: tables, catalog: catalog).renew(DatasetDraft(files))
/// print(renewal.summary.lines.joined(separator: "\n"))
/// ```
public struct OEWSImporter: Sendable {
  /// The rows of one table that may matter: those of other occupations are passed over.
  public struct Table: Sendable {
    /// For messages: the name of the file.
    public let name: String
    /// Nil when the file does not say.
    public let period: OEWSEdition?
    public let rows: [OEWSRow]

    public init(name: String, period: OEWSEdition?, rows: [OEWSRow]) {
      self.name = name
      self.period = period
      self.rows = rows
    }
  }

  /// A dataset with its figures renewed.
  public struct Renewal: Sendable {
    public let draft: DatasetDraft
    public let summary: OEWSImportSummary
    /// The ids of the figures that the tables hold.
    let figureIDs: Set<String>

    /// What is wrong with the figures that the tables hold, as the check of a dataset finds it: a percentile below a lower
    /// one, an hour that is not its year, an amount that nobody earns.
    public var contradictions: [CheckFinding] {
      DatasetCheck(draft.files, asOf: summary.period.lastDay).findings.filter { finding in
        switch finding.kind {
        case .percentileOrder, .hourlyAgainstAnnual, .paySize:
          !figureIDs.isDisjoint(with: finding.figureIDs)
        default: false
        }
      }
    }
  }

  let tables: [Table]
  let period: OEWSEdition
  let catalog: TableCatalog

  /// - Parameters:
  ///   - period: the time of the figures; nil when the tables say it.
  ///   - catalog: describes the tables `figures` and `industries` for a dataset that lacks them.
  /// - Throws: when the tables are of several periods, or of an unknown one.
  public init(tables: [Table], period: OEWSEdition? = nil, catalog: TableCatalog) throws(OEWSImportError) {
    var known = period
    for table in tables {
      guard let found = table.period else { continue }
      if let known, known != found {
        throw OEWSImportError(.periods(found: found, expected: known), table: table.name)
      }
      known = found
    }
    guard let known else { throw OEWSImportError(.periodUnknown) }
    self.tables = tables
    self.period = known
    self.catalog = catalog
  }

  /// The occupations of a dataset whose rows an import takes.
  public static func occupations(of dataset: CareerDataset) -> Set<String> {
    Set(dataset.records.occupations.map(\.socCode))
  }

  /// Renews the figures of the dataset's own occupation in every area and industry that the tables hold, and of the
  /// occupations to compare with their national annual median.
  ///
  /// - Parameter allowsOlder: true to put the figures of an older edition in the place of newer ones.
  public func renew(
    _ original: DatasetDraft, allowsOlder: Bool = false
  ) throws(OEWSImportError) -> Renewal {
    let soc = original.origin.occupation.socCode
    let compared = Self.occupations(of: original.origin).subtracting([soc])
    let selection = try OEWSSelection(tables, soc: soc, compared: compared)
    guard !selection.chosen.isEmpty else {
      let partial = selection.ofOneOwner + selection.withoutTotal
      throw OEWSImportError(
        partial.isEmpty ? .noRows(soc: soc) : .onlyOneOwner(partial))
    }
    let made = try MadeRows(selection, period: period)
    if !allowsOlder, let held = made.newest(in: original), period < held.edition {
      throw OEWSImportError(.older(period, held: held.edition, count: held.count))
    }
    var draft = original
    var summary = OEWSImportSummary(soc: soc, period: period, selection: selection)
    var sources = OEWSSources(original, for: period.published)
    try sources.prepare(&draft)
    try OEWSSources.addPopulation(to: &draft)
    do throws(DraftError) { summary.changes = try made.renew(&draft, catalog: catalog) } catch {
      throw OEWSImportError(.draft(error))
    }
    sources.dropUnused(from: &draft)
    summary.add(sources)
    if draft.isChanged { draft.raiseVersion() }
    summary.compare(original, draft)
    return Renewal(draft: draft, summary: summary, figureIDs: made.figureIDs)
  }
}

extension OEWSImporter {
  /// The version of a dataset that has just been made.
  private static let firstVersion = "1.0.0"

  /// The tables of a new dataset: those that OEWS has figures for.
  private static let newTables: [CareerDataset.Table] = [
    .sources, .populations, .occupations, .areas, .industries, .pay, .figures,
  ]

  /// Makes a dataset about an occupation from these tables alone.
  ///
  /// - Parameters:
  ///   - soc: the code of the occupation, such as `29-2052`.
  ///   - title: the title of the dataset and what its reports call the work; when nil, the title that OEWS gives.
  public func newDataset(soc: String, title: String? = nil) throws(OEWSImportError) -> Renewal {
    guard let row = tables.lazy.flatMap(\.rows).first(where: { $0.socCode == soc }) else {
      throw OEWSImportError(.noRows(soc: soc))
    }
    let title = title ?? row.occupationTitle
    var files: [String: [UInt8]] = [:]
    var resources: [[UInt8]] = []
    for table in Self.newTables {
      guard let entry = catalog.entry(table) else {
        throw OEWSImportError(.draft(.tableMissing(table.rawValue)))
      }
      resources.append(entry.text)
      files[entry.path] = CSVWriter.exact.table(columns: entry.columns, rows: [])
    }
    files[DatasetFiles.packageName] = Self.package(soc: soc, title: title, resources: resources)
    let occupation = [
      "soc_code": soc, "title": row.occupationTitle, "common_name": title, "is_subject": "true",
    ]
    if let entry = catalog.entry(.occupations) {
      let cells = entry.columns.map { occupation[$0] ?? "" }
      files[entry.path] = CSVWriter.exact.table(columns: entry.columns, rows: [cells])
    }
    let renewal = try renew(try Self.draft(files))
    var draft = renewal.draft
    draft.package.set("version", to: Self.firstVersion)
    return Renewal(draft: draft, summary: renewal.summary, figureIDs: renewal.figureIDs)
  }

  private static func draft(_ files: [String: [UInt8]]) throws(OEWSImportError) -> DatasetDraft {
    do throws(DatasetErrors) { return try DatasetDraft(DatasetFiles(files: files)) } catch {
      throw OEWSImportError(.notADataset(error))
    }
  }

  private static func package(soc: String, title: String, resources: [[UInt8]]) -> [UInt8] {
    let description =
      "What the U.S. Bureau of Labor Statistics publishes about pay and employment of one occupation, SOC \(soc), in the United States. Every figure names its source, statistic and population."
    var bytes = Array("{\n".utf8)
    for (key, value) in [
      ("profile", "tabular-data-package"), ("name", name(soc: soc, title: title)), ("title", title),
      ("version", firstVersion), ("description", description),
    ] {
      bytes += Array("  \"\(key)\": ".utf8) + JSONText.string(value).compact.utf8 + Array(",\n".utf8)
    }
    bytes += Array("  \"sources\": [],\n  \"resources\": [\n    ".utf8)
    bytes += Array(resources.joined(separator: Array(",\n    ".utf8)))
    return bytes + Array("\n  ]\n}\n".utf8)
  }

  /// `29-2052-pharmacy-technicians`: what the standard allows in a name.
  private static func name(soc: String, title: String) -> String {
    "\(soc) \(title)".asID
  }
}

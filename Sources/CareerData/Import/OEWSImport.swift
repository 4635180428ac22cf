/// Renews a dataset from the tables of one edition of OEWS.
///
/// The rows of `areas`, `industries`, and of `pay` and `figures` with an id that begins with `oews-`, belong to the
/// import: those of a subject that the tables hold are made anew, where they stand or at the end, and those that the
/// tables no longer hold go. Every other row stays. The same tables a second time change nothing.
///
/// ```swift
/// let renewal = try OEWSImport(tables: tables, catalog: catalog).renew(DatasetDraft(files))
/// print(renewal.summary.lines.joined(separator: "\n"))
/// ```
public struct OEWSImport: Sendable {
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
  public func renew(_ original: DatasetDraft) throws(OEWSImportError) -> Renewal {
    let soc = original.origin.occupation.socCode
    let compared = Self.occupations(of: original.origin).subtracting([soc])
    let selection = try OEWSSelection(tables, soc: soc, compared: compared)
    guard !selection.chosen.isEmpty else { throw OEWSImportError(.noRows(soc: soc)) }
    let made = try MadeRows(selection, period: period)
    var draft = original
    var summary = OEWSImportSummary(soc: soc, period: period, selection: selection)
    var sources = OEWSSources(original)
    try sources.prepare(&draft, for: period)
    do throws(DraftError) { summary.changes = try made.renew(&draft, catalog: catalog) } catch {
      throw OEWSImportError(.draft(error))
    }
    sources.dropUnused(from: &draft)
    summary.add(sources)
    if draft.isChanged { draft.raiseVersion() }
    summary.compare(original, draft)
    return Renewal(draft: draft, summary: summary)
  }
}

/// The rows of every table that an import makes.
private struct MadeRows {
  private var pay: [DatasetDraft.Cells] = []
  private var figures: [DatasetDraft.Cells] = []
  private var areas: [DatasetDraft.Cells] = []
  private var industries: [DatasetDraft.Cells] = []
  private var subjects: Set<[String]> = []

  init(_ selection: OEWSSelection, period: OEWSEdition) throws(OEWSImportError) {
    let maker = OEWSFigures(period: period)
    for one in selection.chosen {
      do throws(OEWSImportError) {
        pay += try maker.pay(one.row, one.subject)
        if let row = try maker.employment(one.row, one.subject) { figures.append(row) }
        if one.subject.kind == .area { areas.append(try OEWSSubject.areaCells(one.row)) }
      } catch { throw error.inTable(one.table) }
      if one.subject.kind == .industry { industries.append(OEWSSubject.industryCells(one.row)) }
      subjects.insert([one.subject.kind.rawValue, one.subject.id])
    }
  }

  func renew(
    _ draft: inout DatasetDraft, catalog: TableCatalog
  ) throws(DraftError) -> [DatasetDraft.Change] {
    // A figure that an earlier edition of the same tables held and this one does not.
    func isStale(_ row: DatasetDraft.Cells) -> Bool {
      row["id"]?.hasPrefix(OEWSNames.idPrefix) == true
        && subjects.contains([row["subject_kind"] ?? "", row["subject"] ?? ""])
    }
    if !figures.isEmpty { try draft.addTable(.figures, from: catalog) }
    if !industries.isEmpty { try draft.addTable(.industries, from: catalog) }
    var changes = [try draft.renew(.pay, key: "id", with: pay, removing: isStale)]
    if draft[.figures] != nil {
      changes.append(try draft.renew(.figures, key: "id", with: figures, removing: isStale))
    }
    changes.append(try draft.renew(.areas, key: "id", with: areas, dispensable: ["fips"]))
    if draft[.industries] != nil {
      changes.append(try draft.renew(.industries, key: "naics", with: industries))
    }
    return changes
  }
}

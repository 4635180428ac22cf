import CareerData

/// The rows of every table that an import makes.
struct MadeRows {
  private var pay: [DatasetDraft.Cells] = []
  private var figures: [DatasetDraft.Cells] = []
  private var areas: [DatasetDraft.Cells] = []
  private var industries: [DatasetDraft.Cells] = []
  private var subjects: Set<[String]> = []
  /// What the tables have columns for, of each subject: a figure of another statistic is none of theirs.
  private var covered: Set<[String]> = []

  init(_ selection: OEWSSelection, period: OEWSEdition) throws(OEWSImportError) {
    let maker = OEWSFigures(period: period)
    for one in selection.chosen {
      do throws(OEWSImportError) {
        pay += try maker.pay(one.row, one.subject)
        if let row = try maker.employment(one.row, one.subject) { figures.append(row) }
        if one.subject.kind == .area { areas.append(try OEWSSubject.areaCells(one.row)) }
      } catch { throw error.inTable(one.table) }
      if one.subject.kind == .industry { industries.append(OEWSSubject.industryCells(one.row)) }
      let subject = [one.subject.kind.rawValue, one.subject.id]
      subjects.insert(subject)
      for point in one.row.pay.keys {
        covered.insert(subject + [point.statistic.rawValue, point.basis.rawValue])
      }
      if one.row.employment != nil { covered.insert(subject + [Self.employment]) }
    }
  }

  private static let employment = "employment"

  /// The ids of the figures.
  var figureIDs: Set<String> { Set((pay + figures).compactMap { $0["id"] }) }

  /// The newest edition among the figures that these rows take the place of, and how many figures of a dataset are of
  /// it; nil when there is none.
  func newest(in draft: DatasetDraft) -> (edition: OEWSEdition, count: Int)? {
    let rows = [draft[.pay], draft[.figures]].compactMap(\.self).flatMap { table in
      table.rows.map(table.cells(of:)).filter { isReplaced($0) }
    }
    let editions = rows.compactMap { OEWSEdition.read($0["period"] ?? "") }
    return editions.max().map { newest in (newest, editions.count { $0 == newest }) }
  }

  /// True for a figure of the import that the tables have a column for.
  private func isReplaced(_ row: DatasetDraft.Cells) -> Bool {
    let subject = [row["subject_kind"] ?? "", row["subject"] ?? ""]
    guard row["id"]?.hasPrefix(OEWSNames.idPrefix) == true, subjects.contains(subject) else { return false }
    let figure = row["measure"].map { [$0] } ?? [row["statistic"] ?? "", row["basis"] ?? ""]
    return covered.contains(subject + figure)
  }

  func renew(
    _ draft: inout DatasetDraft, catalog: TableCatalog
  ) throws(DraftError) -> [DatasetDraft.Change] {
    // A figure that an earlier edition of the same tables held and this one does not.
    let isStale = isReplaced
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

import CareerData
import Tabular

/// Renews a dataset from an edition of the Employment Projections.
///
/// The rows of `figures` about the nation with an id that begins with `bls-ep-`, and the row of `entry_requirements` of the
/// occupation, belong to the import. The same file a second time changes nothing.
public struct ProjectionsImporter: Sendable {
  /// A dataset with its projections renewed.
  public struct Renewed: Sendable {
    public var draft: DatasetDraft
    /// Lines for a person: what changed, and whom the figures are about when it is a group.
    public let lines: [String]
  }

  let projections: Projections
  /// The name of the file, for messages.
  let name: String
  let catalog: TableCatalog
  let words: [Translation]

  /// - Parameters:
  ///   - catalog: describes the tables for a dataset that lacks them.
  ///   - words: the words of the figures in other languages, for a dataset that has them.
  public init(_ projections: Projections, name: String, catalog: TableCatalog, words: [Translation] = []) {
    self.words = words
    self.projections = projections
    self.name = name
    self.catalog = catalog
  }

  /// - Parameter allowsOlder: true to put projections from an earlier year in the place of later ones.
  public func renew(
    _ original: DatasetDraft, allowsOlder: Bool = false
  ) throws(OEWSImportError) -> Renewed {
    let soc = original.origin.occupation.socCode
    guard let row = projections.row(for: soc) else {
      throw OEWSImportError(.noProjection(soc: soc), table: name)
    }
    if !allowsOlder, let held = Self.heldPeriod(original), held > projections.period {
      throw OEWSImportError(.olderProjections(projections.period, held: held), table: name)
    }
    var draft = original
    var sources = OEWSSources(original, for: projections.published)
    try sources.prepare(&draft)
    let changes: [DatasetDraft.Change]
    do throws(DraftError) { changes = try renew(&draft, row, soc) } catch {
      throw OEWSImportError(.draft(error))
    }
    sources.dropUnused(from: &draft)
    if draft.isChanged { draft.raiseVersion() }
    return Renewed(draft: draft, lines: lines(row, soc, changes, sources))
  }

  private func renew(
    _ draft: inout DatasetDraft, _ row: ProjectionRow, _ soc: String
  ) throws(DraftError) -> [DatasetDraft.Change] {
    try draft.addTable(.figures, from: catalog)
    let figures = row.figures(soc, in: projections).map(\.cells)
    var changes = [
      try draft.renew(
        .figures, key: "id", with: figures,
        removing: {
          $0["id"]?.hasPrefix(Projections.idPrefix) == true && $0["subject"] == Area.nationalID
        })
    ]
    if let requirement = row.requirement(soc, in: projections) {
      try draft.addTable(.entryRequirements, from: catalog)
      changes.append(try draft.renew(.entryRequirements, key: "occupation", with: [requirement.cells]))
    }
    if let change = try explainEmployment(&draft, row, soc) { changes.append(change) }
    if let change = translate(&draft, row, soc) { changes.append(change) }
    return changes
  }

  /// A dataset in other languages gets the words of the new figures in them.
  private func translate(
    _ draft: inout DatasetDraft, _ row: ProjectionRow, _ soc: String
  ) -> DatasetDraft.Change? {
    guard let index = draft.tables.firstIndex(where: { $0.name == CareerDataset.Table.translations.rawValue })
    else { return nil }
    let held = draft.origin.records.translations
    let languages = Set(held.map(\.language))
    let texts = Set(
      row.figures(soc, in: projections).flatMap { [$0.label, $0.statistic, $0.population, $0.note] }
        + [Disagreement.employmentExplanation])
    let spanish = projections.published.wordsInSpanish.map {
      Translation(language: "es", text: $0.text, translation: $0.translation)
    }
    var known = Set(held.map { "\($0.language) \($0.text)" })
    var change = DatasetDraft.Change(file: draft.tables[index].path)
    for one in spanish + words
    where languages.contains(one.language) && draft.uses(one.text, among: texts)
      && known.insert("\(one.language) \(one.text)").inserted
    {
      let cells = ["language": one.language, "text": one.text, "translation": one.translation]
      draft.tables[index].rows.append(draft.tables[index].columns.map { cells[$0] ?? "" })
      change.added += 1
    }
    change.kept = draft.tables[index].rows.count - change.added
    return change.added == 0 ? nil : change
  }

  /// Two sources count the jobs of the occupation; where nobody has said why they differ, the dataset gets a row that does.
  private func explainEmployment(
    _ draft: inout DatasetDraft, _ row: ProjectionRow, _ soc: String
  ) throws(DraftError) -> DatasetDraft.Change? {
    let id = "bls-ep-employment-disagreement"
    let isExplained = draft.origin.records.disagreements.contains {
      $0.measure == OutlookMeasure.employment.rawValue && $0.subject == .national && $0.id != id
    }
    guard !isExplained, let figures = draft[.figures],
      let reported = figures.rows.map(figures.cells(of:)).first(where: {
        $0["id"] == "oews-national-employment"
      }),
      let count = reported["value"].flatMap(Double.init),
      let projected = row.figures(soc, in: projections).first(where: { $0.id == "bls-ep-employment" })
    else { return nil }
    var employment = projected
    (employment.id, employment.value) = ("oews-national-employment", count)
    guard let made = Disagreement(employmentReported: employment, projected: projected) else { return nil }
    try draft.addTable(.disagreements, from: catalog)
    return try draft.renew(.disagreements, key: "id", with: [made.cells])
  }

  /// The period of the projections that a dataset holds; nil when it holds none.
  private static func heldPeriod(_ draft: DatasetDraft) -> String? {
    let dataset = draft.origin
    return dataset.records.figures.filter { $0.id.hasPrefix(Projections.idPrefix) }
      .compactMap { dataset.source($0.sourceID)?.period }.max()
  }

  private func lines(
    _ row: ProjectionRow, _ soc: String, _ changes: [DatasetDraft.Change], _ sources: OEWSSources
  ) -> [String] {
    var lines = ["Employment Projections \(projections.period), \(soc)"] + changes.map(\.line)
    if let added = sources.added { lines.append("sources.csv: \(added.id) added") }
    lines += sources.dropped.map { "sources.csv: \($0.id) removed; nothing refers to it anymore" }
    if row.code != soc {
      lines.append("only the group has projections: \(row.code), \(row.title); the figures say so")
    }
    return lines
  }
}

extension DatasetDraft {
  /// Whether a text of the import stands in one of its tables.
  fileprivate func uses(_ text: String, among texts: Set<String>) -> Bool {
    guard texts.contains(text) else { return false }
    guard text == Disagreement.employmentExplanation else { return true }
    return self[.disagreements]?.cells("explanation").contains(text) == true
  }
}

extension PublishedFigure {
  /// The row of `figures`.
  fileprivate var cells: DatasetDraft.Cells {
    [
      "id": id, "subject_kind": subject.kind.rawValue, "subject": subject.id, "measure": measure,
      "label": label, "low": "", "value": value.map { PlainDecimal.text($0) } ?? "", "high": "",
      "unit": unit.rawValue, "statistic": statistic, "population": population, "period": period,
      "source": sourceID, "editorial": "false", "note": note,
    ]
  }
}

extension EntryRequirement {
  /// The row of `entry_requirements`.
  fileprivate var cells: DatasetDraft.Cells {
    [
      "occupation": occupationID, "education": education?.rawValue ?? "",
      "experience": experience?.rawValue ?? "", "training": training?.rawValue ?? "", "period": period,
      "source": sourceID, "note": note,
    ]
  }
}

extension Disagreement {
  /// The row of `disagreements`.
  fileprivate var cells: DatasetDraft.Cells {
    [
      "id": id, "subject_kind": subject.kind.rawValue, "subject": subject.id, "measure": measure,
      "published_value": publishedValue.map { PlainDecimal.text($0) } ?? "",
      "recalculated_value": PlainDecimal.text(recalculatedValue), "unit": unit,
      "recalculation": recalculation, "source": sourceID, "explanation": explanation,
    ]
  }
}

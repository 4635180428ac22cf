/// Rows that nothing refers to where that is a mistake, codes of settings that lead to no industry, and files that the
/// package does not list.
///
/// Settings, specializations, rungs, employers and steps stand for themselves: a report shows them without a figure too.
/// Ids that lead nowhere are errors of the reader's.
enum OrphanCheck: PlausibilityCheck {
  static func findings(in checked: CheckedDataset) -> [CheckFinding] {
    unusedRows(in: checked) + missingIndustries(in: checked) + strayFiles(in: checked)
  }

  private static func unusedRows(in checked: CheckedDataset) -> [CheckFinding] {
    let records = checked.records
    let uses = Uses(in: checked)
    func unused(_ table: CareerDataset.Table, _ ids: [String], _ used: Set<String>) -> [CheckFinding] {
      ids.enumerated().filter { !used.contains($0.element) }.map { index, id in
        let place = checked.place(table, index, table.idColumn)
        return CheckFinding(.warning, place, .unused(table, id: id))
      }
    }
    let subject = checked.dataset.occupation.socCode
    // OEWS lists local areas of which it withholds every figure; a report says so to who lives there.
    let withheld = records.areas.filter { $0.kind == .metropolitan || $0.kind == .nonmetropolitan }.map(\.id)
    return unused(.sources, records.sources.map(\.id), uses.ids(of: .sources))
      + unused(.populations, records.populations.map(\.id), uses.ids(of: .populations))
      + unused(
        .occupations, records.occupations.map(\.socCode), uses.subjects(.occupation).union([subject]))
      + unused(.areas, records.areas.map(\.id), uses.subjects(.area).union(withheld))
      + unused(
        .industries, records.industries.map(\.naics),
        uses.subjects(.industry).union(records.settingIndustries.map(\.naics)))
      + unused(.credentials, records.credentials.map(\.id), uses.credentials)
  }

  private static func missingIndustries(in checked: CheckedDataset) -> [CheckFinding] {
    let industries = checked.records.industries.map(\.naics)
    guard !industries.isEmpty else { return [] }
    return checked.records.settingIndustries.enumerated().compactMap { index, row in
      guard !industries.contains(where: { NAICSCode.holds($0, row.naics) }) else { return nil }
      let place = checked.place(.settingIndustries, index, "naics")
      return CheckFinding(.warning, place, .industryMissing(naics: row.naics))
    }
  }

  private static func strayFiles(in checked: CheckedDataset) -> [CheckFinding] {
    let listed = Set(checked.open.resources.map(\.path))
    return checked.files.files.keys.filter { $0.hasSuffix(".csv") && !listed.contains($0) }.sorted()
      .map { CheckFinding(.warning, .init(file: $0), .fileOutsidePackage) }
  }
}

/// The ids that rows of tables name.
private struct Uses {
  private var references: [CareerDataset.Table: Set<String>] = [:]
  private let allSubjects: Set<Subject>
  let credentials: Set<String>

  init(in checked: CheckedDataset) {
    let records = checked.records
    allSubjects = Set(records.pay.map(\.subject)).union(records.figures.map(\.subject))
    var references: [CareerDataset.Table: Set<String>] = [:]
    for table in checked.open.knownTables {
      for case (let column, .reference(let target)) in table.columns.map({
        ($0.position, $0.declared.content)
      }) {
        let ids = (0..<table.open.document.rowCount).compactMap { table.open.key($0, [column]) }
        references[target, default: []].formUnion(ids)
      }
    }
    self.references = references
    // What turns into another credential, or is only counted, is there for that.
    credentials = (references[.credentials] ?? [])
      .union(records.credentials.filter { $0.becomesID != nil || $0.isKnownOnly }.map(\.id))
      .union(allSubjects.filter { $0.kind == .credential }.map(\.id))
  }

  /// The ids of a table that other rows refer to.
  func ids(of table: CareerDataset.Table) -> Set<String> { references[table] ?? [] }

  func subjects(_ kind: Subject.Kind) -> Set<String> {
    Set(allSubjects.filter { $0.kind == kind }.map(\.id))
  }
}

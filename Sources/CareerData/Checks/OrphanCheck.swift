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
    let uses = Uses(records)
    func unused(_ table: CareerDataset.Table, _ ids: [String], _ used: Set<String>) -> [CheckFinding] {
      ids.enumerated().filter { !used.contains($0.element) }.map { index, id in
        let place = checked.place(table, index, table.idColumn)
        return CheckFinding(.warning, place, .unused(table, id: id))
      }
    }
    let subject = checked.dataset.occupation.socCode
    return unused(.sources, records.sources.map(\.id), uses.sources)
      + unused(.populations, records.populations.map(\.id), uses.populations)
      + unused(
        .occupations, records.occupations.map(\.socCode), uses.subjects(.occupation).union([subject]))
      + unused(.areas, records.areas.map(\.id), uses.subjects(.area))
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

/// The ids that rows of other tables name.
private struct Uses {
  let sources: Set<String>
  let populations: Set<String>
  let credentials: Set<String>
  private let allSubjects: Set<Subject>

  init(_ records: CareerDataset.Records) {
    var sources = Set(records.pay.map(\.sourceID))
    sources.formUnion(records.figures.map(\.sourceID))
    sources.formUnion(records.settings.map(\.sourceID))
    sources.formUnion(records.specializations.map(\.sourceID))
    sources.formUnion(records.credentials.map(\.sourceID))
    sources.formUnion(records.credentialCosts.map(\.sourceID))
    sources.formUnion(records.rungs.map(\.sourceID))
    sources.formUnion(records.employers.map(\.sourceID))
    sources.formUnion(records.startSteps.map(\.sourceID))
    sources.formUnion(records.drivers.map(\.sourceID))
    sources.formUnion(records.disagreements.map(\.sourceID))
    self.sources = sources
    populations = Set(records.pay.map(\.populationID))
    allSubjects = Set(records.pay.map(\.subject)).union(records.figures.map(\.subject))
    var credentials = Set(records.rungCredentials.map(\.credentialID))
    credentials.formUnion(records.specializationCredentials.map(\.credentialID))
    credentials.formUnion(records.credentialCosts.map(\.credentialID))
    credentials.formUnion(records.credentials.compactMap(\.becomesID))
    credentials.formUnion(records.credentials.filter { $0.becomesID != nil }.map(\.id))
    credentials.formUnion(records.credentials.filter(\.isKnownOnly).map(\.id))
    credentials.formUnion(allSubjects.filter { $0.kind == .credential }.map(\.id))
    self.credentials = credentials
  }

  func subjects(_ kind: Subject.Kind) -> Set<String> {
    Set(allSubjects.filter { $0.kind == kind }.map(\.id))
  }
}

/// Codes of the NAICS, in which an industry holds those whose codes begin with its own.
enum NAICSCode {
  /// Whether an industry is another or holds it: `62` holds `622`, `31-33` holds `325`.
  static func holds(_ industry: String, _ code: String) -> Bool {
    if code.hasPrefix(industry) { return true }
    let ends = industry.split(separator: "-")
    guard ends.count == 2, let first = Int(ends[0]), let last = Int(ends[1]), first <= last,
      let sector = Int(code.prefix(2))
    else { return false }
    return (first...last).contains(sector)
  }
}

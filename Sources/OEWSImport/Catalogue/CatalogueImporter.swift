import CareerData

/// Makes the catalogue of occupations anew from published files: what they hold takes the place of what was there, and all
/// else stays. The same files give the same bytes.
public struct CatalogueImporter: Sendable {
  /// A catalogue with its figures renewed.
  public struct Renewed: Sendable {
    public let files: DatasetFiles
    /// Lines for a person: what changed, and what was left out.
    public let lines: [String]
  }

  let wages: [OEWSImporter.Table]
  /// Of the wages; nil when there are none.
  let period: OEWSEdition?
  let projections: Projections?
  let onet: ONETTables
  let onetVersion: String?

  /// - Parameters:
  ///   - wages: tables of the nation and of states; rows of other areas and of industries are left out.
  ///   - period: of the wages; nil when the tables say it.
  ///   - onetVersion: `29.3`; nil for the one that the catalogue has.
  /// - Throws: when the tables are of several periods, or of an unknown one.
  public init(
    wages: [OEWSImporter.Table], period: OEWSEdition? = nil, projections: Projections? = nil,
    onet: ONETTables = ONETTables(), onetVersion: String? = nil
  ) throws(OEWSImportError) {
    self.wages = wages
    self.period =
      wages.isEmpty
      ? nil : try OEWSImporter(tables: wages, period: period, catalog: TableCatalog(package: [])).period
    self.projections = projections
    self.onet = onet
    self.onetVersion = onetVersion
  }

  /// - Parameters:
  ///   - base: the files of a catalogue without a problem.
  ///   - allowsOlder: true to put figures of an older edition in the place of newer ones.
  public func renew(_ base: DatasetFiles, allowsOlder: Bool = false) throws(OEWSImportError) -> Renewed {
    let held = Catalogue(base)
    if !allowsOlder { try checkAge(held) }
    var made = CatalogueDraft(base)
    var notes: [String] = []
    if let period {
      try WageRows(wages, period: period).renew(&made, held: held.wageSource, &notes)
    }
    try onet.renew(&made)
    if let projections { projections.renew(&made, &notes) }
    made.dropUnknown()
    made.renewSources(wages: period?.published, projections: projections?.published, onetVersion: onetVersion)
    made.sort()
    let files = made.files(base, wasMade: held.version)
    let version = Catalogue(files).version
    return Renewed(
      files: files,
      lines: made.changes.filter { !$0.isNone }.map(\.line) + notes
        + [OEWSImportSummary.versionLine((held.version, version), of: "catalogue")])
  }

  /// Whether a row of OEWS has a place in the catalogue: of a detailed occupation in all industries together, in the nation
  /// or a state.
  public static func takes(_ row: OEWSRow) -> Bool { WageRows.isTaken(row) }

  private func checkAge(_ held: Catalogue) throws(OEWSImportError) {
    if let period, let edition = held.wageSource.flatMap({ OEWSEdition.read($0.period) }), period < edition {
      throw OEWSImportError(.older(period, held: edition, count: held.titles.count))
    }
    if let projections, let source = held.projectionSource, source.period > projections.period {
      throw OEWSImportError(.olderProjections(projections.period, held: source.period))
    }
  }
}

/// The tables of a catalogue that is made anew.
struct CatalogueDraft {
  var sources: CatalogueRows
  var occupations: CatalogueRows
  var areas: CatalogueRows
  var statePay: CatalogueRows
  var jobTitles: CatalogueRows
  var related: CatalogueRows
  var factors: CatalogueRows
  var translations: CatalogueRows
  private var package: PackageText

  init(_ files: DatasetFiles) {
    func table(_ name: String, _ key: String...) -> CatalogueRows {
      CatalogueRows("\(name).csv", key: key, in: files)
    }
    sources = table("sources", "id")
    occupations = table("occupations", "soc")
    areas = table("areas", "id")
    statePay = table("state_pay", "soc", "state")
    jobTitles = table("job_titles", "soc", "title")
    related = table("related_occupations", "soc")
    factors = table("factors", "soc")
    translations = table("translations", "language", "text")
    package = PackageText(validJSON: files.files[DatasetFiles.packageName] ?? Array("{}".utf8))
  }

  private var tables: [CatalogueRows] {
    [sources, occupations, areas, statePay, jobTitles, related, factors, translations]
  }

  var changes: [DatasetDraft.Change] { tables.map(\.change) }

  var codes: Set<String> { Set(occupations.rows.compactMap { $0["soc"] }) }

  /// The codes of eight digits that O*NET has, by the code of the group that they are published with.
  var groupByMember: [String: String] {
    Dictionary(
      jobTitles.rows.compactMap { row in
        guard let group = row["soc"], let member = row["onet_soc_code"]?.prefix(7), group != member else {
          return nil
        }
        return (String(member), group)
      }, uniquingKeysWith: { first, _ in first })
  }

  mutating func sort() {
    occupations.sort()
    areas.rows.sort { ($0["code"] ?? "") < ($1["code"] ?? "") }
    statePay.sort()
    jobTitles.sort()
    related.sort()
    factors.sort()
  }

  /// Takes out what is about occupations that the catalogue no longer has.
  mutating func dropUnknown() {
    let codes = codes
    func isKnown(_ row: CatalogueRows.Cells) -> Bool { codes.contains(row["soc"] ?? "") }
    statePay.rows.removeAll { !isKnown($0) }
    jobTitles.rows.removeAll { !isKnown($0) }
    factors.rows.removeAll { !isKnown($0) }
    related.rows.removeAll { !isKnown($0) }
    for index in related.rows.indices {
      for tier in RelatedOccupation.Tier.allCases {
        let known = (related.rows[index][tier.rawValue] ?? "").split(separator: " ").filter {
          codes.contains(String($0))
        }
        related.rows[index][tier.rawValue] = known.joined(separator: " ")
      }
    }
  }

  /// The files; with a version raised when a table has changed.
  func files(_ base: DatasetFiles, wasMade version: String) -> DatasetFiles {
    var files = base.files
    for table in tables where files[table.path] != table.bytes { files[table.path] = table.bytes }
    var package = package
    let isChanged = files != base.files || package.bytes != base.files[DatasetFiles.packageName]
    if isChanged { package.set("version", to: DatasetDraft.raised(version)) }
    files[DatasetFiles.packageName] = package.bytes
    return DatasetFiles(files: files)
  }
}

extension CatalogueDraft {
  /// Puts the editions into the rows of `sources` and into the list of the package.
  mutating func renewSources(wages: PublishedEdition?, projections: PublishedEdition?, onetVersion: String?) {
    for edition in [wages, projections].compactMap(\.self) { renewSource(edition) }
    if let onetVersion, let index = sources.rows.firstIndex(where: { $0["id"] == "onet" }) {
      let old = sources.rows[index]["title"] ?? ""
      let new = "O*NET \(onetVersion) Database"
      sources.rows[index]["title"] = new
      sources.rows[index]["period"] = onetVersion
      replaceSourceTitle(containing: old) { $0.replacing(old, with: new) }
    }
  }

  private mutating func renewSource(_ edition: PublishedEdition) {
    guard let index = sources.rows.firstIndex(where: { $0["id"]?.hasPrefix(edition.sourcePrefix) == true })
    else { return }
    let row = sources.rows[index]
    let title = "\(row["publisher"] ?? ""): \(row["title"] ?? ""), "
    sources.rows[index]["id"] = edition.sourceID
    sources.rows[index]["period"] = edition.period
    sources.rows[index]["last_day"] = edition.lastDay.iso
    replaceSourceTitle(containing: title) { _ in title + edition.period }
    addWords(edition)
  }

  private mutating func replaceSourceTitle(containing part: String, _ change: (String) -> String) {
    for (index, element) in package.elements("sources").enumerated() {
      let text = String(decoding: element, as: UTF8.self)
      guard let title = SourceEntry(text)?.title, title.contains(part) else { continue }
      let new = change(title)
      guard new != title else { continue }
      package.remove(from: "sources", at: index)
      package.insert(
        Array(text.replacing(SourceEntry.quoted(title), with: SourceEntry.quoted(new)).utf8), into: "sources",
        at: index)
    }
  }

  /// The words of an edition that name its years, in Spanish.
  private mutating func addWords(_ edition: PublishedEdition) {
    let known = Set(translations.rows.compactMap { $0["text"] })
    for (text, translation) in edition.wordsInSpanish where !known.contains(text) {
      translations.rows.append(["language": "es", "text": text, "translation": translation])
    }
  }
}

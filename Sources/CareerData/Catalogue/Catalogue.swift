import Tabular

/// The occupations of the United States: what is published about the pay, the employment and the outlook of each, what
/// people call it, and which are related to it.
///
/// ```swift
/// let catalogue = CatalogueLoader.shipped()
/// let technicians = catalogue["29-2052"]
/// print(technicians?.title, technicians?.pay(.median, .annual)?.value)
/// ```
///
/// A row is read when it is asked for: to make a catalogue of its files costs next to nothing, and so does one occupation.
public struct Catalogue: Sendable, Equatable {
  /// The tables; the raw value is the name of the resource in `datapackage.json` and of the file.
  enum Table: String, CaseIterable {
    case sources, occupations, areas
    case statePay = "state_pay"
    case priceParities = "price_parities"
    case jobTitles = "job_titles"
    case relatedOccupations = "related_occupations"
    case factors
    case translations

    var path: String { "\(rawValue).csv" }
  }

  let files: DatasetFiles
  /// Where the figures are from: of wages, of the projections, and of titles and related occupations.
  public let sources: [Source]

  /// - Parameter files: of a catalogue that has been checked.
  package init(_ files: DatasetFiles) {
    self.files = files
    sources = CatalogueTable(files.files[Table.sources.path] ?? []).rows.map(Source.init)
  }

  /// The SHA-256 of the files.
  public var contentHash: String { files.contentHash }

  func table(_ table: Table) -> CatalogueTable { CatalogueTable(files.files[table.path] ?? []) }

  /// The wages: `May 2024`.
  public var wageSource: Source? { sources.first { $0.id.hasPrefix("bls-oews-") } }

  /// The projections: `2024-2034`.
  public var projectionSource: Source? { sources.first { $0.id.hasPrefix("bls-ep-") } }

  /// The prices of the states: `2024`.
  public var priceSource: Source? { sources.first { $0.id.hasPrefix("bea-rpp-") } }

  /// Titles and related occupations, with the words that their license asks for.
  public var onetSource: Source? { sources.first { $0.id == "onet" } }

  /// Every occupation, in the order of the codes.
  public var occupations: [CatalogueOccupation] {
    table(.occupations).rows.map { CatalogueOccupation($0, self) }
  }

  /// An occupation by its SOC code; nil for a code that is none of the catalogue. An occupation that is published as
  /// part of a group alone is none: see ``group(of:)``.
  public subscript(socCode: String) -> CatalogueOccupation? {
    table(.occupations).rows(of: socCode).first.map { CatalogueOccupation($0, self) }
  }

  /// The group that figures are published for, of an occupation that has none of its own: `31-1120` of `31-1121`.
  public func group(of socCode: String) -> CatalogueOccupation? {
    let prefix = "\(socCode)."
    let title = table(.jobTitles).rows.first { row in
      row["onet_soc_code"].hasPrefix(prefix) && row["soc"] != socCode
    }
    return title.flatMap { self[$0["soc"]] }
  }

  /// What else people call an occupation, in the order of the alphabet; the titles of O*NET.
  public func jobTitles(of socCode: String) -> [String] {
    table(.jobTitles).rows(of: socCode).map { $0["title"] }
  }

  /// Every title of the table, with the code of its occupation.
  package var allJobTitles: [(socCode: String, title: String)] {
    table(.jobTitles).rows.map { ($0["soc"], $0["title"]) }
  }

  /// The codes and titles of all occupations, in the order of the codes: cheaper than ``occupations``.
  public var titles: [(socCode: String, title: String)] {
    table(.occupations).rows.map { ($0["soc"], $0["title"]) }
  }

  /// The occupations related to one, the nearest first; none where O*NET names none.
  public func relatedOccupations(to socCode: String) -> [RelatedOccupation] {
    guard let row = table(.relatedOccupations).rows(of: socCode).first else { return [] }
    return RelatedOccupation.Tier.allCases.flatMap { tier in
      row[tier.rawValue].split(separator: " ").map { RelatedOccupation(socCode: String($0), tier: tier) }
    }
  }

  /// What changes the share of the occupation in employment, in the words of BLS; nil where it says nothing.
  public func factor(of socCode: String) -> String? {
    table(.factors).rows(of: socCode).first.map { $0["factor"] }
  }

  /// What prices are in each state against the nation's, in the order of the postal codes.
  public var priceParities: [PriceParity] {
    table(.priceParities).rows.compactMap { row in
      guard let year = Int(row["year"]), let rpp = row.number("rpp") else { return nil }
      return PriceParity(areaID: row["area"], year: year, rpp: rpp, sourceID: row["source"])
    }
  }

  /// Pay and employment by state, in the order of the postal codes; none for most occupations.
  public func statePay(of socCode: String) -> [CatalogueStatePay] {
    table(.statePay).rows(of: socCode).map { CatalogueStatePay($0, self) }
  }
}

/// An occupation that is related to another one.
public struct RelatedOccupation: Sendable, Equatable {
  /// How near O*NET sees it; the raw value is the column.
  public enum Tier: String, Sendable, CaseIterable {
    case primaryShort = "primary_short"
    case primaryLong = "primary_long"
    case supplemental
  }

  public var socCode: String
  public var tier: Tier

  public init(socCode: String, tier: Tier) {
    self.socCode = socCode
    self.tier = tier
  }
}

extension Source {
  fileprivate init(_ row: CatalogueTable.Row) {
    let link = row["link"]
    self.init(
      id: row["id"], publisher: row["publisher"], title: row["title"], period: row["period"],
      lastDay: CalendarDate(iso: row["last_day"]), link: link.isEmpty ? nil : link,
      isEditorial: row["editorial"] == "true", note: row["note"])
  }
}

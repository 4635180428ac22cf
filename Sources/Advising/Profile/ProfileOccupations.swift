import CareerData
import Synchronization

/// The occupations that a profile may name: those of datasets and of the catalogue, by SOC code or title.
///
/// A class, because the titles are put in order once, when the first one is looked for.
final class ProfileOccupations: Sendable {
  private let ofDatasets: [Occupation]
  /// Asked for when a profile names an occupation: nobody else waits for it.
  let catalogue: @Sendable () -> Catalogue?
  private let codes = Mutex<[String: String]?>(nil)
  private let names = Mutex<OccupationNames?>(nil)

  /// - Parameters:
  ///   - ofDatasets: of the datasets there are, the one that is taken when a profile names none first.
  ///   - catalogue: nil for the occupations of datasets alone.
  init(_ ofDatasets: [Occupation], catalogue: @escaping @Sendable () -> Catalogue?) {
    self.ofDatasets = ofDatasets
    self.catalogue = catalogue
  }

  /// The SOC code that a text is or whose title it is, whatever its letter case and spaces; nil for no occupation.
  func code(of text: String) -> String? {
    let text = text.trimmed
    if ofDatasets.contains(where: { $0.socCode == text }) { return text }
    if Self.isCode(text) { return catalogue()?[text] == nil ? nil : text }
    return byTitle[CodedWords.folded(text)]
  }

  /// `Pharmacists (29-1051)`; the code alone where the title is not known.
  func label(_ socCode: String) -> String {
    title(socCode).map { "\($0) (\(socCode))" } ?? socCode
  }

  /// Nil where it is not known.
  func title(_ socCode: String) -> String? {
    ofDatasets.first { $0.socCode == socCode }?.title ?? catalogue()?[socCode]?.title
  }

  /// What a person probably meant, at most three: `29-1051 (Pharmacists)`.
  func near(_ text: String) -> [String] {
    guard let catalogue = catalogue() else { return [] }
    let hits: [OccupationHit] =
      switch catalogue.match(text) {
      case .none(let nearest): nearest
      case .several(let hits): hits
      case .group(let group, _), .found(let group):
        [OccupationHit(socCode: group.socCode, title: group.title, jobTitle: nil, rank: .near)]
      }
    return hits.prefix(3).map { "\($0.socCode) (\($0.title))" }
  }

  /// The occupations that may be meant by what somebody has typed so far: those of datasets, then those that the catalogue
  /// finds.
  func search(_ text: String) -> [OccupationHit] {
    let wanted = CodedWords.folded(text)
    if wanted.isEmpty { return [] }
    let own = ofDatasets.filter { occupation in
      occupation.socCode == text.trimmed
        || [occupation.title, occupation.commonName].contains { CodedWords.folded($0).hasPrefix(wanted) }
    }
    let hits = own.map {
      OccupationHit(socCode: $0.socCode, title: $0.title, jobTitle: nil, rank: .prefix)
    }
    let codes = Set(own.map(\.socCode))
    return hits + catalogued(text).filter { !codes.contains($0.socCode) }
  }

  /// The titles are put in order once, when somebody searches.
  private func catalogued(_ text: String) -> [OccupationHit] {
    let known = names.withLock { names in
      if names == nil { names = catalogue().map(OccupationNames.init) }
      return names
    }
    return known?.search(text) ?? []
  }

  private static func isCode(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return parts.map(\.utf8.count) == [2, 4] && parts.joined().utf8.allSatisfy(CellReader.isDigit)
  }

  private var byTitle: [String: String] {
    codes.withLock { known in
      if let known { return known }
      var codes = Dictionary(
        (catalogue()?.titles ?? []).map { (CodedWords.folded($0.title), $0.socCode) }
      ) { first, _ in first }
      for occupation in ofDatasets.reversed() {
        for name in [occupation.title, occupation.commonName] {
          codes[CodedWords.folded(name)] = occupation.socCode
        }
      }
      known = codes
      return codes
    }
  }
}

extension FieldDeclaration {
  static let occupation = FieldDeclaration(
    "The occupation that the report is about, by SOC code or title; the dataset's own when absent.",
    .occupation(into: \.occupationCode), form: FormPlace(in: .now, .first),
    columns: [ColumnNames("soc,soc code,occupation code,soc title")])
  static let compare = FieldDeclaration(
    "Up to \(OccupationComparison.mostOccupations) occupations to compare, by SOC code or title, the present one first.",
    .occupations(most: OccupationComparison.mostOccupations, into: \.comparedOccupations),
    form: FormPlace(in: .aim, .last), columns: [])
  static let comparePlaces = FieldDeclaration(
    "Up to \(PlaceComparison.mostPlaces) states or areas to compare.",
    .places(most: PlaceComparison.mostPlaces, into: \.comparedPlaces), form: FormPlace(in: .aim, .last),
    after: [.state], columns: [])
}

extension FieldInput {
  /// The SOC code or the title of an occupation.
  static func occupation(into path: Path<String?>) -> FieldInput {
    FieldInput(kind: .occupation) { field, reader, profile in
      profile[keyPath: path] = reader.string(field).flatMap { reader.occupation($0, field) }
    }
  }

  /// The same of several, each once.
  static func occupations(most: Int, into path: Path<[String]?>) -> FieldInput {
    FieldInput(kind: .occupations(most: most)) { field, reader, profile in
      profile[keyPath: path] = reader.names(field, most: most) { reader, text in
        reader.occupation(text, field)
      }
    }
  }

  /// States and areas of the dataset, each once.
  static func places(most: Int, into path: Path<[String]?>) -> FieldInput {
    FieldInput(kind: .places(most: most)) { field, reader, profile in
      profile[keyPath: path] = reader.names(field, most: most) { reader, text in
        reader.place(text, field)
      }
    }
  }
}

extension FieldReader {
  fileprivate mutating func occupation(_ text: String, _ field: some FieldKey) -> String? {
    if let code = vocabulary.occupations.code(of: text) { return code }
    report(field, .unknownOccupation(found: text, near: vocabulary.occupations.near(text)))
    return nil
  }

  /// The id of a state by its code or title, or of an area by its code or title.
  fileprivate mutating func place(_ text: String, _ field: some FieldKey) -> String? {
    if let id = vocabulary.place(text) { return id }
    let areas: [Area] = if case .none(let near, _) = vocabulary.areas.match(text) { near } else { [] }
    report(field, .unknownPlace(found: text, near: areas.prefix(3).map(AreaNames.label)))
    return nil
  }

  /// A list of texts, each of which names one thing.
  fileprivate mutating func names(
    _ field: some FieldKey, most: Int, _ id: (inout FieldReader, String) -> String?
  ) -> [String]? {
    guard let value = fields[field.rawValue] else { return nil }
    let allowed = "a list of at most \(most), each in quotes"
    guard case .list(let items) = value, items.count <= most else {
      if case .list(let items) = value {
        report(field, .outOfRange(found: "\(items.count)", allowed: "at most \(most)", hint: nil))
      } else {
        wrongType(field, value, allowed: allowed)
      }
      return nil
    }
    var ids: [String] = []
    for item in items {
      guard case .text(let text) = item else {
        wrongType(field, item, allowed: allowed)
        continue
      }
      if let id = id(&self, text), !ids.contains(id) { ids.append(id) }
    }
    return ids
  }
}

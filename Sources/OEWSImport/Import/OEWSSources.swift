import CareerData
import Tabular

/// An edition of published figures, as the row of `sources` that the figures name.
struct PublishedEdition: Sendable, Equatable {
  /// Of all editions: `bls-oews-`.
  let sourcePrefix: String
  let sourceID: String
  let period: String
  let lastDay: CalendarDate
  /// The other cells, for a dataset that has no edition yet.
  let row: DatasetDraft.Cells
}

extension OEWSEdition {
  var published: PublishedEdition {
    PublishedEdition(
      sourcePrefix: OEWSNames.sourcePrefix, sourceID: sourceID, period: text, lastDay: lastDay,
      row: OEWSNames.sourceRow)
  }
}

/// The row of `sources` that the imported figures name.
struct OEWSSources {
  /// A row of `sources`, in the words of a summary.
  struct Named: Sendable, Equatable {
    let id: String
    let period: String
  }

  private let edition: PublishedEdition
  /// The rows of earlier editions that figures named before, oldest first.
  private let before: [Source]
  private(set) var added: Named?
  private(set) var dropped: [Named] = []

  init(_ draft: DatasetDraft, for edition: PublishedEdition) {
    self.edition = edition
    before = draft.origin.records.sources
      .filter { $0.id.hasPrefix(edition.sourcePrefix) && draft.refersToSource($0.id) }
      .sorted { ($0.lastDay?.iso ?? "", $0.id) < ($1.lastDay?.iso ?? "", $1.id) }
  }

  /// Makes sure that the source of the edition is there. A new one is made from the latest one: the same publisher, title,
  /// link and note.
  mutating func prepare(_ draft: inout DatasetDraft) throws(OEWSImportError) {
    if let held = draft.origin.records.sources.first(where: { $0.id == edition.sourceID }) {
      guard held.period == edition.period else {
        throw OEWSImportError(.sourceOfOtherPeriod(id: held.id, found: held.period))
      }
      return
    }
    do throws(DraftError) { try addSource(to: &draft) } catch { throw OEWSImportError(.draft(error)) }
  }

  /// Makes sure that the population of OEWS is there.
  static func addPopulation(to draft: inout DatasetDraft) throws(OEWSImportError) {
    guard !draft.origin.records.populations.contains(where: { $0.id == OEWSNames.population }) else { return }
    do throws(DraftError) {
      let row = OEWSNames.populationRow
      try draft.renew(.populations, key: "id", with: [row], dispensable: ["caveat"])
    } catch { throw OEWSImportError(.draft(error)) }
  }

  private mutating func addSource(to draft: inout DatasetDraft) throws(DraftError) {
    var cells = edition.row
    if let former = before.last {
      cells = [
        "publisher": former.publisher, "title": former.title, "link": former.link ?? "",
        "editorial": former.isEditorial ? "true" : "false", "note": former.note,
      ]
    }
    cells["id"] = edition.sourceID
    cells["period"] = edition.period
    cells["last_day"] = edition.lastDay.iso
    try draft.addSource(cells, after: before.last)
    added = Named(id: edition.sourceID, period: edition.period)
  }

  /// Takes out the rows that figures named before and nothing names now.
  mutating func dropUnused(from draft: inout DatasetDraft) {
    for source in before where !draft.refersToSource(source.id) {
      draft.removeSource(source)
      dropped.append(Named(id: source.id, period: source.period))
    }
  }
}

extension DatasetDraft {
  /// Adds a row to `sources`, and to the list of sources in the package, each behind the former one.
  fileprivate mutating func addSource(_ cells: Cells, after former: Source?) throws(DraftError) {
    try renew(.sources, key: "id", with: [cells], dispensable: ["link", "last_day", "editorial", "note"])
    let title = Self.packageTitle(cells["publisher"] ?? "", cells["title"] ?? "", cells["period"] ?? "")
    var entry = Array("{\"title\": ".utf8) + JSONText.string(title).compact.utf8
    if let link = cells["link"], !link.isEmpty {
      entry += Array(", \"path\": ".utf8) + JSONText.string(link).compact.utf8
    }
    let place = former.flatMap(packageIndex)
    package.insert(entry + [UInt8(ascii: "}")], into: "sources", at: place.map { $0 + 1 })
    guard let former, let table = tables.firstIndex(where: { $0.name == "sources" }),
      let index = tables[table].cells("id").firstIndex(of: former.id)
    else { return }
    tables[table].rows.insert(tables[table].rows.removeLast(), at: index + 1)
  }

  fileprivate mutating func removeSource(_ source: Source) {
    if let index = packageIndex(source) { package.remove(from: "sources", at: index) }
    guard let table = tables.firstIndex(where: { $0.name == "sources" }),
      let index = tables[table].cells("id").firstIndex(of: source.id)
    else { return }
    tables[table].rows.remove(at: index)
  }

  /// Where the source stands in the list of the package; nil when it is not there in these words.
  private func packageIndex(_ source: Source) -> Int? {
    let title = Self.packageTitle(source.publisher, source.title, source.period)
    return package.elements("sources").firstIndex { element in
      (try? JSONDocument(element))?.root["title"]?.string == title
    }
  }

  private static func packageTitle(_ publisher: String, _ title: String, _ period: String) -> String {
    "\(publisher): \(title), \(period)"
  }
}

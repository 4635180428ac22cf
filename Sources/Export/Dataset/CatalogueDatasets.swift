import CareerData

extension Catalogue {
  /// What a report on an occupation is made from where no dataset covers it: the tables of ``dataset(for:language:)``, and
  /// what else the catalogue tells of it.
  ///
  /// - Parameter language: of the words for readers; nil for English.
  /// - Returns: nil for a code that is none of the catalogue.
  func reportDataset(for socCode: String, language: String?) -> CareerDataset? {
    guard let dataset = dataset(for: socCode, language: language), let occupation = self[socCode] else {
      return nil
    }
    var records = dataset.records
    let related = relatedOccupations(to: socCode).compactMap { self[$0.socCode]?.title }
    records.catalogue = CatalogueFacts(
      relatedTitles: Array(related.prefix(Self.mostRelated)), projectionGroup: occupation.projectionCode)
    if !related.isEmpty { records.sources += [onetSource].compactMap(\.self) }
    // BLS writes them in English alone.
    if language?.hasPrefix("en") ?? true, let factor = factor(of: socCode), let source = projectionSource {
      records.drivers = [Driver(id: "bls-ep-factor", text: factor, sourceID: source.id)]
    }
    records.figures = records.figures.map(\.withoutZeroJobs)
    return CareerDataset(identity: dataset.identity, tables: dataset.tables, records: records)
  }

  /// As many as a client reads.
  private static let mostRelated = 3
}

extension PublishedFigure {
  /// Counts of the projections are published in hundreds: 0 of them are fewer than 50, and not none.
  fileprivate var withoutZeroJobs: PublishedFigure {
    guard unit == .count, value == 0 else { return self }
    var copy = self
    copy.value = nil
    copy.high = 50
    return copy
  }
}

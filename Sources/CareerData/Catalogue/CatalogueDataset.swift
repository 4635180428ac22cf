extension Catalogue {
  /// A dataset about one occupation: what the catalogue has of it, with which every report can be made.
  ///
  /// - Parameters:
  ///   - socCode: of an occupation of the catalogue.
  ///   - language: of the words for readers, `es`; nil, the default: English.
  /// - Returns: nil for a code that is none of the catalogue.
  public func dataset(for socCode: String, language: String? = nil) -> CareerDataset? {
    guard let occupation = self[socCode] else { return nil }
    let states = statePay(of: socCode)
    let words = language.map { Translation.words(in: $0, translations) } ?? [:]
    var records = CareerDataset.Records()
    records.populations = [.wageAndSalaryWorkers]
    records.occupations = [
      Occupation(
        socCode: socCode, title: occupation.title, commonName: occupation.title, isSubject: true, note: "")
    ]
    // Every state is known, whether or not wages of it are.
    records.areas = areas
    records.priceParities = priceParities
    records.sources = [wageSource, projectionSource].compactMap(\.self)
    if !records.priceParities.isEmpty, let priceSource { records.sources.append(priceSource) }
    records.pay = occupation.pay + states.flatMap(\.pay)
    records.figures =
      [occupation.employment].compactMap(\.self) + occupation.outlook + states.compactMap(\.employment)
    records.entryRequirements = [occupation.entry].compactMap(\.self)
    records.disagreements = [occupation.employmentDisagreement].compactMap(\.self)
    records.translations = translations(of: records)
    let identity = CareerDataset.Identity(
      name: "occupation-\(socCode)", title: words[occupation.title] ?? occupation.title, version: version,
      contentHash: contentHash(of: socCode))
    return CareerDataset(
      identity: identity, tables: Self.tablesOfDatasets, records: records.translated(words))
  }

  /// The translations of the words that the records have; what the catalogue has no other words for, such as a title,
  /// stays as it is.
  private func translations(of records: CareerDataset.Records) -> [Translation] {
    let known = Dictionary(grouping: translations, by: \.language)
    let texts = records.prose
    return known.keys.sorted().flatMap { language in
      let words = Translation.words(in: language, known[language] ?? [])
      return texts.map { Translation(language: language, text: $0, translation: words[$0] ?? $0) }
    }
  }

  /// Of what the catalogue has about the occupation itself, as of the files of a dataset.
  private func contentHash(of socCode: String) -> String {
    let tables: [Table] = [.occupations, .statePay]
    let lines = tables.map { ($0.path, table($0).lines(of: socCode)) }
    var content = Dictionary(uniqueKeysWithValues: lines)
    content[Table.sources.path] = files.files[Table.sources.path]
    return DatasetFiles(files: content).contentHash(ofResources: content.keys.sorted())
  }

  private static let tablesOfDatasets: Set<CareerDataset.Table> = [
    .sources, .populations, .occupations, .areas, .pay, .figures, .entryRequirements, .disagreements,
    .priceParities, .translations,
  ]

  /// The nation and the states that the catalogue has pay of.
  public var areas: [Area] {
    table(.areas).rows.map { row in
      Area(
        id: row["id"], kind: Area.Kind(rawValue: row["kind"]) ?? .state, code: row["code"], fips: row["fips"],
        title: row["title"])
    }
  }

  package var translations: [Translation] {
    table(.translations).rows.map {
      Translation(language: $0["language"], text: $0["text"], translation: $0["translation"])
    }
  }

  /// The version of the package; empty for one that cannot be read.
  public var version: String {
    var log = ProblemLog()
    return DataPackage(files.files[DatasetFiles.packageName] ?? [], log: &log)?.version ?? ""
  }
}

extension CatalogueOccupation {
  fileprivate var employmentDisagreement: Disagreement? {
    guard let reported = employment, let projected = outlook(.employment) else { return nil }
    return Disagreement(employmentReported: reported, projected: projected)
  }
}

extension Disagreement {
  /// Why OEWS and the projections have two numbers for the employment of an occupation; nil where they have one.
  package init?(employmentReported reported: PublishedFigure, projected: PublishedFigure) {
    guard let count = reported.value, let published = projected.value, count != published else { return nil }
    self.init(
      id: "bls-ep-employment-disagreement", subject: .national, measure: projected.measure,
      publishedValue: published, recalculatedValue: count, unit: projected.unit.rawValue,
      recalculation: "value(figure:\(reported.id))", sourceID: projected.sourceID,
      explanation: Self.employmentExplanation)
  }

  package static let employmentExplanation =
    "The projections count all jobs of the occupation; employers report those of wage and salary workers alone, and the methods differ."
}

extension CareerDataset.Records {
  /// The words for readers, each once, in the order of the tables.
  fileprivate var prose: [String] {
    let texts =
      sources.flatMap { [$0.title, $0.period, $0.note] } + populations.flatMap { [$0.label, $0.caveat] }
      + occupations.flatMap { [$0.title, $0.commonName] } + areas.map(\.title)
      + pay.flatMap { [$0.period, $0.note] }
      + figures.flatMap { [$0.label, $0.statistic, $0.population, $0.period, $0.note] }
      + entryRequirements.flatMap { [$0.period, $0.note] } + disagreements.map(\.explanation)
    var seen: Set<String> = []
    return texts.filter { $0.contains(where: \.isLetter) && seen.insert($0).inserted }
  }

  /// With the words of the catalogue's tables in another language.
  fileprivate func translated(_ words: [String: String]) -> Self {
    guard !words.isEmpty else { return self }
    func translated(_ text: String) -> String { words[text] ?? text }
    var copy = self
    for index in copy.sources.indices {
      copy.sources[index].title = translated(copy.sources[index].title)
      copy.sources[index].period = translated(copy.sources[index].period)
      copy.sources[index].note = translated(copy.sources[index].note)
    }
    for index in copy.populations.indices {
      copy.populations[index].label = translated(copy.populations[index].label)
      copy.populations[index].caveat = translated(copy.populations[index].caveat)
    }
    for index in copy.areas.indices { copy.areas[index].title = translated(copy.areas[index].title) }
    for index in copy.pay.indices {
      copy.pay[index].period = translated(copy.pay[index].period)
      copy.pay[index].note = translated(copy.pay[index].note)
    }
    for index in copy.disagreements.indices {
      copy.disagreements[index].explanation = translated(copy.disagreements[index].explanation)
    }
    for index in copy.figures.indices { copy.figures[index] = copy.figures[index].translated(translated) }
    return copy
  }
}

extension PublishedFigure {
  fileprivate func translated(_ translated: (String) -> String) -> PublishedFigure {
    var copy = self
    copy.label = translated(label)
    copy.statistic = translated(statistic)
    copy.population = translated(population)
    copy.period = translated(period)
    copy.note = translated(note)
    return copy
  }
}

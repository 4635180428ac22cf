import CareerData

/// The ids that a profile may use with a dataset.
struct ProfileVocabulary: Sendable {
  /// The allowed values of a coded field.
  struct Choices: Sendable {
    /// What a value is, in a message: `setting`.
    let noun: String
    /// Several values, in a notice: `settings`.
    let plural: String
    /// The ids, in the order of the table; nil when the dataset has no such table.
    let ids: [String]?
    /// The title of each id, so that `California` finds `CA`.
    let titles: [String]

    /// The id of each folded id and title; nil for what is several.
    private let byFolded: [String: String?]

    /// - Parameter otherTitles: of some ids, in other languages.
    init(noun: String, plural: String, ids: [String]?, titles: [String], otherTitles: [[String]] = []) {
      self.noun = noun
      self.plural = plural
      self.ids = ids
      self.titles = titles
      var byFolded: [String: String?] = [:]
      for (index, (id, title)) in zip(ids ?? [], titles).enumerated() {
        let others = index < otherTitles.count ? otherTitles[index] : []
        for name in Set(([id, title] + others).map(CodedWords.folded)) {
          byFolded[name] = byFolded[name] == nil ? .some(id) : .some(nil)
        }
      }
      // An id is itself, whatever is titled like it.
      for id in ids ?? [] where byFolded[CodedWords.folded(id)] == .some(nil) {
        let same = (ids ?? []).filter { CodedWords.folded($0) == CodedWords.folded(id) }
        if same.count == 1 { byFolded[CodedWords.folded(id)] = .some(id) }
      }
      self.byFolded = byFolded
    }

    /// The id that a text names by id or title, whatever its letter case, spaces and hyphens; nil for none or several.
    func canonical(_ text: String) -> String? {
      guard let ids else { return nil }
      if ids.contains(text) { return text }
      return byFolded[CodedWords.folded(text)] ?? nil
    }

    /// What a person probably meant by an id that is unknown: the one that is one slip away.
    func nearest(to found: String) -> String? {
      if let id = canonical(found) { return id }
      guard let ids else { return nil }
      return NearestName.only(found, among: ids)
        ?? NearestName.only(found, among: titles).flatMap { title in
          titles.firstIndex(of: title).map { ids[$0] }
        }
    }
  }

  private let choicesByField: [ProfileField: Choices]
  let areas: AreaNames

  init(_ dataset: CareerDataset) {
    let records = dataset.records
    // A roster may have been filled in with the lists of another language.
    let translations = Dictionary(grouping: records.translations, by: \.text)
    func choices(
      _ noun: String, _ plural: String, _ table: CareerDataset.Table, _ rows: [(id: String, title: String)]
    ) -> Choices {
      Choices(
        noun: noun, plural: plural, ids: dataset.tables.contains(table) ? rows.map(\.id) : nil,
        titles: rows.map(\.title),
        otherTitles: rows.map { translations[$0.title]?.map(\.translation) ?? [] })
    }
    let settings = choices("setting", "settings", .settings, records.settings.map { ($0.id, $0.title) })
    let specializations = choices(
      "specialization", "specializations", .specializations,
      records.specializations.map { ($0.id, $0.title) })
    let states = records.states
    choicesByField = [
      .setting: settings, .targetSetting: settings,
      .specialization: specializations, .targetSpecialization: specializations,
      .rung: choices("rung", "rungs", .rungs, records.rungs.map { ($0.id, $0.title) }),
      .credentials: choices(
        "credential", "credentials", .credentials, records.credentials.map { ($0.id, $0.title) }),
      .state: Choices(
        noun: "state", plural: "states", ids: states.isEmpty ? nil : states.map(\.code),
        titles: states.map(\.title),
        otherTitles: states.map { translations[$0.title]?.map(\.translation) ?? [] }),
    ]
    areas = AreaNames(records)
  }

  func choices(for field: ProfileField) -> Choices? { choicesByField[field] }

  /// The id that a text of a coded field names; nil for an unknown one.
  func canonical(_ text: String, _ field: ProfileField) -> String? {
    guard let choices = choices(for: field) else { return nil }
    if let id = choices.canonical(text) { return id }
    return field == .state && choices.ids != nil ? USPlaces.code(of: text, known: choices) : nil
  }
}

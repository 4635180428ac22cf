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

    /// What a person probably meant by an id that is unknown.
    func nearest(to found: String) -> String? {
      guard let ids else { return nil }
      let lowercased = found.lowercased()
      if let index = titles.firstIndex(where: { $0.lowercased() == lowercased }) { return ids[index] }
      return NearestName.of(found, among: ids)
    }
  }

  private let choicesByField: [ProfileField: Choices]
  let areas: AreaNames

  init(_ dataset: CareerDataset) {
    let records = dataset.records
    func choices(
      _ noun: String, _ plural: String, _ table: CareerDataset.Table, _ rows: [(id: String, title: String)]
    ) -> Choices {
      Choices(
        noun: noun, plural: plural, ids: dataset.tables.contains(table) ? rows.map(\.id) : nil,
        titles: rows.map(\.title))
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
        titles: states.map(\.title)),
    ]
    areas = AreaNames(records)
  }

  func choices(for field: ProfileField) -> Choices? { choicesByField[field] }
}

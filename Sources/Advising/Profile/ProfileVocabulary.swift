import CareerData

/// The ids that a profile may use with a dataset.
struct ProfileVocabulary: Sendable {
  /// The allowed values of a coded field.
  struct Choices: Sendable {
    let list: CodeList
    /// The ids, in the order of the table; nil when the dataset has no such table.
    let ids: [String]?
    /// The title of each id, so that `California` finds `CA`.
    let titles: [String]

    /// The id of each folded id and title; nil for what is several.
    private let byFolded: [String: String?]

    /// - Parameter otherTitles: of some ids, in other languages.
    init(_ list: CodeList, ids: [String]?, titles: [String], otherTitles: [[String]] = []) {
      self.list = list
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

    /// The ids that may be meant by what somebody has typed so far: the one that it names, then those whose titles begin so,
    /// then the one that is a slip away.
    func search(_ text: String) -> [String] {
      let wanted = CodedWords.folded(text)
      guard let ids, !wanted.isEmpty else { return [] }
      let begun = zip(ids, titles).filter { CodedWords.folded($0.1).hasPrefix(wanted) }.map(\.0)
      var found: [String] = []
      for id in [canonical(text)].compactMap(\.self) + begun + [nearest(to: text)].compactMap(\.self)
      where !found.contains(id) { found.append(id) }
      return found
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

  /// What the id of a state begins with: `state:NV`.
  static let stateMark = "state:"

  private let choicesByField: [ProfileField: Choices]
  /// By the noun of the list.
  private let choicesByList: [String: Choices]
  let areas: AreaNames
  let occupations: ProfileOccupations
  /// False for what the catalogue has of an occupation that no dataset covers: states, and no other ids.
  let isOfDataset: Bool

  /// - Parameter occupations: that a profile may name; nil, the default, for the dataset's own alone.
  init(_ dataset: CareerDataset, occupations: ProfileOccupations? = nil, isOfDataset: Bool = true) {
    self.occupations = occupations ?? ProfileOccupations([dataset.occupation]) { nil }
    self.isOfDataset = isOfDataset
    let records = dataset.records
    // A roster may have been filled in with the lists of another language.
    let translations = Dictionary(grouping: records.translations, by: \.text)
    // Two fields may take ids of one table.
    var choicesByList: [String: Choices] = [:]
    var choicesByField: [ProfileField: Choices] = [:]
    for field in ProfileField.allCases {
      guard let list = field.kind.codes else { continue }
      if let known = choicesByList[list.noun] {
        choicesByField[field] = known
        continue
      }
      let rows = list.rows(dataset)
      let titles = (rows ?? []).map(\.title)
      let choices = Choices(
        list, ids: rows?.map(\.id), titles: titles,
        otherTitles: titles.map { translations[$0]?.map(\.translation) ?? [] })
      choicesByList[list.noun] = choices
      choicesByField[field] = choices
    }
    self.choicesByField = choicesByField
    self.choicesByList = choicesByList
    areas = AreaNames(records)
  }

  /// Nil for a field that takes no id of the dataset.
  func choices(for field: ProfileField) -> Choices? { choicesByField[field] }

  /// Nil for a list that no field takes ids of.
  func choices(of list: CodeList) -> Choices? { choicesByList[list.noun] }

  /// Whether the dataset has what a field is looked up in.
  func knows(_ field: ProfileField) -> Bool {
    if case .area = field.kind { return areas.count > 0 }
    return choices(for: field).map { $0.ids != nil } ?? true
  }

  /// The id of a state or an area that a text is or names; nil for none or several.
  func place(_ text: String) -> String? {
    let state = text.hasPrefix(Self.stateMark) ? String(text.dropFirst(Self.stateMark.count)) : text
    if let code = canonical(state, ProfileField.state) { return Self.stateMark + code }
    if case .one(let area) = areas.match(text) { return area.id }
    return nil
  }

  /// The id that a text of a coded field names; nil for an unknown one.
  func canonical(_ text: String, _ field: some FieldKey) -> String? {
    switch field.kind {
    case .occupation, .occupations: return occupations.code(of: text)
    case .places: return place(text)
    default: break
    }
    guard let choices = field.choices(in: self) else { return nil }
    if let id = choices.canonical(text) { return id }
    return field.rawValue == ProfileField.state.rawValue && choices.ids != nil
      ? USPlaces.code(of: text, known: choices) : nil
  }
}

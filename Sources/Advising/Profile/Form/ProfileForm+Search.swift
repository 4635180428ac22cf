/// What may be meant by what somebody has typed so far into a field.
package struct FormMatch: Sendable, Equatable {
  /// What to write into the field: a name, or a code where no name leads to this one thing.
  package let value: String
  /// What to show in a list: `Pharmacy Technicians (29-2052)`.
  package let title: String
}

extension ProfileForm {
  /// What a field may mean by a text that is not complete; the most probable first. None for a field without a search, and for
  /// an empty text.
  ///
  /// - Parameter limit: at most so many.
  package func matches(for field: ProfileField, text: String, limit: Int) -> [FormMatch] {
    // What another occupation calls its things makes no difference to areas and occupations.
    let vocabulary = profiles.vocabulary
    guard !text.trimmed.isEmpty, limit > 0 else { return [] }
    func states() -> [FormMatch] {
      (vocabulary.choices(of: .states)?.search(text) ?? []).prefix(limit).map { code in
        let name = vocabulary.name(code, .place)
        return FormMatch(value: name, title: name == code ? code : "\(name) (\(code))")
      }
    }
    func areas() -> [FormMatch] {
      vocabulary.areas.search(text).prefix(limit).map { area in
        FormMatch(value: vocabulary.name(area.id, .area), title: "\(area.title) (\(area.code))")
      }
    }
    let found: [FormMatch]
    switch field.kind {
    case .choice(let list) where list.noun == CodeList.states.noun: found = states()
    case .area: found = areas()
    case .places: found = states() + areas()
    case .occupation, .occupations:
      found = vocabulary.occupations.search(text).prefix(limit).map { hit in
        let title = "\(hit.title) (\(hit.socCode))"
        return FormMatch(
          value: vocabulary.name(hit.socCode, .occupation),
          title: hit.jobTitle.map { "\($0): \(title)" } ?? title)
      }
    default: found = []
    }
    return Array(found.prefix(limit))
  }
}

import Tabular

/// From a stored profile, and from what a browser sends, to the texts of a form.
extension ProfileForm {
  /// What a stored profile fills the form with: names for codes, `yes` and `no`, and nothing for what it does not say. Of a value
  /// that its field cannot have, as much as a text can show.
  package func values(of profile: JSONNode) -> [String: FormValue] {
    var values: [String: FormValue] = [:]
    let vocabulary = profiles.vocabulary(naming: profile[ProfileField.occupation.rawValue]?.string)
    for field in fields {
      let node = profile[field.key].flatMap { $0.value == .null ? nil : $0 }
      values[field.key] = Self.value(node.map(FieldValue.init), field.input, vocabulary)
    }
    return values
  }

  private static func value(
    _ value: FieldValue?, _ input: FormInput, _ vocabulary: ProfileVocabulary
  ) -> FormValue {
    switch input {
    case .several:
      guard case .list(let items) = value else { return .several(value.map { [text($0)] } ?? []) }
      return .several(items.isEmpty ? [FormOption.none] : items.map(text))
    case .searches(let search, _):
      guard case .list(let items) = value else { return .several(value.map { [text($0)] } ?? []) }
      return .several(items.map { vocabulary.name(text($0), search) })
    case .objects:
      guard case .list(let items) = value else { return .objects([]) }
      return .objects(
        items.map { item in
          guard case .object(let members) = item else { return [:] }
          return members.mapValues(text)
        })
    case .search(let search): return .text(value.map { vocabulary.name(text($0), search) } ?? "")
    default: return .text(value.map(text) ?? "")
    }
  }

  private static func text(_ value: FieldValue) -> String {
    switch value {
    case .text(let text): text
    case .number(let number): FieldReader.words(number)
    case .flag(let flag): flag ? "yes" : "no"
    case .list(let items): items.map(text).joined(separator: "; ")
    case .object: ""
    }
  }

  /// The values of a form by field, from the names and values that a browser sends. Names that no input has are left out; a
  /// field of which nothing was sent is not there.
  package func values(of pairs: [(name: String, value: String)]) -> [String: FormValue] {
    var values: [String: FormValue] = [:]
    var objects: [String: [Int: [String: String]]] = [:]
    let inputs = Dictionary(uniqueKeysWithValues: fields.map { ($0.key, $0.input) })
    for (name, value) in pairs {
      let parts = name.split(separator: "[", maxSplits: 1).map(String.init)
      guard let key = parts.first, let input = inputs[key] else { continue }
      switch input {
      case .several, .searches:
        var items: [String] = if case .several(let items) = values[key] { items } else { [] }
        if !value.isEmpty { items.append(value) }
        values[key] = .several(items)
      case .objects(let members, let most):
        if values[key] == nil { values[key] = .objects([]) }
        for member in members {
          // More than the field takes is told as a problem of the field.
          guard let number = FormMember.number(name, key, member.key), number <= 2 * most else { continue }
          objects[key, default: [:]][number, default: [:]][member.key] = value
        }
      default: values[key] = .text(value)
      }
    }
    for (key, byNumber) in objects {
      values[key] = .objects((1...(byNumber.keys.max() ?? 1)).map { byNumber[$0] ?? [:] })
    }
    return values
  }
}

/// And from the texts of a form to what a browser would send of it.
extension ProfileForm {
  /// The names and values of the inputs that hold something.
  package func inputs(of values: [String: FormValue]) -> [(name: String, value: String)] {
    fields.flatMap { field -> [(name: String, value: String)] in
      switch values[field.key] {
      case .text(let text): [(field.key, text)]
      case .several(let texts): texts.map { (field.key, $0) }
      case .objects(let objects):
        objects.enumerated().flatMap { index, object in
          object.sorted { $0.key < $1.key }.map { (FormMember.name(field.key, index + 1, $0.key), $0.value) }
        }
      case nil: []
      }
    }
  }
}

extension ProfileVocabulary {
  /// What a code or an id is called, if the name leads back to it; else the text itself.
  func name(_ text: String, _ search: FormSearch) -> String {
    switch search {
    case .area:
      guard case .one(let area) = areas.match(text), areas.match(area.title) == .one(area) else {
        return text
      }
      return area.title
    case .occupation:
      guard let code = occupations.code(of: text), let title = occupations.title(code),
        occupations.code(of: title) == code
      else { return text }
      return title
    case .place:
      guard let id = place(text), let title = title(ofPlace: id), place(title) == id else { return text }
      return title
    }
  }

  private func title(ofPlace id: String) -> String? {
    if case .one(let area) = areas.match(id) { return area.title }
    guard let states = choices(of: .states), let ids = states.ids,
      let index = ids.firstIndex(of: String(id.dropFirst(Self.stateMark.count)))
    else { return nil }
    return states.titles[index]
  }
}

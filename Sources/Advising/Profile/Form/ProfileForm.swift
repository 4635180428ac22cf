import CareerData

/// The form of a profile as data: what is asked, in what order, and how it is filled in.
///
/// ```swift
/// let form = ProfileForm(ProfileReader(dataset: dataset))
/// let reading = form.reading(of: ["id": .text("c-1"), "pay_amount": .text("$46,000")], keeping: former)
/// ```
package struct ProfileForm: Sendable {
  package struct Group: Sendable, Equatable {
    package let group: FormGroup
    /// Never empty.
    package fileprivate(set) var fields: [FormField]
  }

  /// In the order of a conversation.
  package private(set) var groups: [Group]
  let profiles: ProfileReader

  /// - Parameters:
  ///   - profiles: what reads the profiles that the form is for.
  ///   - occupation: that the profile names, by code or title; nil, the default, for none. Another occupation may have other
  ///     rungs, credentials and settings, or none.
  package init(_ profiles: ProfileReader, occupation: String? = nil) {
    self.profiles = profiles
    let vocabulary = profiles.vocabulary(naming: occupation)
    let shown = ProfileField.allCases.compactMap { field in
      field.declaration.form.flatMap { place in FormField(field, vocabulary).map { (place, $0) } }
    }
    groups = FormGroup.allCases.compactMap { group in
      let fields = shown.filter { $0.0.group == group }
        .sortedStably { $0.0.order.rawValue < $1.0.order.rawValue }
      return fields.isEmpty ? nil : Group(group: group, fields: fields.map(\.1))
    }
  }

  /// For the dataset's own occupation alone.
  package init(dataset: CareerDataset) { self.init(ProfileReader(dataset: dataset)) }

  package var fields: [FormField] { groups.flatMap(\.fields) }

  /// The form without some fields, which stay as they are stored.
  package func hiding(_ hidden: Set<ProfileField>) -> ProfileForm {
    var copy = self
    for index in copy.groups.indices { copy.groups[index].fields.removeAll { hidden.contains($0.field) } }
    copy.groups.removeAll(where: \.fields.isEmpty)
    return copy
  }
}

extension FormField {
  /// Nil for a field that the dataset has no table for: it would be ignored.
  fileprivate init?(_ field: ProfileField, _ vocabulary: ProfileVocabulary) {
    guard let input = FormInput(field, vocabulary) else { return nil }
    var isRequired = false
    if case .id = field.kind { isRequired = true }
    self.init(field: field, input: input, unit: field.kind.number?.unit, isRequired: isRequired)
  }
}

extension FormInput {
  fileprivate init?(_ field: some FieldKey, _ vocabulary: ProfileVocabulary) {
    switch field.kind {
    case .id: self = .line(longest: ClientID.longest)
    case .text(let longest, let isOneLine):
      self = isOneLine ? .line(longest: longest) : .longText(longest: longest)
    case .date: self = .date
    case .number(let range, _): self = .number(range, isWhole: false)
    case .wholeNumber(let range, _):
      self = .number(Double(range.lowerBound)...Double(range.upperBound), isWhole: true)
    case .flag: self = .yesNo
    case .choice, .choices:
      guard let known = field.choices(in: vocabulary), let ids = known.ids, !ids.isEmpty else { return nil }
      let options = zip(ids, known.titles).map { FormOption(id: $0, title: $1) }
      self = field.kind.takesSeveral ? .several(options) : .choice(options)
    case .word(let list): self = .word(list.words)
    case .area:
      guard vocabulary.areas.count > 0 else { return nil }
      self = .search(.area)
    case .occupation: self = .search(.occupation)
    case .occupations(let most): self = .searches(.occupation, most: most)
    case .places(let most):
      guard vocabulary.areas.count > 0 || vocabulary.choices(of: .states)?.ids != nil else { return nil }
      self = .searches(.place, most: most)
    case .objects(let members, let most):
      self = .objects(members.compactMap { FormMember($0, vocabulary) }, most: most)
    // No form shows one: it is what a former report says.
    case .object: return nil
    }
  }
}

extension FormMember {
  fileprivate init?(_ member: ObjectMember, _ vocabulary: ProfileVocabulary) {
    guard let input = FormInput(member, vocabulary) else { return nil }
    self.init(key: member.rawValue, input: input, isRequired: member.isRequired)
  }
}

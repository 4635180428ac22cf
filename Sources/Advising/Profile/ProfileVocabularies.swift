import CareerData
import Synchronization

/// The words that profiles may use, by the occupation that each names: those of the dataset that covers it, and the states
/// alone where none does.
///
/// A class, because a vocabulary is made once, when the first profile needs it. There are as many as there are datasets,
/// and one for all other occupations.
final class ProfileVocabularies: Sendable {
  let own: ProfileVocabulary
  private let ownCode: String
  private let covering: @Sendable (String) -> CareerDataset?
  private let made = Mutex(Made())

  private struct Made {
    var byCode: [String: ProfileVocabulary] = [:]
    var withoutDataset: ProfileVocabulary?
  }

  init(
    _ dataset: CareerDataset, catalogue: @escaping @Sendable () -> Catalogue?, others: [Occupation],
    covering: @escaping @Sendable (String) -> CareerDataset?
  ) {
    own = ProfileVocabulary(
      dataset, occupations: ProfileOccupations([dataset.occupation] + others, catalogue: catalogue))
    ownCode = dataset.occupation.socCode
    self.covering = covering
  }

  /// - Parameter occupation: a code or a title; nil, and one that is not known, for the own dataset's words.
  func vocabulary(_ occupation: String?) -> ProfileVocabulary {
    guard let code = occupation.flatMap(own.occupations.code), code != ownCode else { return own }
    return made.withLock { made in
      if let known = made.byCode[code] { return known }
      if let dataset = covering(code) {
        let vocabulary = ProfileVocabulary(dataset, occupations: own.occupations)
        made.byCode[code] = vocabulary
        return vocabulary
      }
      if let known = made.withoutDataset { return known }
      guard let dataset = own.occupations.catalogue()?.dataset(for: code) else { return own }
      let vocabulary = ProfileVocabulary(dataset, occupations: own.occupations, isOfDataset: false)
      made.withoutDataset = vocabulary
      return vocabulary
    }
  }
}

extension ProfileReader.Reading {
  /// The profile without what only a dataset of the occupation gives a meaning, and one notice for all of it.
  ///
  /// - Parameter areas: of the dataset that is meant where no occupation is named. An area that lies in one state names it.
  func withoutDataset(
    _ fields: [String: FieldValue], _ vocabulary: ProfileVocabulary, areas: AreaNames
  ) -> Self {
    let unused = ProfileField.allCases.filter { $0.needsDataset && fields[$0.rawValue] != nil }
    guard let first = unused.first, let code = profile.occupationCode else { return self }
    var profile = profile
    profile.isOpenToRemote = nil
    profile.certificationBudget = nil
    if profile.stateCode == nil, case .text(let area) = fields[ProfileField.area.rawValue] {
      profile.stateCode = vocabulary.state(ofArea: area, areas)
    }
    let others = notices.filter { if case .ignored = $0.reason { false } else { true } }
    let reason = ProfileNotice.Reason.noDataset(
      fields: unused, occupation: vocabulary.occupations.label(code))
    return Self(
      profile: profile, notices: others + [ProfileNotice(field: first, reason: reason)], fields: fields)
  }
}

extension ProfileVocabulary {
  /// The one state that the title of an area ends with: `CA` of `Fresno, CA`; nil for several, and for another title.
  fileprivate func state(ofArea text: String, _ areas: AreaNames) -> String? {
    let title = if case .one(let area) = areas.match(text) { area.title } else { text }
    guard let comma = title.lastIndex(of: ",") else { return nil }
    return canonical(String(title[title.index(after: comma)...]).trimmed, ProfileField.state)
  }
}

extension ProfileField {
  /// Whether the field means nothing without a dataset about the occupation.
  fileprivate var needsDataset: Bool {
    switch self {
    case .area, .rung, .credentials, .setting, .targetSetting, .specialization, .targetSpecialization,
      .openToRemote, .certificationBudget:
      true
    default: false
    }
  }
}

extension CareerDataset {
  /// What a subject is, in words: `state: California`, `industry 62: Health Care and Social Assistance`.
  public func title(of subject: Subject) -> String {
    switch subject.kind {
    case .area:
      records.areas.first { $0.id == subject.id }.map { "\($0.kind.rawValue): \($0.title)" } ?? subject.id
    case .industry:
      titled("industry \(subject.id)", records.industries.first { $0.naics == subject.id }?.title)
    case .setting: titled("setting", records.settings.first { $0.id == subject.id }?.title ?? subject.id)
    case .specialization:
      titled("specialization", records.specializations.first { $0.id == subject.id }?.title ?? subject.id)
    case .credentialGroup: "holders of credentials: \(Self.groupTitle(subject.id))"
    case .credential:
      titled("credential", records.credentials.first { $0.id == subject.id }?.title ?? subject.id)
    case .rung: titled("rung", records.rungs.first { $0.id == subject.id }?.title ?? subject.id)
    case .employer: titled("employer", records.employers.first { $0.id == subject.id }?.title ?? subject.id)
    case .step: titled("step", records.startSteps.first { $0.id == subject.id }?.title ?? subject.id)
    case .occupation:
      titled("occupation \(subject.id)", records.occupations.first { $0.socCode == subject.id }?.title)
    }
  }

  private func titled(_ kind: String, _ title: String?) -> String {
    title.map { "\(kind): \($0)" } ?? kind
  }

  private static func groupTitle(_ id: String) -> String {
    switch id {
    case "any": "one or more"
    case "three_or_more": "three or more"
    default: id
    }
  }
}

/// Every key of the wording, by group, in the order of the standard template.
enum WordingKeys {
  static let byGroup: [(group: String, keys: [String])] = [
    keys(of: ReportPhrase.self), keys(of: BasisPhrase.self), keys(of: StatisticPhrase.self),
    keys(of: MarkPhrase.self), keys(of: ColumnPhrase.self), keys(of: ColumnNotePhrase.self),
    keys(of: RangePhrase.self),
    keys(of: AxisPhrase.self),
    keys(of: QuestionPhrase.self), keys(of: KeyFindingPhrase.self), keys(of: NextStepPhrase.self),
    keys(of: SummaryPhrase.self), keys(of: PositionPhrase.self), keys(of: SettingsPhrase.self),
    keys(of: SpecializationsPhrase.self), keys(of: CredentialsPhrase.self), keys(of: LadderPhrase.self),
    keys(of: CertificationPlanPhrase.self), keys(of: EmployersPhrase.self), keys(of: OutlookPhrase.self),
    keys(of: StartPhrase.self), keys(of: SourcesPhrase.self), keys(of: WhatIfPhrase.self),
    keys(of: WorkbookPhrase.self), keys(of: CaseloadPhrase.self),
    keys(of: AffectedPhrase.self), keys(of: RosterPhrase.self), keys(of: RosterColumnPhrase.self),
    keys(of: RosterNotePhrase.self), keys(of: RosterEducationPhrase.self),
  ]

  /// The paths: `position.national`.
  static let all: [String] = byGroup.flatMap { group, keys in keys.map { "\(group).\($0)" } }

  private static func keys<Key: PhraseKey>(of type: Key.Type) -> (String, [String]) {
    (type.group, type.allCases.map(\.rawValue))
  }
}

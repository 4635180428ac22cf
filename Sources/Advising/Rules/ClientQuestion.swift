import CareerData

/// What the advisor should ask the client, because something in the report depends on it (rule 13).
public enum ClientQuestion: String, Sendable, CaseIterable {
  /// Without it: differences, percentiles, gains.
  case pay
  /// Without it: the state's wages.
  case state
  /// Without it: percentiles and rung.
  case isInField = "in_field"
  /// Without it: the credential group, the step, the rung.
  case credentials
  /// Without it: what the next rung asks for.
  case yearsOfExperience = "years_of_experience"
  /// Without it: the next rung, when none can be inferred.
  case rung
  /// Without it: whether a proposed credential is within reach.
  case education
  /// Without it: how long the way into the occupation is.
  case schooling
  /// Without it: whether a certification is affordable.
  case certificationBudget = "certification_budget"
  /// Without it: the client's own place among the settings.
  case setting
  /// Without it: what the client aims at.
  case target

  /// The field of the profile that the answer goes into.
  public var field: ProfileField {
    switch self {
    case .pay: .payAmount
    case .state: .state
    case .isInField: .inField
    case .credentials: .credentials
    case .yearsOfExperience: .yearsOfExperience
    case .rung: .rung
    case .education, .schooling: .education
    case .certificationBudget: .certificationBudget
    case .setting: .setting
    case .target: .targetSetting
    }
  }

  /// The questions that a profile leaves open, the one whose answer changes most first. A question is not asked when
  /// nothing in the dataset, or in the plan, depends on the answer.
  static func open(_ advice: Advice) -> [ClientQuestion] {
    order(advice.status).filter { $0.isOpen(advice) }
  }

  /// Whether the client works in the field decides what else matters; then what the rung and the plan need.
  private static func order(_ status: FieldStatus) -> [ClientQuestion] {
    switch status {
    case .unknown:
      [
        .isInField, .credentials, .target, .pay, .state, .education, .schooling, .certificationBudget,
        .yearsOfExperience, .rung, .setting,
      ]
    case .inField:
      [
        .credentials, .yearsOfExperience, .rung, .pay, .state, .target, .education, .schooling,
        .certificationBudget,
        .setting, .isInField,
      ]
    case .outsideField:
      [
        .target, .credentials, .state, .education, .schooling, .certificationBudget, .pay, .yearsOfExperience,
        .rung,
        .setting, .isInField,
      ]
    }
  }

  private func isOpen(_ advice: Advice) -> Bool {
    let (profile, records) = (advice.profile, advice.dataset.records)
    let isInField = advice.status == .inField
    return switch self {
    case .pay: profile.pay == nil
    case .isInField: advice.status == .unknown
    case .state: profile.stateCode == nil && advice.place.state == nil && !records.states.isEmpty
    case .credentials: profile.credentialIDs == nil && !records.credentials.isEmpty
    case .rung:
      isInField && (advice.ladder.standing == .unknown || advice.ladder.standing == .none)
        && !records.rungs.isEmpty
    case .yearsOfExperience: isInField && profile.yearsOfExperience == nil && !records.rungs.isEmpty
    case .education:
      profile.education == nil
        && advice.certificationPlan.candidates.contains { $0.credential.requirements.education != nil }
    case .schooling: !isInField && advice.entryNeed?.isSchoolingOpen == true && profile.education == nil
    case .certificationBudget: profile.certificationBudget == nil && !records.credentialCosts.isEmpty
    case .setting: isInField && profile.settingID == nil && !records.settings.isEmpty
    case .target:
      profile.targetSettingID == nil && profile.targetSpecializationID == nil
        && !(records.settings.isEmpty && records.specializations.isEmpty)
    }
  }
}

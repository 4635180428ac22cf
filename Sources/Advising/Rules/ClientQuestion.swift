/// What the advisor should ask the client, because something in the report depends on it.
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
    case .certificationBudget: .certificationBudget
    case .setting: .setting
    case .target: .targetSetting
    }
  }

  /// The questions that a profile leaves open, the one that more depends on first. A question is not asked when
  /// the dataset has nothing that needs the answer.
  static func open(
    _ profile: ClientProfile, place: Place, status: FieldStatus, standing: CareerLadder.Standing,
    has table: (Need) -> Bool
  ) -> [ClientQuestion] {
    var questions: [ClientQuestion] = []
    if profile.pay == nil { questions.append(.pay) }
    if status == .unknown { questions.append(.isInField) }
    if profile.stateCode == nil, place.state == nil, table(.states) { questions.append(.state) }
    if profile.credentialIDs == nil, table(.credentials) { questions.append(.credentials) }
    if status == .inField, standing == .unknown || standing == .none, table(.rungs) {
      questions.append(.rung)
    }
    if status == .inField, profile.yearsOfExperience == nil, table(.rungs) {
      questions.append(.yearsOfExperience)
    }
    if profile.certificationBudget == nil, table(.prices) { questions.append(.certificationBudget) }
    if status == .inField, profile.settingID == nil, table(.settings) { questions.append(.setting) }
    if profile.targetSettingID == nil, profile.targetSpecializationID == nil,
      table(.settings) || table(.specializations)
    {
      questions.append(.target)
    }
    return questions
  }

  /// What a dataset must have for a question to matter.
  enum Need { case states, credentials, rungs, prices, settings, specializations }
}

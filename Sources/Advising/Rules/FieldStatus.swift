/// Whether the client works in the field of the dataset.
public enum FieldStatus: Sendable, Equatable {
  case inField
  /// Present pay, if any, is pay in another field: no percentile and no rung.
  case outsideField
  /// The profile does not tell: the advisor should ask.
  case unknown

  /// What the profile says; else true if a rung, a setting, a specialization or years above 0 are given; else
  /// false if no credentials are held; else unknown.
  public init(_ profile: ClientProfile) {
    if let isInField = profile.isInField {
      self = isInField ? .inField : .outsideField
    } else if profile.rungID != nil || profile.settingID != nil || profile.specializationID != nil
      || (profile.yearsOfExperience ?? 0) > 0
    {
      self = .inField
    } else if profile.credentialIDs == [] {
      self = .outsideField
    } else {
      self = .unknown
    }
  }
}

/// A credential usual in a specialization: a row of `specialization_credentials`.
public struct SpecializationCredential: Sendable, Equatable {
  public let specializationID: String
  public let credentialID: String
  /// True when the link is the dataset's own, not a source's.
  public let isEditorial: Bool

  public init(
    specializationID: String, credentialID: String, isEditorial: Bool
  ) {
    self.specializationID = specializationID
    self.credentialID = credentialID
    self.isEditorial = isEditorial
  }
}

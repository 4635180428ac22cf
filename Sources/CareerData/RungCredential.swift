/// A credential that a rung asks for: a row of `rung_credentials`.
public struct RungCredential: Sendable, Equatable {
  public enum Need: String, Sendable, CaseIterable {
    /// Any one of the rung's required credentials is enough.
    case required
    /// Often held or pursued on the rung.
    case typical
  }

  public let rungID: String
  public let credentialID: String
  public let need: Need
  public let isEditorial: Bool

  public init(
    rungID: String, credentialID: String, need: Need, isEditorial: Bool
  ) {
    self.rungID = rungID
    self.credentialID = credentialID
    self.need = need
    self.isEditorial = isEditorial
  }
}

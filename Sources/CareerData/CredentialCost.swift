/// A cost of a credential: a row of `credential_costs`. Exam and membership are rows of their own.
public struct CredentialCost: Sendable, Equatable {
  public let credentialID: String
  /// What is paid for: `exam`, `membership`.
  public let item: String
  /// US dollars; equal to `high` when the cost is one number.
  public let low: Double
  /// US dollars.
  public let high: Double
  public let isApproximate: Bool
  public let period: String
  public let sourceID: String
  public let note: String

  public init(
    credentialID: String, item: String, low: Double, high: Double, isApproximate: Bool, period: String,
    sourceID: String, note: String
  ) {
    self.credentialID = credentialID
    self.item = item
    self.low = low
    self.high = high
    self.isApproximate = isApproximate
    self.period = period
    self.sourceID = sourceID
    self.note = note
  }
}

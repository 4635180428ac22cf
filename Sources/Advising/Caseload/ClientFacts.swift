import Calculation
import CareerData

/// What the summary of a caseload needs to know of a client.
public struct ClientFacts: Sendable, Equatable {
  public let id: String
  public let rungID: String?
  public let settingID: String?
  public let credentialGroup: CredentialGroup?
  /// `state:CA`.
  public let stateID: String?
  /// Full-time pay less the median of the state, over the median, in percent.
  public let gapToStateMedianPercent: Double?
  /// What goes with one credential more, US dollars a year of pay as received; perhaps a bound.
  public let yearlyGain: Amount?
  public let questions: [ClientQuestion]

  public init(_ advice: Advice) {
    id = advice.profile.id
    rungID = advice.ladder.standing.rung?.id
    settingID = advice.profile.settingID
    credentialGroup = advice.held?.group
    stateID = advice.state?.area.id
    gapToStateMedianPercent =
      advice.state?.benchmark?.statistic == .median ? advice.state?.difference?.percent : nil
    yearlyGain = advice.certificationPlan.candidates.compactMap(\.yearlyGain).first
    questions = advice.questions
  }
}

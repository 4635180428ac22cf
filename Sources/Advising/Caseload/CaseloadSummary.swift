import Calculation
import CareerData

/// Counts over a caseload, gathered client by client; it does not grow with their number.
public struct CaseloadSummary: Sendable, Equatable {
  /// At most this many clients with the largest gains are named.
  public static let mostGains = 20
  /// At most this many clients with missing data are named: all of a usual caseload.
  public static let mostIncomplete = 500

  /// A gap between two ends in percent: `low <= gap < high`; nil for no end.
  public struct GapRange: Sendable, Equatable {
    public let low: Double?
    public let high: Double?
    public let count: Int
  }

  /// A client who would gain, and how much a year.
  public struct Gain: Sendable, Equatable {
    public let clientID: String
    public let gain: Amount
    /// Where the client stands in the roster, by which equals are ranked.
    public let row: Int
    /// By which they are ranked: the amount, or the end that is known.
    public var amount: Double { gain.anySide ?? 0 }
  }

  /// A client with open questions.
  public struct Incomplete: Sendable, Equatable {
    public let clientID: String
    public let questions: [ClientQuestion]
    /// Where the client stands in the roster, by which equals are ranked.
    public let row: Int
  }

  public internal(set) var clients = 0
  /// Clients by the SOC code of the occupation that their reports are about.
  public internal(set) var byOccupation: [String: Int] = [:]
  /// The titles of these occupations, by code.
  public internal(set) var occupationTitles: [String: String] = [:]
  /// Whose clients are counted by rung, setting and credentials: ids of two datasets are not the same things.
  public let occupation: String?
  /// By id; nil for clients whose rung is unknown.
  public internal(set) var byRung: [String?: Int] = [:]
  public internal(set) var bySetting: [String?: Int] = [:]
  public internal(set) var byCredentials: [CredentialGroup?: Int] = [:]
  public internal(set) var byState: [String?: Int] = [:]
  /// Clients for whom each question is open.
  public internal(set) var byQuestion: [ClientQuestion: Int] = [:]
  /// Most first; among equals in the order of the roster.
  public internal(set) var largestGains: [Gain] = []
  /// Clients with a question at least.
  public internal(set) var incompleteCount = 0
  /// Those with most open questions first; among equals in the order of the roster.
  public internal(set) var incomplete: [Incomplete] = []
  var gapCounts = [Int](repeating: 0, count: Self.gapEnds.count + 1)

  private static let gapEnds: [Double] = [-30, -20, -10, 0, 10, 20, 30]

  /// - Parameter occupation: whose rungs, settings and credentials are counted; nil, the default, for those of all
  ///   clients, which are then of one occupation.
  public init(occupation: String? = nil) { self.occupation = occupation }

  public mutating func add(_ facts: ClientFacts) {
    clients += 1
    byOccupation[facts.socCode, default: 0] += 1
    occupationTitles[facts.socCode] = facts.occupationTitle
    if occupation == nil || occupation == facts.socCode {
      byRung[facts.rungID, default: 0] += 1
      bySetting[facts.settingID, default: 0] += 1
      byCredentials[facts.credentialGroup, default: 0] += 1
    }
    byState[facts.stateID, default: 0] += 1
    if let gap = facts.gapToStateMedianPercent {
      gapCounts[Self.gapEnds.firstIndex { gap < $0 } ?? Self.gapEnds.count] += 1
    }
    if let gain = facts.yearlyGain { add(Gain(clientID: facts.id, gain: gain, row: facts.row)) }
    for question in facts.questions { byQuestion[question, default: 0] += 1 }
    if !facts.questions.isEmpty {
      incompleteCount += 1
      add(Incomplete(clientID: facts.id, questions: facts.questions, row: facts.row))
    }
  }

  /// Whether the clients' reports are about several occupations.
  public var isMixed: Bool { byOccupation.count > 1 }

  /// Of whom rung, setting and credentials are counted.
  public var clientsOfOccupation: Int { occupation.map { byOccupation[$0] ?? 0 } ?? clients }

  /// From the lowest to the highest.
  public var gapsToStateMedian: [GapRange] {
    gapCounts.indices.map { index in
      GapRange(
        low: index == 0 ? nil : Self.gapEnds[index - 1],
        high: index == Self.gapEnds.count ? nil : Self.gapEnds[index], count: gapCounts[index])
    }
  }

  private mutating func add(_ gain: Gain) {
    guard largestGains.count < Self.mostGains || gain.amount > (largestGains.last?.amount ?? 0) else {
      return
    }
    let place = largestGains.firstIndex { $0.amount < gain.amount } ?? largestGains.count
    largestGains.insert(gain, at: place)
    if largestGains.count > Self.mostGains { largestGains.removeLast() }
  }

  private mutating func add(_ client: Incomplete) {
    let count = client.questions.count
    guard incomplete.count < Self.mostIncomplete || count > (incomplete.last?.questions.count ?? 0) else {
      return
    }
    let place = incomplete.firstIndex { $0.questions.count < count } ?? incomplete.count
    incomplete.insert(client, at: place)
    if incomplete.count > Self.mostIncomplete { incomplete.removeLast() }
  }
}

/// What the summary of a caseload needs to know of a client.
public struct ClientFacts: Sendable, Equatable {
  public let id: String
  /// Of the occupation that the report is about.
  public let socCode: String
  public let occupationTitle: String
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
  /// Where the client stands in the roster, from 0.
  public let row: Int

  /// - Parameter row: where the client stands in the roster; clients are to be added in their order.
  public init(_ advice: Advice, row: Int = 0) {
    self.row = row
    id = advice.profile.id
    socCode = advice.dataset.occupation.socCode
    occupationTitle = advice.dataset.occupation.title
    rungID = advice.ladder.standing.rung?.id
    settingID = advice.profile.settingID
    credentialGroup = advice.held?.group
    stateID = advice.state?.area.id
    gapToStateMedianPercent =
      advice.state?.benchmark?.statistic == .median ? advice.state?.difference?.percent : nil
    let plan = advice.certificationPlan
    yearlyGain = plan.isStepAhead ? plan.step?.yearly : nil
    questions = advice.questions
  }
}

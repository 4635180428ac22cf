import Calculation
import Tabular

/// Summaries of shares of a caseload, which add up to that of the whole.
extension CaseloadSummary {
  /// Adds the clients of another share: the same as if all had been added one by one, in the order of the roster.
  public mutating func add(_ other: CaseloadSummary) {
    clients += other.clients
    byOccupation.merge(other.byOccupation, uniquingKeysWith: +)
    occupationTitles.merge(other.occupationTitles) { own, _ in own }
    byRung.merge(other.byRung, uniquingKeysWith: +)
    bySetting.merge(other.bySetting, uniquingKeysWith: +)
    byCredentials.merge(other.byCredentials, uniquingKeysWith: +)
    byState.merge(other.byState, uniquingKeysWith: +)
    byQuestion.merge(other.byQuestion, uniquingKeysWith: +)
    for index in gapCounts.indices { gapCounts[index] += other.gapCounts[index] }
    incompleteCount += other.incompleteCount
    // Whoever is among the first of all is among the first of a share.
    let gains = (largestGains + other.largestGains).sorted { ($1.amount, $0.row) < ($0.amount, $1.row) }
    largestGains = Array(gains.prefix(Self.mostGains))
    let clients = (incomplete + other.incomplete).sorted {
      ($1.questions.count, $0.row) < ($0.questions.count, $1.row)
    }
    incomplete = Array(clients.prefix(Self.mostIncomplete))
  }

  /// All of it, to be read back by ``init(_:)``. Numbers that are no counts are texts, so that every digit survives.
  package var json: JSONText {
    var members: [(name: String, value: JSONText)] = [
      ("clients", Self.json(clients)), ("incomplete_clients", Self.json(incompleteCount)),
      ("occupation", occupation.map { .string($0) } ?? .null),
      (
        "titles",
        .object(occupationTitles.sorted { $0.key < $1.key }.map { (name: $0.key, value: .string($0.value)) })
      ), ("gaps", .array(gapCounts.map(Self.json))),
    ]
    members += Self.countsByName.map { (name: $0.name, value: Self.json($0.read(self))) }
    members.append(
      (
        "gains",
        .array(
          largestGains.map { gain in
            [
              "client": .string(gain.clientID), "row": Self.json(gain.row), "low": Self.json(gain.gain.low),
              "high": Self.json(gain.gain.high),
            ]
          })
      ))
    members.append(
      (
        "incomplete",
        .array(
          incomplete.map { client in
            [
              "client": .string(client.clientID), "row": Self.json(client.row),
              "questions": .array(client.questions.map { .string($0.rawValue) }),
            ]
          })
      ))
    return .object(members)
  }

  /// Nil for what ``json`` does not give.
  package init?(_ node: JSONNode) {
    self.init(occupation: node["occupation"]?.string)
    guard let clients = node["clients"]?.integer, let incompleteCount = node["incomplete_clients"]?.integer,
      let titles = node["titles"]?.members, let gaps = node["gaps"]?.elements, gaps.count == gapCounts.count,
      let gains = node["gains"]?.elements, let incomplete = node["incomplete"]?.elements
    else { return nil }
    self.clients = clients
    self.incompleteCount = incompleteCount
    for title in titles { occupationTitles[title.key] = title.node.string }
    for (index, gap) in gaps.enumerated() { gapCounts[index] = gap.integer ?? 0 }
    for counts in Self.countsByName {
      guard let list = node[counts.name]?.elements else { return nil }
      for item in list {
        guard let count = item["clients"]?.integer else { return nil }
        counts.write(&self, item["id"]?.string, count)
      }
    }
    for item in gains {
      guard let id = item["client"]?.string, let row = item["row"]?.integer else { return nil }
      let gain = Amount(
        low: item["low"]?.string.flatMap(Double.init), high: item["high"]?.string.flatMap(Double.init))
      largestGains.append(Gain(clientID: id, gain: gain, row: row))
    }
    for item in incomplete {
      guard let id = item["client"]?.string, let row = item["row"]?.integer,
        let questions = item["questions"]?.elements
      else { return nil }
      self.incomplete.append(
        Incomplete(
          clientID: id, questions: questions.compactMap { $0.string.flatMap(ClientQuestion.init) }, row: row))
    }
  }

  // MARK: - Counts by something

  private struct Counts: Sendable {
    let name: String
    let read: @Sendable (CaseloadSummary) -> [String?: Int]
    let write: @Sendable (inout CaseloadSummary, String?, Int) -> Void
  }

  private static let countsByName: [Counts] = [
    Counts(
      name: "by_occupation", read: { keyed($0.byOccupation) { $0 } },
      write: { summary, id, count in if let id { summary.byOccupation[id] = count } }),
    Counts(name: "by_rung", read: { $0.byRung }, write: { $0.byRung[$1] = $2 }),
    Counts(name: "by_setting", read: { $0.bySetting }, write: { $0.bySetting[$1] = $2 }),
    Counts(
      name: "by_credentials", read: { keyed($0.byCredentials) { $0?.rawValue } },
      write: { $0.byCredentials[$1.flatMap(CredentialGroup.init)] = $2 }),
    Counts(name: "by_state", read: { $0.byState }, write: { $0.byState[$1] = $2 }),
    Counts(
      name: "by_question", read: { keyed($0.byQuestion) { $0.rawValue } },
      write: { summary, id, count in
        if let question = id.flatMap(ClientQuestion.init) { summary.byQuestion[question] = count }
      }),
  ]

  private static func keyed<Key>(_ counts: [Key: Int], _ name: (Key) -> String?) -> [String?: Int] {
    Dictionary(uniqueKeysWithValues: counts.map { (name($0.key), $0.value) })
  }

  private static func json(_ counts: [String?: Int]) -> JSONText {
    let sorted = counts.sorted { ($0.key ?? "", $0.value) < ($1.key ?? "", $1.value) }
    return .array(
      sorted.map { ["id": $0.key.map { .string($0) } ?? .null, "clients": json($0.value)] })
  }

  private static func json(_ count: Int) -> JSONText { .number(Double(count)) }

  private static func json(_ number: Double?) -> JSONText { number.map { .string("\($0)") } ?? .null }
}

import CareerData

/// What has changed since an earlier report, and what has become of the steps that were agreed on (rule 12).
public struct Progress: Sendable, Equatable {
  public struct Change<Value: Sendable & Equatable>: Sendable, Equatable {
    public let before: Value
    public let now: Value

    public var isChange: Bool { before != now }
  }

  /// The day of the earlier report; nil when only steps are known.
  public let since: CalendarDate?
  /// US dollars a year at full time; nil unless both are known.
  public let pay: Change<Double>?
  /// Nil unless both are known.
  public let rung: Change<Rung>?
  /// Of the credentials held then and now; nil unless both are known.
  public let credentials: CredentialChange?
  public let done: [AgreedStep]
  /// Carried on.
  public let open: [AgreedStep]

  public struct CredentialChange: Sendable, Equatable {
    /// Early forms that have become the lasting one.
    public let grown: [(from: Credential, to: Credential)]
    /// Those held now and not then, but for what has grown.
    public let gained: [Credential]
    /// Those held then and not now, but for what has grown.
    public let ended: [Credential]

    public var isChange: Bool { !grown.isEmpty || !gained.isEmpty || !ended.isEmpty }

    public static func == (a: Self, b: Self) -> Bool {
      a.gained == b.gained && a.ended == b.ended && a.grown.map(\.from) == b.grown.map(\.from)
    }

    init(before: [Credential], now: [Credential]) {
      let (gone, new) = (before.filter { !now.contains($0) }, now.filter { !before.contains($0) })
      let grown = gone.compactMap { early in
        new.first { $0.id == early.becomesID }.map { (from: early, to: $0) }
      }
      self.grown = grown
      gained = new.filter { credential in !grown.contains { $0.to == credential } }
      ended = gone.filter { credential in !grown.contains { $0.from == credential } }
    }
  }

  /// Whether anything of which both is known has changed; nil when nothing can be compared.
  public var hasChanged: Bool? {
    let changes = [pay?.isChange, rung?.isChange, credentials?.isChange].compactMap(\.self)
    return changes.isEmpty ? nil : changes.contains(true)
  }
}

extension Advice {
  /// Nil for a client of whom neither an earlier report nor an agreed step is known.
  public var progress: Progress? {
    let steps = profile.agreedSteps ?? []
    guard profile.previous != nil || !steps.isEmpty else { return nil }
    let (previous, records) = (profile.previous, dataset.records)
    let rung = previous?.rungID.flatMap { id in records.rungs.first { $0.id == id } }
    func credentials(_ ids: [String]) -> [Credential] {
      records.credentials.filter { ids.contains($0.id) }
    }
    return Progress(
      since: previous?.date,
      pay: previous?.fullTimePay.flatMap { before in
        pay.map { Progress.Change(before: before, now: $0.annual) }
      },
      rung: rung.flatMap { before in ladder.standing.rung.map { Progress.Change(before: before, now: $0) } },
      credentials: previous?.credentialIDs.flatMap { before in
        held.map { _ in
          Progress.CredentialChange(
            before: credentials(before), now: credentials(profile.credentialIDs ?? []))
        }
      },
      done: steps.filter { $0.done != nil }, open: steps.filter { $0.done == nil })
  }
}

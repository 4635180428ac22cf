/// A certification: a row of `credentials`.
public struct Credential: Sendable, Equatable {
  public var id: String
  public var title: String
  /// Who grants it.
  public var body: String
  /// The credential that this one turns into by experience; it needs no second exam and adds none to the
  /// count.
  public var becomesID: String?
  /// The years of experience after which it does.
  public var becomesAfterYears: Double?
  /// Whether it is known and counted only: clients may hold it, and no plan suggests it.
  public var isKnownOnly: Bool
  public var sourceID: String
  public var note: String

  public init(
    id: String, title: String, body: String, becomesID: String?, becomesAfterYears: Double?,
    isKnownOnly: Bool = false, sourceID: String, note: String
  ) {
    self.id = id
    self.title = title
    self.body = body
    self.becomesID = becomesID
    self.becomesAfterYears = becomesAfterYears
    self.isKnownOnly = isKnownOnly
    self.sourceID = sourceID
    self.note = note
  }
}

extension Credential: DatasetRecord {
  init(_ row: inout RowReader) throws(RowReader.UnreadableCell) {
    id = row.id("id")
    title = row.prose("title", .needed)
    body = row.text("body", .needed)
    becomesID = row.optionalReference("becomes", to: .credentials)
    becomesAfterYears = row.optionalNumber("becomes_after_years")
    isKnownOnly = row.flag("known_only")
    sourceID = row.reference("source", to: .sources)
    note = row.prose("note")
  }
}

/// A cost of a credential: a row of `credential_costs`. Exam and membership are rows of their own.
public struct CredentialCost: Sendable, Equatable {
  public var credentialID: String
  /// What is paid for: `exam`, `membership`.
  public var item: String
  /// US dollars; equal to `high` when the cost is one number.
  public var low: Double
  /// US dollars.
  public var high: Double
  public var isApproximate: Bool
  public var period: String
  public var sourceID: String
  public var note: String

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

extension CredentialCost: DatasetRecord {
  static let rules: [TableRule] = [.unique(["credential", "item"]), .rising(["low", "high"])]

  init(_ row: inout RowReader) throws(RowReader.UnreadableCell) {
    credentialID = row.reference("credential", to: .credentials)
    item = row.prose("item", .needed)
    low = try row.number("low")
    high = try row.number("high")
    isApproximate = row.flag("approximate")
    period = row.period("period")
    sourceID = row.reference("source", to: .sources)
    note = row.prose("note")
  }
}

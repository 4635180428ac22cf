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

/// Columns of `credential_costs`.
struct CredentialCostsTable: TableLayout {
  static let table = CareerDataset.Table.credentialCosts

  private let credential: TextColumn
  private let item: TextColumn
  private let low: NumberColumn
  private let high: NumberColumn
  private let approximate: FlagColumn
  private let period: TextColumn
  private let source: TextColumn
  private let note: TextColumn

  init(_ columns: inout ColumnBinder) {
    credential = columns.reference("credential", to: .credentials)
    item = columns.prose("item", .needed)
    low = columns.number("low", .needed)
    high = columns.number("high", .needed)
    approximate = columns.flag("approximate")
    period = columns.period("period")
    source = columns.reference("source", to: .sources)
    note = columns.prose("note")
    columns.unique(credential, item)
    columns.rising(low, high)
  }

  func record(_ row: Row) -> CredentialCost? {
    guard let low = row[low], let high = row[high] else { return nil }
    return CredentialCost(
      credentialID: row[credential], item: row[item], low: low, high: high,
      isApproximate:
        row[approximate], period: row[period], sourceID: row[source], note: row[note])
  }
}

/// A certification: a row of `credentials`.
public struct Credential: Sendable, Equatable {
  public let id: String
  public let title: String
  /// Who grants it.
  public let body: String
  /// The credential that this one turns into by experience; it needs no second exam and adds none to the
  /// count.
  public let becomesID: String?
  /// The years of experience after which it does.
  public let becomesAfterYears: Double?
  /// Whether it is known and counted only: clients may hold it, and no plan suggests it.
  public let isKnownOnly: Bool
  public let sourceID: String
  public let note: String

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

/// Columns of `credentials`.
struct CredentialsTable: TableLayout {
  static let table = CareerDataset.Table.credentials

  private let id: TextColumn
  private let title: TextColumn
  private let body: TextColumn
  private let becomes: TextColumn
  private let becomesAfterYears: NumberColumn
  private let knownOnly: FlagColumn
  private let source: TextColumn
  private let note: TextColumn

  init(_ columns: inout ColumnBinder) {
    id = columns.id("id")
    title = columns.prose("title", .needed)
    body = columns.text("body", .needed)
    becomes = columns.reference("becomes", to: .credentials, .optional)
    becomesAfterYears = columns.number("becomes_after_years")
    knownOnly = columns.flag("known_only")
    source = columns.reference("source", to: .sources)
    note = columns.prose("note")
  }

  func record(_ row: Row) -> Credential? {
    Credential(
      id: row[id], title: row[title], body: row[body], becomesID: row.text(becomes),
      becomesAfterYears: row[becomesAfterYears], isKnownOnly: row[knownOnly], sourceID: row[source],
      note: row[note])
  }
}

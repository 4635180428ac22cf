/// A field of the work: a row of `specializations`.
public struct Specialization: Sendable, Equatable {
  public let id: String
  public let title: String
  /// The rung whose pay is the nearest published figure, when the specialization has none of its own.
  public let nearestRungID: String?
  public let sourceID: String
  public let note: String

  public init(
    id: String, title: String, nearestRungID: String?, sourceID: String, note: String
  ) {
    self.id = id
    self.title = title
    self.nearestRungID = nearestRungID
    self.sourceID = sourceID
    self.note = note
  }
}

/// Columns of `specializations`.
struct SpecializationsTable: TableLayout {
  static let table = CareerDataset.Table.specializations

  private let id: TextColumn
  private let title: TextColumn
  private let nearestRung: TextColumn
  private let source: TextColumn
  private let note: TextColumn

  init(_ columns: inout ColumnBinder) {
    id = columns.id("id")
    title = columns.prose("title", .needed)
    nearestRung = columns.reference("nearest_rung", to: .rungs, .optional)
    source = columns.reference("source", to: .sources)
    note = columns.prose("note")
  }

  func record(_ row: Row) -> Specialization? {
    Specialization(
      id: row[id], title: row[title], nearestRungID: row.text(nearestRung), sourceID: row[source],
      note:
        row[note])
  }
}

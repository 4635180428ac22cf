/// A step of starting out: a row of `start_steps`.
public struct StartStep: Sendable, Equatable {
  public let id: String
  /// From 1.
  public let order: Int
  public let title: String
  public let text: String
  public let sourceID: String
  public let note: String

  public init(
    id: String, order: Int, title: String, text: String, sourceID: String, note: String
  ) {
    self.id = id
    self.order = order
    self.title = title
    self.text = text
    self.sourceID = sourceID
    self.note = note
  }
}

/// Columns of `start_steps`.
struct StartStepsTable: TableLayout {
  static let table = CareerDataset.Table.startSteps

  private let id: TextColumn
  private let order: IntegerColumn
  private let title: TextColumn
  private let text: TextColumn
  private let source: TextColumn
  private let note: TextColumn

  init(_ columns: inout ColumnBinder) {
    id = columns.id("id")
    order = columns.integer("order")
    title = columns.prose("title", .needed)
    text = columns.prose("text", .needed)
    source = columns.reference("source", to: .sources)
    note = columns.prose("note")
  }

  func record(_ row: Row) -> StartStep? {
    guard let order = row[order] else { return nil }
    return StartStep(
      id: row[id], order: order, title: row[title], text: row[text], sourceID: row[source],
      note:
        row[note])
  }
}

/// A step of starting out: a row of `start_steps`.
public struct StartStep: Sendable, Equatable {
  public var id: String
  /// From 1.
  public var order: Int
  public var title: String
  public var text: String
  public var sourceID: String
  public var note: String

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

extension StartStep: DatasetRecord {
  init(_ row: inout RowReader) throws(RowReader.UnreadableCell) {
    id = row.id("id")
    order = try row.integer("order")
    title = row.prose("title", .needed)
    text = row.prose("text", .needed)
    sourceID = row.reference("source", to: .sources)
    note = row.prose("note")
  }
}

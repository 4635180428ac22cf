/// An employer: a row of `employers`.
public struct Employer: Sendable, Equatable {
  public var id: String
  public var title: String
  public var work: String
  public var sourceID: String
  public var note: String

  public init(
    id: String, title: String, work: String, sourceID: String, note: String
  ) {
    self.id = id
    self.title = title
    self.work = work
    self.sourceID = sourceID
    self.note = note
  }
}

extension Employer: DatasetRecord {
  init(_ row: inout RowReader) throws(RowReader.UnreadableCell) {
    id = row.id("id")
    title = row.prose("title", .needed)
    work = row.prose("work")
    sourceID = row.reference("source", to: .sources)
    note = row.prose("note")
  }
}

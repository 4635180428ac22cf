/// What drives the demand for the occupation: a row of `drivers`.
public struct Driver: Sendable, Equatable {
  public var id: String
  public var text: String
  public var sourceID: String

  public init(
    id: String, text: String, sourceID: String
  ) {
    self.id = id
    self.text = text
    self.sourceID = sourceID
  }
}

extension Driver: DatasetRecord {
  init(_ row: inout RowReader) throws(RowReader.UnreadableCell) {
    id = row.id("id")
    text = row.prose("text", .needed)
    sourceID = row.reference("source", to: .sources)
  }
}

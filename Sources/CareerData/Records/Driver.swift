/// What drives the demand for the occupation: a row of `drivers`.
public struct Driver: Sendable, Equatable {
  public let id: String
  public let text: String
  public let sourceID: String

  public init(
    id: String, text: String, sourceID: String
  ) {
    self.id = id
    self.text = text
    self.sourceID = sourceID
  }
}

/// Columns of `drivers`.
struct DriversTable: TableLayout {
  static let table = CareerDataset.Table.drivers

  private let id: TextColumn
  private let text: TextColumn
  private let source: TextColumn

  init(_ columns: inout ColumnBinder) {
    id = columns.id("id")
    text = columns.prose("text", .needed)
    source = columns.reference("source", to: .sources)
  }

  func record(_ row: Row) -> Driver? {
    Driver(
      id: row[id], text: row[text], sourceID: row[source])
  }
}

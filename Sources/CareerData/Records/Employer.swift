/// An employer: a row of `employers`.
public struct Employer: Sendable, Equatable {
  public let id: String
  public let title: String
  public let work: String
  public let sourceID: String
  public let note: String

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

/// Columns of `employers`.
struct EmployersTable: TableLayout {
  static let table = CareerDataset.Table.employers

  private let id: TextColumn
  private let title: TextColumn
  private let work: TextColumn
  private let source: TextColumn
  private let note: TextColumn

  init(_ columns: inout ColumnBinder) {
    id = columns.id("id")
    title = columns.prose("title", .needed)
    work = columns.prose("work")
    source = columns.reference("source", to: .sources)
    note = columns.prose("note")
  }

  func record(_ row: Row) -> Employer? {
    Employer(
      id: row[id], title: row[title], work: row[work], sourceID: row[source], note: row[note])
  }
}

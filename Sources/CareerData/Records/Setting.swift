/// A work setting: a row of `settings`.
public struct Setting: Sendable, Equatable {
  public let id: String
  public let title: String
  /// True for a way of working that people of the other settings share, such as remote work.
  public let overlapsOthers: Bool
  public let typicalWork: String
  public let typicalJobs: String
  /// True when the description is the dataset's own, not a source's.
  public let isEditorial: Bool
  public let sourceID: String
  public let note: String

  public init(
    id: String, title: String, overlapsOthers: Bool, typicalWork: String, typicalJobs: String,
    isEditorial:
      Bool, sourceID: String, note: String
  ) {
    self.id = id
    self.title = title
    self.overlapsOthers = overlapsOthers
    self.typicalWork = typicalWork
    self.typicalJobs = typicalJobs
    self.isEditorial = isEditorial
    self.sourceID = sourceID
    self.note = note
  }
}

/// Columns of `settings`.
struct SettingsTable: TableLayout {
  static let table = CareerDataset.Table.settings

  private let id: TextColumn
  private let title: TextColumn
  private let overlapsOthers: FlagColumn
  private let typicalWork: TextColumn
  private let typicalJobs: TextColumn
  private let editorial: FlagColumn
  private let source: TextColumn
  private let note: TextColumn

  init(_ columns: inout ColumnBinder) {
    id = columns.id("id")
    title = columns.prose("title", .needed)
    overlapsOthers = columns.flag("overlaps_others")
    typicalWork = columns.prose("typical_work")
    typicalJobs = columns.prose("typical_jobs")
    editorial = columns.flag("editorial")
    source = columns.reference("source", to: .sources)
    note = columns.prose("note")
  }

  func record(_ row: Row) -> Setting? {
    Setting(
      id: row[id], title: row[title], overlapsOthers: row[overlapsOthers], typicalWork: row[typicalWork],
      typicalJobs: row[typicalJobs], isEditorial: row[editorial], sourceID: row[source], note: row[note])
  }
}

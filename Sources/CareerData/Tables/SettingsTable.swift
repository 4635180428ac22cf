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

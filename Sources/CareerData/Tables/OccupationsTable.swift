/// Columns of `occupations`.
struct OccupationsTable: TableLayout {
  static let table = CareerDataset.Table.occupations

  private let socCode: TextColumn
  private let title: TextColumn
  private let commonName: TextColumn
  private let isSubject: FlagColumn
  private let note: TextColumn

  init(_ columns: inout ColumnBinder) {
    socCode = columns.id("soc_code")
    title = columns.prose("title", .needed)
    commonName = columns.prose("common_name", .needed)
    isSubject = columns.flag("is_subject", .needed)
    note = columns.prose("note")
  }

  func record(_ row: Row) -> Occupation? {
    Occupation(
      socCode: row[socCode], title: row[title], commonName: row[commonName], isSubject: row[isSubject],
      note: row[note])
  }
}

/// Columns of `industries`.
struct IndustriesTable: TableLayout {
  static let table = CareerDataset.Table.industries

  private let naics: TextColumn
  private let title: TextColumn
  private let level: TextColumn

  init(_ columns: inout ColumnBinder) {
    naics = columns.id("naics")
    title = columns.prose("title", .needed)
    level = columns.text("level", .needed)
  }

  func record(_ row: Row) -> Industry? {
    Industry(
      naics: row[naics], title: row[title], level: row[level])
  }
}

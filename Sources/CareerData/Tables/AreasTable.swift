/// Columns of `areas`.
struct AreasTable: TableLayout {
  static let table = CareerDataset.Table.areas

  private let id: TextColumn
  private let kind: ChoiceColumn<Area.Kind>
  private let code: TextColumn
  private let fips: TextColumn
  private let title: TextColumn

  init(_ columns: inout ColumnBinder) {
    id = columns.id("id")
    kind = columns.choice("kind")
    code = columns.text("code")
    fips = columns.text("fips")
    title = columns.prose("title", .needed)
  }

  func record(_ row: Row) -> Area? {
    guard let kind = row[kind] else { return nil }
    return Area(
      id: row[id], kind: kind, code: row[code], fips: row[fips], title: row[title])
  }
}

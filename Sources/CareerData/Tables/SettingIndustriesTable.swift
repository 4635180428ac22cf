/// Columns of `setting_industries`; a code may be more detailed than any of `industries`.
struct SettingIndustriesTable: TableLayout {
  static let table = CareerDataset.Table.settingIndustries

  private let setting: TextColumn
  private let naics: TextColumn
  private let order: IntegerColumn
  private let reason: TextColumn

  init(_ columns: inout ColumnBinder) {
    setting = columns.reference("setting", to: .settings)
    naics = columns.text("naics", .needed)
    order = columns.integer("order")
    reason = columns.prose("reason", .needed)
    columns.unique(setting, naics)
  }

  func record(_ row: Row) -> SettingIndustry? {
    guard let order = row[order] else { return nil }
    return SettingIndustry(
      settingID: row[setting], naics: row[naics], order: order, reason: row[reason])
  }
}

/// A NAICS code whose pay stands for a setting: a row of `setting_industries`. The first of a setting
/// leads.
public struct SettingIndustry: Sendable, Equatable {
  public let settingID: String
  /// May be more detailed than any industry the dataset has figures of.
  public let naics: String
  /// From 1.
  public let order: Int
  public let reason: String

  public init(
    settingID: String, naics: String, order: Int, reason: String
  ) {
    self.settingID = settingID
    self.naics = naics
    self.order = order
    self.reason = reason
  }
}

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

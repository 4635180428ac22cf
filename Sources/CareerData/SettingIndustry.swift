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

/// A work setting: a row of `settings`.
public struct Setting: Sendable, Equatable {
  public var id: String
  public var title: String
  /// True for a way of working that people of the other settings share, such as remote work.
  public var overlapsOthers: Bool
  public var typicalWork: String
  public var typicalJobs: String
  /// True when the description is the dataset's own, not a source's.
  public var isEditorial: Bool
  public var sourceID: String
  public var note: String

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

extension Setting: DatasetRecord {
  init(_ row: inout RowReader) throws(RowReader.UnreadableCell) {
    id = row.id("id")
    title = row.prose("title", .needed)
    overlapsOthers = row.flag("overlaps_others")
    typicalWork = row.prose("typical_work")
    typicalJobs = row.prose("typical_jobs")
    isEditorial = row.flag("editorial")
    sourceID = row.reference("source", to: .sources)
    note = row.prose("note")
  }
}

/// A NAICS code whose pay stands for a setting: a row of `setting_industries`. The first of a setting
/// leads.
public struct SettingIndustry: Sendable, Equatable {
  public var settingID: String
  /// May be more detailed than any industry the dataset has figures of.
  public var naics: String
  /// From 1.
  public var order: Int
  public var reason: String

  public init(
    settingID: String, naics: String, order: Int, reason: String
  ) {
    self.settingID = settingID
    self.naics = naics
    self.order = order
    self.reason = reason
  }
}

extension SettingIndustry: DatasetRecord {
  static let rules: [TableRule] = [.unique(["setting", "naics"])]

  init(_ row: inout RowReader) throws(RowReader.UnreadableCell) {
    settingID = row.reference("setting", to: .settings)
    naics = row.text("naics", .needed)
    order = try row.integer("order")
    reason = row.prose("reason", .needed)
  }
}

/// A credential that suits a setting: a row of `setting_credentials`.
public struct SettingCredential: Sendable, Equatable {
  public var settingID: String
  public var credentialID: String
  /// True when the link is the dataset's own, not a source's.
  public var isEditorial: Bool

  public init(settingID: String, credentialID: String, isEditorial: Bool) {
    self.settingID = settingID
    self.credentialID = credentialID
    self.isEditorial = isEditorial
  }
}

extension SettingCredential: DatasetRecord {
  static let rules: [TableRule] = [.unique(["setting", "credential"])]

  init(_ row: inout RowReader) throws(RowReader.UnreadableCell) {
    settingID = row.reference("setting", to: .settings)
    credentialID = row.reference("credential", to: .credentials)
    isEditorial = row.flag("editorial")
  }
}

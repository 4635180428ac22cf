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

/// A rung of the career ladder: a row of `rungs`.
public struct Rung: Sendable, Equatable {
  public let id: String
  /// From 1, the lowest.
  public let order: Int
  public let title: String
  /// Years from which the rung is usual; nil when none are published.
  public let experienceLow: Double?
  /// Years to which it is usual; nil when open or not published.
  public let experienceHigh: Double?
  public let isExperienceEditorial: Bool
  public let experienceNote: String
  public let credentialNote: String
  /// What the work is.
  public let work: String
  public let sourceID: String
  public let note: String

  public init(
    id: String, order: Int, title: String, experienceLow: Double?, experienceHigh: Double?,
    isExperienceEditorial: Bool, experienceNote: String, credentialNote: String, work: String,
    sourceID:
      String, note: String
  ) {
    self.id = id
    self.order = order
    self.title = title
    self.experienceLow = experienceLow
    self.experienceHigh = experienceHigh
    self.isExperienceEditorial = isExperienceEditorial
    self.experienceNote = experienceNote
    self.credentialNote = credentialNote
    self.work = work
    self.sourceID = sourceID
    self.note = note
  }
}

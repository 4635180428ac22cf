/// An employer: a row of `employers`.
public struct Employer: Sendable, Equatable {
  public let id: String
  public let title: String
  public let work: String
  public let sourceID: String
  public let note: String

  public init(
    id: String, title: String, work: String, sourceID: String, note: String
  ) {
    self.id = id
    self.title = title
    self.work = work
    self.sourceID = sourceID
    self.note = note
  }
}

/// A field of the work: a row of `specializations`.
public struct Specialization: Sendable, Equatable {
  public let id: String
  public let title: String
  /// The rung whose pay is the nearest published figure, when the specialization has none of its own.
  public let nearestRungID: String?
  public let sourceID: String
  public let note: String

  public init(
    id: String, title: String, nearestRungID: String?, sourceID: String, note: String
  ) {
    self.id = id
    self.title = title
    self.nearestRungID = nearestRungID
    self.sourceID = sourceID
    self.note = note
  }
}

/// A step of starting out: a row of `start_steps`.
public struct StartStep: Sendable, Equatable {
  public let id: String
  /// From 1.
  public let order: Int
  public let title: String
  public let text: String
  public let sourceID: String
  public let note: String

  public init(
    id: String, order: Int, title: String, text: String, sourceID: String, note: String
  ) {
    self.id = id
    self.order = order
    self.title = title
    self.text = text
    self.sourceID = sourceID
    self.note = note
  }
}

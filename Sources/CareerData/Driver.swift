/// What drives the demand for the occupation: a row of `drivers`.
public struct Driver: Sendable, Equatable {
  public let id: String
  public let text: String
  public let sourceID: String

  public init(
    id: String, text: String, sourceID: String
  ) {
    self.id = id
    self.text = text
    self.sourceID = sourceID
  }
}

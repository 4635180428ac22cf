/// A certification: a row of `credentials`.
public struct Credential: Sendable, Equatable {
  public let id: String
  public let title: String
  /// Who grants it.
  public let body: String
  /// The credential that this one turns into by experience; it needs no second exam and adds none to the
  /// count.
  public let becomesID: String?
  /// The years of experience after which it does.
  public let becomesAfterYears: Double?
  public let sourceID: String
  public let note: String

  public init(
    id: String, title: String, body: String, becomesID: String?, becomesAfterYears: Double?,
    sourceID:
      String, note: String
  ) {
    self.id = id
    self.title = title
    self.body = body
    self.becomesID = becomesID
    self.becomesAfterYears = becomesAfterYears
    self.sourceID = sourceID
    self.note = note
  }
}

/// An occupation of the Standard Occupational Classification: a row of `occupations`.
public struct Occupation: Sendable, Equatable {
  /// `29-2072`.
  public let socCode: String
  /// The official title.
  public let title: String
  /// What people call the work: `medical billing and coding`.
  public let commonName: String
  /// True for the one occupation that the dataset is about; others are there to compare with.
  public let isSubject: Bool
  public let note: String

  public init(
    socCode: String, title: String, commonName: String, isSubject: Bool, note: String
  ) {
    self.socCode = socCode
    self.title = title
    self.commonName = commonName
    self.isSubject = isSubject
    self.note = note
  }
}

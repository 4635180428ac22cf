/// An occupation of the Standard Occupational Classification: a row of `occupations`.
public struct Occupation: Sendable, Equatable {
  /// `29-2072`.
  public var socCode: String
  /// The official title.
  public var title: String
  /// What people call the work: `medical billing and coding`.
  public var commonName: String
  /// True for the one occupation that the dataset is about; others are there to compare with.
  public var isSubject: Bool
  public var note: String

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

extension Occupation: DatasetRecord {
  init(_ row: inout RowReader) throws(RowReader.UnreadableCell) {
    socCode = row.id("soc_code")
    title = row.prose("title", .needed)
    commonName = row.prose("common_name", .needed)
    isSubject = row.flag("is_subject", .needed)
    note = row.prose("note")
  }
}

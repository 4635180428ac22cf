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

/// Columns of `occupations`.
struct OccupationsTable: TableLayout {
  static let table = CareerDataset.Table.occupations

  private let socCode: TextColumn
  private let title: TextColumn
  private let commonName: TextColumn
  private let isSubject: FlagColumn
  private let note: TextColumn

  init(_ columns: inout ColumnBinder) {
    socCode = columns.id("soc_code")
    title = columns.prose("title", .needed)
    commonName = columns.prose("common_name", .needed)
    isSubject = columns.flag("is_subject", .needed)
    note = columns.prose("note")
  }

  func record(_ row: Row) -> Occupation? {
    Occupation(
      socCode: row[socCode], title: row[title], commonName: row[commonName], isSubject: row[isSubject],
      note: row[note])
  }
}

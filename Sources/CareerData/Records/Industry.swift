/// An industry of the NAICS: a row of `industries`.
public struct Industry: Sendable, Equatable {
  /// `62`, `31-33`, `622`; `99` is the OEWS designation for government.
  public let naics: String
  public let title: String
  /// `sector`, `3-digit`, …, as OEWS says it.
  public let level: String

  public init(
    naics: String, title: String, level: String
  ) {
    self.naics = naics
    self.title = title
    self.level = level
  }
}

/// Columns of `industries`.
struct IndustriesTable: TableLayout {
  static let table = CareerDataset.Table.industries

  private let naics: TextColumn
  private let title: TextColumn
  private let level: TextColumn

  init(_ columns: inout ColumnBinder) {
    naics = columns.id("naics")
    title = columns.prose("title", .needed)
    level = columns.text("level", .needed)
  }

  func record(_ row: Row) -> Industry? {
    Industry(
      naics: row[naics], title: row[title], level: row[level])
  }
}

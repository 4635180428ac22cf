/// Who published figures, and when: a row of `sources`.
public struct Source: Sendable, Equatable {
  public let id: String
  public let publisher: String
  public let title: String
  /// The time the figures are about, as the source gives it: `May 2024`.
  public let period: String
  /// The last day of the period; nil when the source does not date its figures.
  public let lastDay: CalendarDate?
  /// An http or https address, or nil.
  public let link: String?
  /// True when the source's figures are its editors' own, not measured.
  public let isEditorial: Bool
  public let note: String

  public init(
    id: String, publisher: String, title: String, period: String, lastDay: CalendarDate?, link: String?,
    isEditorial: Bool, note: String
  ) {
    self.id = id
    self.publisher = publisher
    self.title = title
    self.period = period
    self.lastDay = lastDay
    self.link = link
    self.isEditorial = isEditorial
    self.note = note
  }
}

/// Columns of `sources`.
struct SourcesTable: TableLayout {
  static let table = CareerDataset.Table.sources

  private let id: TextColumn
  private let publisher: TextColumn
  private let title: TextColumn
  private let period: TextColumn
  private let lastDay: DateColumn
  private let link: TextColumn
  private let editorial: FlagColumn
  private let note: TextColumn

  init(_ columns: inout ColumnBinder) {
    id = columns.id("id")
    publisher = columns.text("publisher", .needed)
    title = columns.prose("title", .needed)
    period = columns.period("period")
    lastDay = columns.date("last_day")
    link = columns.text("link")
    editorial = columns.flag("editorial")
    note = columns.prose("note")
  }

  func record(_ row: Row) -> Source? {
    Source(
      id: row[id], publisher: row[publisher], title: row[title], period: row[period],
      lastDay:
        row[lastDay], link: row.text(link), isEditorial: row[editorial], note: row[note])
  }
}

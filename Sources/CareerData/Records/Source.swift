/// Who published figures, and when: a row of `sources`.
public struct Source: Sendable, Equatable {
  public var id: String
  public var publisher: String
  public var title: String
  /// The time the figures are about, as the source gives it: `May 2024`.
  public var period: String
  /// The last day of the period; nil when the source does not date its figures.
  public var lastDay: CalendarDate?
  /// An http or https address, or nil.
  public var link: String?
  /// True when the source's figures are its editors' own, not measured.
  public var isEditorial: Bool
  public var note: String

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

extension Source: DatasetRecord {
  init(_ row: inout RowReader) throws(RowReader.UnreadableCell) {
    id = row.id("id")
    publisher = row.text("publisher", .needed)
    title = row.prose("title", .needed)
    period = row.period("period")
    lastDay = row.optionalDate("last_day")
    link = row.optionalText("link")
    isEditorial = row.flag("editorial")
    note = row.prose("note")
  }
}

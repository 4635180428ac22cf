/// A rung of the career ladder: a row of `rungs`.
public struct Rung: Sendable, Equatable {
  public let id: String
  /// From 1, the lowest.
  public let order: Int
  public let title: String
  /// Years from which the rung is usual; nil when none are published.
  public let experienceLow: Double?
  /// Years to which it is usual; nil when open or not published.
  public let experienceHigh: Double?
  public let isExperienceEditorial: Bool
  public let experienceNote: String
  public let credentialNote: String
  /// What the work is.
  public let work: String
  public let sourceID: String
  public let note: String

  public init(
    id: String, order: Int, title: String, experienceLow: Double?, experienceHigh: Double?,
    isExperienceEditorial: Bool, experienceNote: String, credentialNote: String, work: String,
    sourceID:
      String, note: String
  ) {
    self.id = id
    self.order = order
    self.title = title
    self.experienceLow = experienceLow
    self.experienceHigh = experienceHigh
    self.isExperienceEditorial = isExperienceEditorial
    self.experienceNote = experienceNote
    self.credentialNote = credentialNote
    self.work = work
    self.sourceID = sourceID
    self.note = note
  }
}

/// Columns of `rungs`.
struct RungsTable: TableLayout {
  static let table = CareerDataset.Table.rungs

  private let id: TextColumn
  private let order: IntegerColumn
  private let title: TextColumn
  private let experienceLow: NumberColumn
  private let experienceHigh: NumberColumn
  private let experienceEditorial: FlagColumn
  private let experienceNote: TextColumn
  private let credentialNote: TextColumn
  private let work: TextColumn
  private let source: TextColumn
  private let note: TextColumn

  init(_ columns: inout ColumnBinder) {
    id = columns.id("id")
    order = columns.integer("order")
    title = columns.prose("title", .needed)
    experienceLow = columns.number("experience_low")
    experienceHigh = columns.number("experience_high")
    experienceEditorial = columns.flag("experience_editorial")
    experienceNote = columns.prose("experience_note")
    credentialNote = columns.prose("credential_note")
    work = columns.prose("work")
    source = columns.reference("source", to: .sources)
    note = columns.prose("note")
    columns.rising(experienceLow, experienceHigh)
  }

  func record(_ row: Row) -> Rung? {
    guard let order = row[order] else { return nil }
    return Rung(
      id: row[id], order: order, title: row[title], experienceLow: row[experienceLow],
      experienceHigh:
        row[experienceHigh], isExperienceEditorial: row[experienceEditorial],
      experienceNote:
        row[experienceNote], credentialNote: row[credentialNote], work: row[work], sourceID: row[source],
      note: row[note])
  }
}

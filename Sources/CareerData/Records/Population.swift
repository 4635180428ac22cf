/// Whom pay figures are about: a row of `populations`. Figures of two populations are never ranked
/// together.
public struct Population: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable {
    /// Wages that employers report.
    case paidWages = "paid_wages"
    /// Pay that respondents of a survey state.
    case selfReported = "self_reported"
    /// Pay in job postings.
    case advertised
    /// A range that editors give.
    case editorial
  }

  public let id: String
  /// In words, for a caption: `wage and salary workers`.
  public let label: String
  /// What sort of pay the figures report.
  public let kind: Kind
  /// What a reader must know; may be empty.
  public let caveat: String

  public init(
    id: String, label: String, kind: Kind, caveat: String
  ) {
    self.id = id
    self.label = label
    self.kind = kind
    self.caveat = caveat
  }
}

/// Columns of `populations`.
struct PopulationsTable: TableLayout {
  static let table = CareerDataset.Table.populations

  private let id: TextColumn
  private let label: TextColumn
  private let kind: ChoiceColumn<Population.Kind>
  private let caveat: TextColumn

  init(_ columns: inout ColumnBinder) {
    id = columns.id("id")
    label = columns.prose("label", .needed)
    kind = columns.choice("kind")
    caveat = columns.prose("caveat")
  }

  func record(_ row: Row) -> Population? {
    guard let kind = row[kind] else { return nil }
    return Population(
      id: row[id], label: row[label], kind: kind, caveat: row[caveat])
  }
}

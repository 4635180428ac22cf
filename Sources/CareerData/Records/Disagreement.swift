/// Published figures that do not agree: a row of `disagreements`.
public struct Disagreement: Sendable, Equatable {
  public let id: String
  /// What the claim is about.
  public let subject: Subject
  /// `premium`, `pay`, `employment`, …
  public let measure: String
  /// The number as published; nil when the disagreement is between two figures.
  public let publishedValue: Double?
  /// The number that the dataset's own figures give.
  public let recalculatedValue: Double
  /// `percent`, `USD/year`, `count`.
  public let unit: String
  /// The calculation over ids of `pay` and `figures`: `premium(pay:a, pay:b)`, `value(…)`, `sum(…)`,
  /// `share(…)`.
  public let recalculation: String
  public let sourceID: String
  public let explanation: String

  public init(
    id: String, subject: Subject, measure: String, publishedValue: Double?, recalculatedValue: Double,
    unit:
      String, recalculation: String, sourceID: String, explanation: String
  ) {
    self.id = id
    self.subject = subject
    self.measure = measure
    self.publishedValue = publishedValue
    self.recalculatedValue = recalculatedValue
    self.unit = unit
    self.recalculation = recalculation
    self.sourceID = sourceID
    self.explanation = explanation
  }
}

/// Columns of `disagreements`.
struct DisagreementsTable: TableLayout {
  static let table = CareerDataset.Table.disagreements

  private let id: TextColumn
  private let subject: SubjectColumns
  private let measure: TextColumn
  private let publishedValue: NumberColumn
  private let recalculatedValue: NumberColumn
  private let unit: TextColumn
  private let recalculation: TextColumn
  private let source: TextColumn
  private let explanation: TextColumn

  init(_ columns: inout ColumnBinder) {
    id = columns.id("id")
    subject = columns.subjectColumns()
    measure = columns.text("measure", .needed)
    publishedValue = columns.number("published_value")
    recalculatedValue = columns.number("recalculated_value", .needed)
    unit = columns.text("unit", .needed)
    recalculation = columns.text("recalculation", .needed)
    source = columns.reference("source", to: .sources)
    explanation = columns.prose("explanation", .needed)
  }

  func record(_ row: Row) -> Disagreement? {
    guard let subject = row[subject], let recalculatedValue = row[recalculatedValue] else { return nil }
    return Disagreement(
      id: row[id], subject: subject, measure: row[measure], publishedValue: row[publishedValue],
      recalculatedValue: recalculatedValue, unit: row[unit], recalculation: row[recalculation],
      sourceID:
        row[source], explanation: row[explanation])
  }
}

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

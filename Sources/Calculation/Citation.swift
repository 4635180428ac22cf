/// One published figure as a report cites it.
public struct Citation: Sendable, Equatable {
  /// The id of the source.
  public var sourceID: String
  /// What the figure is: `median`, `mean`, `10th percentile`, `range`, …
  public var statistic: String
  /// The id of the figure's row in the dataset; empty for what has none.
  public var figureID: String
  /// Whom the figure is about: `wage and salary workers`.
  public var population: String
  /// The time the figure is about: `May 2024`.
  public var period: String

  public init(sourceID: String, statistic: String, figureID: String = "", population: String, period: String)
  {
    self.sourceID = sourceID
    self.statistic = statistic
    self.figureID = figureID
    self.population = population
    self.period = period
  }
}

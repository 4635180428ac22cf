/// One row of the tidy output: a figure with all that is needed to use it without the report around it.
///
/// Tables, charts and sentences take their numbers from figures, so that a figure is the same number in every
/// format.
public struct Figure: Sendable, Equatable {
  /// The item the figure is about: `national`, `state:CA`, or an id of the dataset.
  public let itemID: String
  public let item: String
  /// What is measured: `pay`, `pay_range`, `percentile`, …
  public let measure: String
  /// `median`, `mean`, `range`, …; empty when the word does not apply.
  public let statistic: String
  public let unit: Unit
  public let low: Double?
  public let value: Double?
  public let high: Double?
  /// In US dollars a year. The item less the client's full-time pay; in the section `position` the client less
  /// the benchmark.
  public let difference: Double?
  /// The same in percent of what was subtracted.
  public let differencePercent: Double?
  public let provenance: Provenance
  /// What a reader must know beside the number; may be empty.
  public let note: Prose

  /// Amounts are rounded to what their unit stores.
  public init(
    itemID: String, item: String, measure: String, statistic: String = "", unit: Unit, low: Double? = nil,
    value: Double? = nil, high: Double? = nil, difference: Double? = nil, differencePercent: Double? = nil,
    provenance: Provenance, note: Prose = ""
  ) {
    func stored(_ amount: Double?, _ unit: Unit) -> Double? {
      amount.map { Quantity.rounded($0, fractionDigits: unit.storedFractionDigits) }
    }
    self.itemID = itemID
    self.item = item
    self.measure = measure
    self.statistic = statistic
    self.unit = unit
    self.low = stored(low, unit)
    self.value = stored(value, unit)
    self.high = stored(high, unit)
    self.difference = stored(difference, .dollarsPerYear)
    self.differencePercent = stored(differencePercent, .percent)
    self.provenance = provenance
    self.note = note
  }

  /// The same figure with another note.
  public func withNote(_ note: Prose) -> Figure {
    Figure(
      itemID: itemID, item: item, measure: measure, statistic: statistic, unit: unit, low: low, value: value,
      high: high, difference: difference, differencePercent: differencePercent, provenance: provenance,
      note: note)
  }
}

import Calculation

/// One row of the CSV: a figure with everything needed to use it outside the report.
///
/// Tables, charts and sentences take their numbers from figures, so that a figure is the same number in every
/// format.
public struct Figure: Sendable, Equatable {
  /// The item the figure is about: `national`, `state:CA`, or an id of the dataset.
  public var itemID: String
  public var item: String
  /// What is measured: `pay`, `pay_range`, `percentile`, …
  public var measure: String
  /// `median`, `mean`, `range`, …; empty when the word does not apply.
  public var statistic: String
  public var unit: Unit
  public var low: Double?
  public var value: Double?
  public var high: Double?
  /// How far it lies from what it is compared with: the item less the client's full-time pay; in the section
  /// `position` the client less the benchmark.
  public var comparison: Comparison?
  public var provenance: Provenance
  /// What a reader must know beside the number; may be empty.
  public var note: Prose

  /// Amounts are rounded to what their unit stores.
  public init(
    itemID: String, item: String, measure: String, statistic: String = "", unit: Unit, low: Double? = nil,
    value: Double? = nil, high: Double? = nil, comparison: Comparison? = nil, provenance: Provenance,
    note: Prose = ""
  ) {
    func stored(_ amount: Double?) -> Double? {
      amount.map { Quantity.rounded($0, fractionDigits: unit.storedFractionDigits) }
    }
    self.itemID = itemID
    self.item = item
    self.measure = measure
    self.statistic = statistic
    self.unit = unit
    self.low = stored(low)
    self.value = stored(value)
    self.high = stored(high)
    self.comparison = comparison
    self.provenance = provenance
    self.note = note
  }

  /// What is known of an amount: the number, or the ends that are known.
  public init(
    itemID: String, item: String, measure: String, statistic: String = "", unit: Unit, _ amount: Amount,
    _ provenance: Provenance, note: Prose = ""
  ) {
    let isExact = amount.exact != nil
    self.init(
      itemID: itemID, item: item, measure: measure, statistic: statistic, unit: unit,
      low: isExact ? nil : amount.low, value: amount.exact, high: isExact ? nil : amount.high,
      provenance: provenance, note: note)
  }

  /// What a calculation comes to.
  public init(
    itemID: String, item: String, measure: String, statistic: String = "", unit: Unit,
    _ calculation: AppliedRule, note: Prose = ""
  ) {
    self.init(
      itemID: itemID, item: item, measure: measure, statistic: statistic, unit: unit, calculation.value,
      .calculated(calculation), note: note)
  }

  /// What a cell, a fact or a sentence shows of the figure: missing for one without a number.
  ///
  /// - Parameters:
  ///   - low: what the low end is where there is no high one.
  ///   - high: what the high end is where there is no low one.
  public func shown(withoutHigh low: Bound = .orMore, withoutLow high: Bound = .below) -> Value {
    func quantity(_ amount: Double) -> Quantity { Quantity(amount, unit, provenance) }
    return switch (self.low, value, self.high) {
    case (_, let value?, _): .quantity(quantity(value))
    case (let low?, nil, let high?):
      .range(low: quantity(low), high: quantity(high), isOpen: false)
    case (let end?, nil, nil): .bounded(low, quantity(end))
    case (nil, nil, let end?): .bounded(high, quantity(end))
    case (nil, nil, nil): .missing
    }
  }

  /// In US dollars a year.
  public var difference: Double? { comparison.flatMap { Quantity($0.difference, .dollarsPerYear)?.amount } }

  /// The same in percent of what was subtracted.
  public var differencePercent: Double? { comparison.flatMap { Quantity($0.percent, .percent)?.amount } }
}

/// How far one amount lies from another.
public struct Comparison: Sendable, Equatable {
  /// US dollars a year.
  public var difference: AppliedRule
  /// Percent of what was subtracted.
  public var percent: AppliedRule

  public init(difference: AppliedRule, percent: AppliedRule) {
    self.difference = difference
    self.percent = percent
  }
}

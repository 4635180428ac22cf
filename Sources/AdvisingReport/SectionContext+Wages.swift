import Advising
import CareerData
import ReportModel

/// Pay a year and pay an hour beside each other, where both make sense.
extension SectionContext {
  /// False for the other basis of wages that are published on one only: a year of that work has no 2,080 hours, so
  /// neither is calculated from the other.
  func isShown(_ basis: PayBasis, of figure: PayFigure) -> Bool {
    guard figure.basis != basis, advice.onlyWageBasis == figure.basis else { return true }
    return figure.subject.kind != .area && figure.subject.kind != .industry
  }

  /// An amount of a published figure as dollars a year, or an hour where that is the only basis that makes sense.
  func wage(_ amount: Double, _ figure: PayFigure) -> Quantity {
    isShown(.annual, of: figure) ? annual(amount, figure) : hourly(amount, figure)
  }

  /// What a cell shows of published pay, in dollars a year or an hour; missing where that makes no sense.
  ///
  /// What is published on the basis stands as published; only what is not is calculated from the other basis.
  func cell(_ pay: PublishedPay, _ basis: PayBasis) -> Value {
    guard isShown(basis, of: pay.record) else { return .missing }
    if pay.record.basis == basis { return pay.figure.shown() }
    let record = dataset.counterpart(of: pay.record) ?? pay.record
    if let amount = record.value { return .quantity(quantity(amount, record, basis)) }
    return record.floor.map { .bounded(.orMore, quantity($0, record, basis)) } ?? .missing
  }

  /// What cells show of the ends of a published range, in dollars a year or an hour. The last end that the source gives
  /// is a floor where it adds "and more".
  func ends(_ range: PublishedRange, _ basis: PayBasis) -> (low: Value, high: Value) {
    let record = range.record
    func end(_ amount: Double?, isLast: Bool) -> Value {
      guard let amount else { return .missing }
      let quantity = quantity(amount, record, basis)
      return record.isOpenEnded && isLast ? .bounded(.orMore, quantity) : .quantity(quantity)
    }
    return (end(record.low, isLast: record.high == nil), end(record.high, isLast: true))
  }

  /// What cells show of the gap between a published range and the client's pay.
  func gaps(_ range: PublishedRange) -> (low: Value, high: Value) {
    (value(range.lowGap, of: range.record), value(range.highGap, of: range.record))
  }

  private func quantity(_ amount: Double, _ record: PayFigure, _ basis: PayBasis) -> Quantity {
    basis == .annual ? annual(amount, record) : hourly(amount, record)
  }

  /// A wage in a sentence. Only dollars an hour are named as such.
  func words(_ quantity: Quantity) -> Prose {
    quantity.unit == .dollarsPerHour
      ? wording.prose(SummaryPhrase.perHour, ["hourly": Prose(quantity)]) : Prose(quantity)
  }

  /// How pay a year and pay an hour are set beside each other.
  var basisNote: Prose {
    switch advice.onlyWageBasis {
    case nil: wording.prose(PositionPhrase.gross)
    case .annual:
      Prose.joined(
        [wording.prose(PositionPhrase.grossAnnualOnly)]
          + (advice.pay?.stated.basis == .hourly ? [wording.prose(PositionPhrase.hourlyAgainstAnnual)] : []),
        separator: " ")
    case .hourly: wording.prose(PositionPhrase.grossHourlyOnly)
    }
  }
}

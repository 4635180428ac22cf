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

  /// What is published of an amount, in dollars a year; missing where that makes no sense.
  func annualValue(_ figure: PayFigure) -> Value { value(figure, .annual, annual) }

  /// What is published of an amount, in dollars an hour; missing where that makes no sense.
  func hourlyValue(_ figure: PayFigure) -> Value { value(figure, .hourly, hourly) }

  /// What is published on the basis stands as published; only what is not is calculated from the other basis.
  private func value(
    _ figure: PayFigure, _ basis: PayBasis, _ quantity: (Double, PayFigure) -> Quantity
  ) -> Value {
    guard isShown(basis, of: figure) else { return .missing }
    let figure = figure.basis == basis ? figure : dataset.counterpart(of: figure) ?? figure
    if let amount = figure.value { return .quantity(quantity(amount, figure)) }
    return figure.floor.map { .bounded(.orMore, quantity($0, figure)) } ?? .missing
  }

  /// A wage in a sentence: dollars an hour say so, dollars a year go without saying.
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

import Advising
import Calculation
import CareerData
import ReportModel

/// The rules, applied to the client's pay and to published figures: each number with how it was made.
extension SectionContext {
  typealias Operand = AppliedRule.Operand

  // MARK: - What goes into calculations

  /// A published amount on the figure's own basis.
  func operand(_ amount: Double, _ figure: PayFigure) -> Operand {
    Operand(
      .exactly(amount), figure.basis.unit,
      .published(citation(figure)))
  }

  /// A published amount in US dollars a year.
  func annualOperand(_ amount: Double, _ figure: PayFigure) -> Operand {
    figure.basis == .annual
      ? operand(amount, figure)
      : Operand(AppliedRule(.annualOfHourly, operand(amount, figure)), .dollarsPerYear)
  }

  static func fullTimePay(_ pay: FullTimePay) -> Operand {
    let name = WhatIfName.fullTimePay.rawValue
    if pay.stated.basis == .hourly {
      return Operand(AppliedRule(.annualOfHourly, stated(pay)), .dollarsPerYear, name: name)
    }
    return pay.differsFromActual
      ? Operand(AppliedRule(.fullTimeOfAnnual, stated(pay), hours(pay)), .dollarsPerYear, name: name)
      : Operand(.exactly(pay.annual), .dollarsPerYear, .stated, name: name)
  }

  static func actualPay(_ pay: FullTimePay) -> Operand {
    let name = WhatIfName.actualPay.rawValue
    return pay.stated.basis == .hourly
      ? Operand(AppliedRule(.actualOfHourly, stated(pay), hours(pay)), .dollarsPerYear, name: name)
      : Operand(.exactly(pay.actualAnnual), .dollarsPerYear, .stated, name: name)
  }

  private static func stated(_ pay: FullTimePay) -> Operand {
    Operand(
      .exactly(pay.stated.amount), pay.stated.basis == .hourly ? .dollarsPerHour : .dollarsPerYear, .stated)
  }

  private static func hours(_ pay: FullTimePay) -> Operand {
    Operand(.exactly(pay.hoursPerWeek), .hoursPerWeek, .stated)
  }

  /// The national median that everything published is set beside; nil where none is published as an amount.
  var nationalMedian: Operand? {
    advice.national?.benchmark.flatMap { figure in
      figure.value.map { annualOperand($0, figure) }
    }
  }

  // MARK: - What comes out

  /// An amount less another, and that in percent of the other.
  func comparison(of amount: Operand, from base: Operand) -> Comparison {
    Comparison(
      difference: AppliedRule(.difference, amount, base), percent: AppliedRule(.percent, amount, base))
  }

  /// What the leading figure of an item is less the client's full-time pay; nil where the two are not compared.
  func comparison(_ pay: ComparedPay) -> Comparison? {
    guard pay.fromClient != nil, let client = fullTimePay else { return nil }
    return comparison(of: annualOperand(pay.amount, pay.figure), from: client)
  }

  /// The client's full-time pay less the leading figure of a place; nil where the two are not compared.
  func comparison(_ position: Position) -> Comparison? {
    position.difference == nil ? nil : position.benchmark.flatMap(comparison(with:))
  }

  /// The client's full-time pay less a published amount; nil without pay or amount.
  func comparison(with figure: PayFigure) -> Comparison? {
    guard let amount = figure.value, let client = fullTimePay else { return nil }
    return comparison(of: client, from: annualOperand(amount, figure))
  }

  /// An end of a published range less the client's full-time pay; nil without pay or without that end.
  func gap(_ end: Double?, _ figure: PayFigure) -> AppliedRule? {
    guard let end, let client = fullTimePay else { return nil }
    return AppliedRule(.difference, annualOperand(end, figure), client)
  }

  /// A difference as a quantity: in dollars a year, or an hour where the figure is a wage that is published by the
  /// hour only.
  func quantity(_ difference: AppliedRule, of figure: PayFigure) -> Quantity? {
    isShown(.annual, of: figure)
      ? Quantity(difference, .dollarsPerYear, isDifference: true)
      : Quantity(
        AppliedRule(.hourlyOfAnnual, Operand(difference, .dollarsPerYear)), .dollarsPerHour,
        isDifference: true)
  }

  /// Nothing known is a missing value.
  func value(_ difference: AppliedRule?, of figure: PayFigure) -> Value {
    difference.flatMap { quantity($0, of: figure) }.map(Value.quantity) ?? .missing
  }

  func percent(_ calculation: AppliedRule?) -> Value {
    calculation.flatMap { Quantity($0, .percent, isDifference: true) }.map(Value.quantity) ?? .missing
  }

  /// The place of full-time pay among published percentiles, where it was calculated from two neighbors; else from
  /// which figures it follows.
  func provenance(
    of placement: WageDistribution.Placement, _ distribution: WageDistribution
  ) -> Provenance {
    guard case .at = placement, let pay = advice.pay, let client = fullTimePay else {
      return .counted(distribution.everyPoint.map { citation($0.figure) })
    }
    func annual(_ point: WageDistribution.Point) -> Double { point.figure.annual(point.pay) }
    guard let index = distribution.points.lastIndex(where: { annual($0) <= pay.annual }),
      annual(distribution.points[index]) < pay.annual, index + 1 < distribution.points.count
    else { return .counted(distribution.everyPoint.map { citation($0.figure) }) }
    let (low, high) = (distribution.points[index], distribution.points[index + 1])
    func place(_ point: WageDistribution.Point) -> Operand {
      Operand(.exactly(point.percentile), .percentile, .published(citation(point.figure)))
    }
    return .calculated(
      AppliedRule(
        .percentile, client, annualOperand(low.pay, low.figure), annualOperand(high.pay, high.figure),
        place(low), place(high)))
  }

  // MARK: - Credentials and years

  /// What goes with one credential more; nil without pay in the field, or beyond what is published.
  var yearlyGain: AppliedRule? {
    guard let gain = advice.certificationPlan.step, gain.yearly != nil, let pay = actualPay,
      gain.figures.count == 2
    else { return nil }
    let (upper, lower) = (gain.figures[0], gain.figures[1])
    guard let upperMean = upper.value, let lowerMean = lower.value else { return nil }
    let ends = gain.step.means(upper: upper.annual(upperMean), lower: lower.annual(lowerMean))
    return AppliedRule(
      .yearlyGain, pay, Operand(ends.upper, .dollarsPerYear, .published(citation(upper))),
      Operand(ends.lower, .dollarsPerYear, .published(citation(lower))))
  }

  func provenance(of price: CredentialPrice) -> Provenance { Provenance(operand(price)) }

  /// What a credential costs: a published amount, or the sum of several.
  private func operand(_ price: CredentialPrice) -> Operand {
    let lines = price.lines.map {
      Operand(Amount(low: $0.low, high: $0.high), .dollars, .published(citation($0)))
    }
    return lines.count == 1
      ? lines[0] : Operand(AppliedRule(.sum(of: price.lines.map(\.item)), lines), .dollars)
  }

  func provenance(of premium: CredentialComparison.Premium) -> Provenance {
    let operands = premium.figures.map { figure in operand(figure.value ?? 0, figure) }
    return .calculated(AppliedRule(.premium, operands))
  }

  /// Years of experience missing for a rung; nil when the client's are unknown.
  func yearsMissing(_ next: CareerLadder.NextRung) -> AppliedRule? {
    guard next.yearsMissing != nil, let years = advice.profile.yearsOfExperience else { return nil }
    return AppliedRule(
      .yearsMissing, Operand(.exactly(next.yearsAsked), .years, .published(experienceCitation(next.rung))),
      Operand(.exactly(years), .years, .stated))
  }
}

extension Provenance {
  /// That of a number which goes into a calculation.
  init(_ operand: AppliedRule.Operand) {
    self =
      switch operand.origin {
      case .published(let citation): .published(citation)
      case .calculated(let calculation): .calculated(calculation)
      case .stated: .statedByClient
      }
  }
}

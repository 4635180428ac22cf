import Calculation
import CareerData

/// A client's pay, made comparable with published pay.
///
/// Published annual pay is for a ``FullTimeYear`` of 2,080 hours. Comparisons use the full-time pay; gains and paybacks use
/// the actual pay.
///
/// - Hourly pay: full-time is rate x 2,080; actual is rate x hours a week x 52.
/// - Annual pay is what is actually paid. Under 35 hours a week (part time, as BLS counts it) the full-time pay is
///   pay x 40 / hours; from 35 hours on it is the pay.
public struct FullTimePay: Sendable, Equatable {
  /// From this many hours a week on, annual pay counts as full-time pay.
  public static let fullTimeFromHoursPerWeek = 35.0

  public let stated: StatedPay
  public let hoursPerWeek: Double
  /// US dollars a year at full time.
  public let annual: Double
  /// US dollars a year as paid for the hours worked.
  public let actualAnnual: Double

  /// US dollars an hour at full time.
  public var hourly: Double { Rule.hourlyOfAnnual.number(annual) }

  /// True when the client earns another amount than the full-time pay.
  public var differsFromActual: Bool { annual != actualAnnual }

  public init(_ stated: StatedPay, hoursPerWeek: Double) {
    self.stated = stated
    self.hoursPerWeek = hoursPerWeek
    switch stated.basis {
    case .hourly:
      annual = Rule.annualOfHourly.number(stated.amount)
      actualAnnual = Rule.actualOfHourly.number(stated.amount, hoursPerWeek)
    case .annual:
      annual = Self.annual(paid: stated.amount, hoursPerWeek: hoursPerWeek)
      actualAnnual = stated.amount
    }
  }

  /// The full-time equivalent of annual pay, in US dollars a year.
  public static func annual(paid: Double, hoursPerWeek: Double) -> Double {
    Rule.fullTimeOfAnnual.number(paid, hoursPerWeek)
  }
}

extension PayFigure {
  /// A published amount in US dollars a year: hourly pay x 2,080.
  public func annual(_ amount: Double) -> Double {
    basis == .annual ? amount : Rule.annualOfHourly.number(amount)
  }
}

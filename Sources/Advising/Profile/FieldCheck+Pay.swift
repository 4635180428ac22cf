import CareerData

// Pay, its basis and the hours that it is for: the only fields that are held against each other.

extension FieldCheck {
  /// - Parameter hoursPerWeek: nil when the profile's hours cannot be read.
  mutating func pay(hoursPerWeek: Double?) -> StatedPay? {
    let amount = anyNumber(.payAmount)
    let basis = payBasis()
    guard let amount else { return nil }
    guard let basis else {
      if fields[ProfileField.payBasis.rawValue] == nil, isSound(.payBasis) {
        report(.payBasis, .payBasisMissing)
      }
      return nil
    }
    let pay = StatedPay(amount: amount, basis: basis)
    guard isSound(.payBasis), let allowed = Self.violation(of: pay, hoursPerWeek: hoursPerWeek)
    else { return pay }
    report(
      .payAmount,
      .outOfRange(
        found: "\(Self.words(amount)) \(basis == .annual ? "a year" : "an hour")", allowed: allowed,
        hint: Self.hint(for: pay)))
    return nil
  }

  private mutating func payBasis() -> PayBasis? {
    guard let text = string(.payBasis) else { return nil }
    guard let basis = PayBasis(rawValue: text) else {
      unknown(.payBasis, text, "basis of pay", PayBasis.allCases.map(\.rawValue))
      return nil
    }
    return basis
  }

  /// The limits that the pay breaks, in words. Without the hours, those that it breaks whatever the hours are.
  private static func violation(of pay: StatedPay, hoursPerWeek: Double?) -> String? {
    switch pay.basis {
    case .hourly:
      return PayLimits.hourly.contains(pay.amount) ? nil : "\(words(PayLimits.hourly)) dollars an hour"
    case .annual:
      let hours = hoursPerWeek.map { $0...$0 } ?? PayLimits.hoursPerWeek
      // The more hours the pay is for, the less it is at full time.
      let least = FullTimePay.annual(paid: pay.amount, hoursPerWeek: hours.upperBound)
      let most = FullTimePay.annual(paid: pay.amount, hoursPerWeek: hours.lowerBound)
      let limits = PayLimits.fullTimeAnnual
      if least <= limits.upperBound, most >= limits.lowerBound { return nil }
      return "\(words(limits)) dollars a year at full time"
    }
  }

  /// An amount that would be right on the other basis was most likely meant so.
  private static func hint(for pay: StatedPay) -> String? {
    if pay.amount == 0 { return "leave it empty for a client without pay;" }
    switch pay.basis {
    case .annual: return PayLimits.hourly.contains(pay.amount) ? "did you mean hourly?" : nil
    case .hourly: return PayLimits.fullTimeAnnual.contains(pay.amount) ? "did you mean annual?" : nil
    }
  }
}

import Advising
import Calculation
import ReportModel

/// What stands beside pay as information: a month of it, and how far it goes where the client works.
extension PositionSection {
  /// Nil without stated pay, and where hours make no year of it.
  private var monthlyPay: AppliedRule? {
    guard advice.onlyWageBasis != .hourly, let pay = context.fullTimePay else { return nil }
    return AppliedRule(.monthlyOfAnnual, pay)
  }

  private func calculation(_ power: BuyingPower) -> AppliedRule? {
    power.pay.value.map { amount in
      AppliedRule(.buyingPower, context.annualOperand(amount, power.pay), parity(power))
    }
  }

  /// The level of prices in percent of the nation's, as published.
  private func parity(_ power: BuyingPower) -> AppliedRule.Operand {
    let source = power.parity.sourceID
    return AppliedRule.Operand(
      .exactly(power.parity.rpp), .percent,
      .published(
        Citation(
          sourceID: source, statistic: "price_parity", population: "", period: String(power.parity.year))))
  }

  /// The tidy rows, behind those of the places.
  var informationFigures: [Figure] {
    let month = monthlyPay.map {
      Figure(
        itemID: "present-pay",
        item: wording.text(
          advice.status == .outsideField ? AxisPhrase.presentPayOtherField : AxisPhrase.presentPay),
        measure: "pay_month", unit: .dollars, $0)
    }
    return [month].compactMap(\.self)
      + advice.buyingPower.compactMap { power in
        calculation(power).map {
          Figure(
            itemID: power.area.id, item: power.area.title, measure: "buying_power",
            statistic: power.pay.statistic.rawValue, unit: .dollarsPerYear, $0,
            note: wording.prose(
              PositionPhrase.buyingPowerNote,
              ["parity": parityWords(power), "year": Prose(String(power.parity.year))]))
        }
      }
  }

  var monthlySentence: Prose? {
    guard let month = monthlyPay.flatMap({ Quantity($0, .dollars) }), let pay = advice.pay else { return nil }
    return wording.prose(
      PositionPhrase.month, ["annual": Prose(context.clientPay(pay.annual)), "month": Prose(month)])
  }

  var buyingPowerSentences: [Prose] {
    advice.buyingPower.compactMap { power in
      guard let amount = power.pay.value,
        let bought = calculation(power).flatMap({ Quantity($0, .dollarsPerYear) })
      else { return nil }
      return wording.prose(
        PositionPhrase.buyingPower,
        [
          "area": Prose(power.area.title), "pay": Prose(context.annual(amount, power.pay)),
          "power": Prose(bought.inHundreds), "parity": parityWords(power),
          "year": Prose(String(power.parity.year)),
        ])
    }
  }

  private func parityWords(_ power: BuyingPower) -> Prose {
    Prose(Quantity(power.parity.rpp, .percent, Provenance(parity(power))))
  }
}

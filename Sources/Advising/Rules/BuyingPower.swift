import Calculation
import CareerData

/// How far pay goes where the client works, against the nation's prices: information beside pay, for no other figure.
public struct BuyingPower: Sendable, Equatable {
  public let area: Area
  public let parity: PriceParity
  /// The area's median or mean, US dollars a year.
  public let pay: PayFigure
  /// What it buys at the nation's prices, US dollars a year.
  public let annual: Double

  /// Nil for the nation, without a price parity of the area, and where no annual amount is published.
  init?(_ position: Position, in dataset: CareerDataset) {
    guard position.area.kind != .nation, let parity = dataset.priceParity(of: position.area.id),
      let pay = position.benchmark, let amount = position.benchmarkAnnual,
      let annual = Rule.buyingPower.value(.exactly(amount), .exactly(parity.rpp)).exact
    else { return nil }
    area = position.area
    self.parity = parity
    self.pay = pay
    self.annual = annual
  }
}

extension Advice {
  /// What the wages of the client's state and area buy, the smallest place last; none where wages are published by the
  /// hour only.
  public var buyingPower: [BuyingPower] {
    guard onlyWageBasis != .hourly else { return [] }
    return [state, area].compactMap { position in position.flatMap { BuyingPower($0, in: dataset) } }
  }
}

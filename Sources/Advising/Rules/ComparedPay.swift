import Calculation
import CareerData

/// A published amount beside the client's pay and the national median.
public struct ComparedPay: Sendable, Equatable {
  public let figure: PayFigure
  /// As published, on the figure's basis.
  public let amount: Double
  /// US dollars a year; hourly pay x 2,080.
  public let annual: Double
  /// True when the source says "this or more": the amounts are lower bounds, and nothing is compared with them.
  public let isFloor: Bool
  /// The item less the client's full-time pay; nil without pay, and for a lower bound.
  public let fromClient: Difference?
  /// The item less the national median; nil when none is published, and for a lower bound.
  public let fromNationalMedian: Difference?

  /// Whether the pay may be set in proportion to another: a lower bound says nothing of how far it is, and nothing is a
  /// part of no pay.
  func isComparable(with base: ComparedPay) -> Bool {
    !isFloor && !base.isFloor && base.annual >= Difference.leastBase
  }
}

/// A published range beside the client's pay.
public struct ComparedRange: Sendable, Equatable {
  public let figure: PayFigure
  /// US dollars a year; nil when the source gives no low end.
  public let annualLow: Double?
  /// US dollars a year; nil when the range is open.
  public let annualHigh: Double?
  /// The low end less the client's full-time pay.
  public let lowFromClient: Difference?
  public let highFromClient: Difference?
}

/// What is published of an item's pay by the best source there is (rule 6).
public enum LeadingPay: Sendable, Equatable {
  /// A mean or a median.
  case pay(ComparedPay)
  case range(ComparedRange)

  /// Wages that employers report come first, then ranges of guides, then surveys, then advertised pay.
  static func worth(_ kind: Population.Kind?) -> Int {
    switch kind {
    case .paidWages: 0
    case .editorial: 1
    case .selfReported: 2
    case .advertised, nil: 3
    }
  }
}

/// The nearest published figure of an item that has none of its own.
public struct NearestPay: Sendable, Equatable {
  /// What the figure is about, in words: an industry, a rung.
  public let subjectTitle: String
  public let subject: Subject
  public let pay: ComparedPay?
  public let range: ComparedRange?
}

/// How far one amount of pay lies from another.
public struct Difference: Sendable, Equatable {
  /// In the unit of the amounts.
  public let amount: Double
  /// Percent of the base.
  public let percent: Double

  /// An amount below this, a cent in US dollars, is no pay that another could be compared with.
  public static let leastBase = 0.01

  /// `amount` less `base`, and that over `base`. Nil for a base below ``leastBase``.
  public init?(of amount: Double, from base: Double) {
    guard let difference = Rule.difference.value(.exactly(amount), .exactly(base)).exact,
      let percent = Rule.percent.value(.exactly(amount), .exactly(base)).exact
    else { return nil }
    self.amount = difference
    self.percent = percent
  }
}

/// Sets published pay beside one client's full-time pay and the national median.
struct PayComparer: Sendable, Equatable {
  /// US dollars a year at full time; nil when the profile states no pay.
  let clientAnnual: Double?
  /// US dollars a year; nil when none is published.
  let nationalMedian: Double?
  /// That of the national median; nil when none is published.
  var nationalEdition: SurveyEdition?

  /// The leading mean or median of some figures: the first source leads, its median before its mean, annual
  /// before hourly, and an amount before a lower bound.
  func pay(_ figures: [PayFigure]) -> ComparedPay? { payBySource(figures).first }

  /// The leading mean or median of each source after the first.
  func otherPay(_ figures: [PayFigure]) -> [ComparedPay] { Array(payBySource(figures).dropFirst()) }

  /// The leading mean or median of each source, in the order of the figures.
  func payBySource(_ figures: [PayFigure]) -> [ComparedPay] {
    let central = figures.filter { ($0.value ?? $0.floor) != nil && $0.statistic.isCentral }
    let sources = central.map(\.sourceID).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    return sources.compactMap { source in leading(central.filter { $0.sourceID == source }) }
  }

  /// The median alone, be it only a lower bound; the first source that publishes one leads.
  func median(_ figures: [PayFigure]) -> ComparedPay? { pay(figures.filter { $0.statistic == .median }) }

  func top(_ figures: [PayFigure]) -> ComparedPay? {
    figures.first { $0.statistic == .top && $0.value != nil }.flatMap(compare)
  }

  func ranges(_ figures: [PayFigure]) -> [ComparedRange] {
    figures.filter { $0.statistic == .range }.map(compareRange)
  }

  private func leading(_ figures: [PayFigure]) -> ComparedPay? {
    let order: [(PayStatistic, PayBasis)] = [
      (.median, .annual), (.median, .hourly), (.mean, .annual), (.mean, .hourly),
    ]
    let ordered = order.flatMap { statistic, basis in
      figures.filter { $0.statistic == statistic && $0.basis == basis }
    }
    return (ordered.first { $0.value != nil } ?? ordered.first).flatMap(compare)
  }

  private func compare(_ figure: PayFigure) -> ComparedPay? {
    guard let amount = figure.value ?? figure.floor else { return nil }
    let annual = figure.annual(amount)
    let isFloor = figure.value == nil
    func difference(from base: Double?) -> Difference? {
      isFloor ? nil : base.flatMap { Difference(of: annual, from: $0) }
    }
    return ComparedPay(
      figure: figure, amount: amount, annual: annual, isFloor: isFloor,
      fromClient: difference(from: clientAnnual),
      fromNationalMedian: nationalEdition?.isLeft(by: figure) == true
        ? nil : difference(from: nationalMedian))
  }

  private func compareRange(_ figure: PayFigure) -> ComparedRange {
    let low = figure.low.map(figure.annual)
    let high = figure.high.map(figure.annual)
    func fromClient(_ end: Double?) -> Difference? {
      end.flatMap { end in clientAnnual.flatMap { Difference(of: end, from: $0) } }
    }
    return ComparedRange(
      figure: figure, annualLow: low, annualHigh: high, lowFromClient: fromClient(low),
      highFromClient: fromClient(high))
  }
}

extension PayFigure {
  /// The amount of a figure that is published only as "this or more", such as the `#` of OEWS; nil for others.
  public var floor: Double? { isOpenEnded && value == nil && high == nil && statistic != .range ? low : nil }
}

extension PayStatistic {
  /// True for the median and the mean.
  public var isCentral: Bool { self == .median || self == .mean }
}

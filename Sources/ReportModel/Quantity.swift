import Calculation

/// A number with its unit and its origin.
public struct Quantity: Sendable, Equatable {
  /// The number, rounded to the digits that its unit stores (``Unit/storedFractionDigits``), so that every
  /// format shows the same number.
  public let amount: Double
  public let unit: Unit
  public let provenance: Provenance
  /// True for a difference: it is shown with its sign.
  public let isDifference: Bool

  /// - Parameter amount: a finite number in `unit`; it is rounded half away from zero.
  public init(_ amount: Double, _ unit: Unit, _ provenance: Provenance, isDifference: Bool = false) {
    precondition(amount.isFinite, "a quantity of a report is a finite number")
    self.amount = Self.rounded(amount, fractionDigits: unit.storedFractionDigits)
    self.unit = unit
    self.provenance = provenance
    self.isDifference = isDifference
  }

  /// The result of a calculation; nil when it is missing or not known exactly.
  public init?(_ calculation: AppliedRule, _ unit: Unit, isDifference: Bool = false) {
    guard let number = calculation.value.exact else { return nil }
    self.init(number, unit, .calculated(calculation), isDifference: isDifference)
  }

  /// Rounds half away from zero to the nearest decimal with at most `fractionDigits` digits.
  ///
  /// `(1.005 * 100).rounded() / 100` gives 1.0, since 1.005 is stored as a little less: a nudge of a few units
  /// in the last place makes the decimal that people wrote round as people expect. Where the units are so large
  /// that they would turn a whole number into the next, the number is whole enough already.
  static func rounded(_ amount: Double, fractionDigits: Int) -> Double {
    let scale = [1.0, 10, 100, 1000][fractionDigits]
    let magnitude = amount.magnitude * scale
    guard magnitude < 1e15 else { return amount }
    let result = (magnitude + min(4 * magnitude.ulp, 0.001)).rounded() / scale
    return result == 0 ? 0 : (amount < 0 ? -result : result)
  }
}

/// Where a number comes from. Every number of a report has one.
public enum Provenance: Sendable, Equatable {
  /// Published by a source.
  case published(Citation)
  /// Calculated here from published or stated numbers.
  case calculated(AppliedRule)
  /// Counted or chosen here, or not published at all; with the published figures it rests on.
  case counted([Citation])
  /// Stated by the client in the profile.
  case statedByClient

  /// The published figures that the number rests on.
  public var citations: [Citation] {
    switch self {
    case .published(let citation): [citation]
    case .calculated(let calculation): calculation.citations
    case .counted(let citations): citations
    case .statedByClient: []
    }
  }

  /// The ids of the sources, each once, in the order of first use.
  public var sourceIDs: [String] {
    citations.map(\.sourceID).reduce(into: []) { ids, id in
      if !ids.contains(id) { ids.append(id) }
    }
  }
}

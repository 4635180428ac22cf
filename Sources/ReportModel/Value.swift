import Calculation

/// What a cell, a fact or a sentence shows.
public enum Value: Sendable, Equatable {
  /// Nothing is known, or nothing is published; shown as the style's dash, an empty cell in a workbook.
  case missing
  /// Literal text: no format turns it into a link, a formula or markup.
  case text(String)
  /// A web address for the reader to follow: a source's, never a client's.
  case link(String)
  case quantity(Quantity)
  /// A number of which only one end is known.
  case bounded(Bound, Quantity)
  /// A published range. Both ends have the same unit; an open range has no upper end: "70,000 and more".
  case range(low: Quantity, high: Quantity?, isOpen: Bool)
  case date(ReportDate)
  /// The id of a source of the report: shown as a numbered note or a link.
  case source(String)

  /// What is known of an amount.
  public init(_ amount: Amount, _ unit: Unit, _ provenance: Provenance, isDifference: Bool = false) {
    func quantity(_ number: Double) -> Quantity {
      Quantity(number, unit, provenance, isDifference: isDifference)
    }
    self =
      switch amount {
      case .missing: .missing
      case .exactly(let number): .quantity(quantity(number))
      case .atLeast(let low): .bounded(.atLeast, quantity(low))
      case .atMost(let high): .bounded(.atMost, quantity(high))
      case .between(let low, let high): .range(low: quantity(low), high: quantity(high), isOpen: false)
      }
  }

  /// What a calculation comes to.
  public init(_ calculation: AppliedRule, _ unit: Unit, isDifference: Bool = false) {
    self.init(calculation.value, unit, .calculated(calculation), isDifference: isDifference)
  }

  /// True when there is nothing to show.
  public var isEmpty: Bool {
    switch self {
    case .missing: true
    case .text(let text), .link(let text): text.isEmpty
    case .quantity, .bounded, .range, .date, .source: false
    }
  }

  /// The quantities inside, low end first.
  public var quantities: [Quantity] {
    switch self {
    case .missing, .text, .link, .date, .source: []
    case .quantity(let quantity), .bounded(_, let quantity): [quantity]
    case .range(let low, let high, _): [low] + (high.map { [$0] } ?? [])
    }
  }
}

/// Which end of a number is known.
public enum Bound: String, Sendable, Equatable, CaseIterable {
  case atLeast
  case atMost
  case below
  case above
  case about
  /// The published number is a floor: "95,000 and more".
  case orMore
}

/// A sentence or a phrase whose numbers are not yet formatted.
///
/// ```swift
/// let sentence = Prose([.text("The median is "), .value(.quantity(median)), .text(".")])
/// ```
public struct Prose: Sendable, Equatable, ExpressibleByStringLiteral {
  public enum Run: Sendable, Equatable {
    case text(String)
    case value(Value)
  }

  public let runs: [Run]

  public init(_ runs: [Run]) { self.runs = runs }
  public init(_ text: String) { runs = text.isEmpty ? [] : [.text(text)] }
  public init(stringLiteral text: String) { self.init(text) }

  public var isEmpty: Bool { runs.isEmpty }

  /// The values inside, in reading order.
  public var values: [Value] {
    runs.compactMap { if case .value(let value) = $0 { value } else { nil } }
  }

  /// The sentences one after another, `separator` between them.
  public static func joined(_ parts: [Prose], separator: String) -> Prose {
    Prose(Array(parts.map(\.runs).joined(separator: [.text(separator)])))
  }
}

/// What a formula comes to.
public enum FormulaValue: Sendable, Equatable {
  case number(Double)
  /// A number known by halves. No table or input has one, so that none stands in a cell or on a page.
  case bounded(Amount)
  case text(String)
  case missing

  public init(_ amount: Amount) {
    switch amount {
    case .missing: self = .missing
    case .exactly(let number): self = .number(number)
    case .atLeast, .atMost, .between: self = .bounded(amount)
    }
  }

  public var number: Double? { if case .number(let number) = self { number } else { nil } }
  public var text: String? { if case .text(let text) = self { text } else { nil } }

  /// Missing for a text.
  public var amount: Amount {
    switch self {
    case .number(let number): .exactly(number)
    case .bounded(let amount): amount
    case .text, .missing: .missing
    }
  }
}

/// A calculation that is stated once and applied wherever its figure appears: in the report, in a workbook cell, on the
/// page.
///
/// ```swift
/// let percent = Rule("percent", "amount", "base") { amount, base in (amount - base) / base * 100 }
/// percent.value(.exactly(46_000), .exactly(59_700))  // .exactly(-22.9…)
/// ```
public struct Rule: Sendable {
  /// Lowercase letters and `_`; unique among the rules.
  public let id: String
  /// The distinct names of the operands, in order; the formula uses them.
  public let parameters: [String]
  /// Uses the parameters and no other names.
  public let formula: Formula

  public init(_ id: String, parameters: [String], _ formula: ([Formula]) -> Formula) {
    self.id = id
    self.parameters = parameters
    self.formula = formula(parameters.map(Formula.name))
  }

  public init(_ id: String, _ a: String, _ formula: (Formula) -> Formula) {
    self.init(id, parameters: [a]) { formula($0[0]) }
  }

  public init(_ id: String, _ a: String, _ b: String, _ formula: (Formula, Formula) -> Formula) {
    self.init(id, parameters: [a, b]) { formula($0[0], $0[1]) }
  }

  public init(
    _ id: String, _ a: String, _ b: String, _ c: String, _ formula: (Formula, Formula, Formula) -> Formula
  ) {
    self.init(id, parameters: [a, b, c]) { formula($0[0], $0[1], $0[2]) }
  }
}

extension Rule: Equatable {
  public static func == (a: Rule, b: Rule) -> Bool { a.id == b.id }
}

extension Rule {
  /// The result; missing when an operand is missing or there is no result, as in a division by zero.
  ///
  /// - Parameter operands: one for each parameter, in order.
  public func value(_ operands: Amount...) -> Amount { value(operands) }

  public func value(_ operands: [Amount]) -> Amount {
    guard operands.count == parameters.count, !operands.contains(.missing) else { return .missing }
    let evaluator = FormulaEvaluator { name in
      parameters.firstIndex(of: name).map { FormulaValue(operands[$0]) }
    }
    // What has no number, as a division by zero, is missing.
    return (try? evaluator.value(formula))?.amount ?? .missing
  }

  /// The result of a rule for known numbers; NaN when there is none.
  public func number(_ operands: Double...) -> Double {
    value(operands.map(Amount.exactly)).exact ?? .nan
  }

  /// The rule's formula with other formulas in place of its parameters; missing when one of them is missing.
  ///
  /// - Parameter operands: one for each parameter, in their order.
  public func applied(to operands: Formula...) -> Formula {
    let needed = operands.filter { if case .number = $0 { false } else { true } }
    return .known(needed, unguarded(operands))
  }

  /// Like ``applied(to:)``, for operands that are never missing; a missing one is an error in a spreadsheet.
  public func unguarded(_ operands: [Formula]) -> Formula {
    formula.replacing(Dictionary(zip(parameters, operands)) { first, _ in first })
  }
}

extension Formula {
  /// The formula with other formulas in place of names.
  func replacing(_ places: [String: Formula]) -> Formula {
    func inside(_ part: Formula) -> Formula { part.replacing(places) }
    return switch self {
    case .name(let name): places[name] ?? self
    case .number, .text, .missing: self
    case .calculation(let operation, let a, let b): .calculation(operation, inside(a), inside(b))
    case .comparison(let comparison, let a, let b): .comparison(comparison, inside(a), inside(b))
    case .isMissing(let a): .isMissing(inside(a))
    case .either(let a, let b): .either(inside(a), inside(b))
    case .when(let condition, let then, let otherwise):
      .when(inside(condition), then: inside(then), otherwise: inside(otherwise))
    case .row(let text, let column): .row(of: inside(text), in: column)
    case .cell(let column, let row): .cell(column, row: inside(row))
    }
  }
}

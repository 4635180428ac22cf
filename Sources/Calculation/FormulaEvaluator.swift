#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Calculates formulas as a spreadsheet does, with numbers of which only one end may be known.
///
/// Whatever is an error in a spreadsheet is an error here, so a formula first checks that its operands have values.
public struct FormulaEvaluator {
  private let value: (String) -> FormulaValue?
  private let cells: (Formula.TableColumn) -> [FormulaValue]?

  /// - Parameters:
  ///   - value: of an input or a formula by its name; nil for an unknown name.
  ///   - cells: of a column of a table, row by row; nil for an unknown column.
  public init(
    value: @escaping (String) -> FormulaValue?,
    cells: @escaping (Formula.TableColumn) -> [FormulaValue]? = { _ in nil }
  ) {
    self.value = value
    self.cells = cells
  }

  /// - Throws: ``FormulaError`` for a mistake in the formula, never because of its inputs.
  public func value(_ formula: Formula) throws(FormulaError) -> FormulaValue {
    switch formula {
    case .number(let number): return .number(number)
    case .text(let text): return text.isEmpty ? .missing : .text(text)
    case .missing: return .missing
    case .name(let name):
      guard let value = value(name) else { throw .unknownName(name) }
      return value
    case .calculation(let operation, let a, let b):
      let result = Self.calculate(operation, try amount(a), try amount(b))
      guard !result.isMissing else { throw .notANumber(formula) }
      return FormulaValue(result)
    case .when(let condition, let then, let otherwise):
      switch try truth(condition) {
      case .yes: return try value(then)
      case .no: return try value(otherwise)
      case .undecided: return FormulaValue(try value(then).amount.or(try value(otherwise).amount))
      }
    case .row(let text, let column): return try row(of: text, in: column)
    case .cell(let column, let row): return try cell(column, row: row)
    case .comparison, .isMissing, .either: throw .notANumber(formula)
    }
  }

  /// Whether a condition holds; undecided when the known end of a number does not settle it.
  private enum Truth { case yes, no, undecided }

  /// Evaluates both sides of OR, as a spreadsheet does, so that a mistake in the second side is not hidden.
  private func truth(_ formula: Formula) throws(FormulaError) -> Truth {
    switch formula {
    case .comparison(.equal, let a, let b): return try areEqual(a, b) ? .yes : .no
    case .comparison(.less, let a, let b): return Self.truth(try amount(a), try amount(b), Amount.isLess)
    case .comparison(.lessOrEqual, let a, let b):
      return Self.truth(try amount(a), try amount(b), Amount.isLessOrEqual)
    case .isMissing(let a): return try value(a) == .missing ? .yes : .no
    case .either(let a, let b):
      let sides = [try truth(a), try truth(b)]
      return [.yes, .undecided].first(where: sides.contains) ?? .no
    default: throw .notACondition(formula)
    }
  }

  private static func truth(_ a: Amount, _ b: Amount, _ isTrue: (Amount, Amount) -> Bool?) -> Truth {
    switch isTrue(a, b) {
    case true?: .yes
    case false?: .no
    case nil: .undecided
    }
  }

  private func areEqual(_ a: Formula, _ b: Formula) throws(FormulaError) -> Bool {
    switch (try value(a), try value(b)) {
    case (.text(let first), .text(let second)): first.lowercased() == second.lowercased()
    case (let first, let second): first == second
    }
  }

  private func amount(_ formula: Formula) throws(FormulaError) -> Amount {
    switch try value(formula) {
    case .number(let number): .exactly(number)
    case .bounded(let amount): amount
    case .missing, .text: throw .notANumber(formula)
    }
  }

  private func cells(of column: Formula.TableColumn) throws(FormulaError) -> [FormulaValue] {
    guard let cells = cells(column) else { throw .unknownColumn(column) }
    return cells
  }

  /// Ignores case, as MATCH does.
  private func row(
    of text: Formula, in column: Formula.TableColumn
  ) throws(FormulaError) -> FormulaValue {
    let cells = try cells(of: column)
    guard let wanted = try value(text).text?.lowercased(),
      let index = cells.firstIndex(where: { $0.text?.lowercased() == wanted })
    else { return .missing }
    return .number(Double(index + 1))
  }

  private func cell(
    _ column: Formula.TableColumn, row: Formula
  ) throws(FormulaError) -> FormulaValue {
    let cells = try cells(of: column)
    guard let index = try amount(row).exact.flatMap(Int.init(exactly:)), cells.indices.contains(index - 1)
    else { throw .notANumber(row) }
    return cells[index - 1]
  }

  private static func calculate(_ operation: Formula.Operator, _ a: Amount, _ b: Amount) -> Amount {
    switch operation {
    case .add: a + b
    case .subtract: a - b
    case .multiply: a * b
    case .divide: a / b
    case .power: power(a, b)
    }
  }

  private static func power(_ base: Amount, _ exponent: Amount) -> Amount {
    guard let base = base.exact, let exponent = exponent.exact else { return .missing }
    return Amount(power(base, exponent))
  }

  /// Raises to a whole exponent by squaring, which gives the same bits in Swift and in the page's script; the libraries'
  /// own powers do not. Any other exponent is left to the library.
  private static func power(_ base: Double, _ exponent: Double) -> Double {
    guard exponent == exponent.rounded(), exponent.magnitude <= largestSquared else {
      return pow(base, exponent)
    }
    var result = 1.0
    var factor = base
    var rest = Int(exponent.magnitude)
    while rest > 0 {
      if rest & 1 == 1 { result *= factor }
      factor *= factor
      rest >>= 1
    }
    return exponent < 0 ? 1 / result : result
  }

  /// More years than any projection covers.
  private static let largestSquared = 1024.0
}

/// What a formula comes to.
public enum FormulaValue: Sendable, Equatable {
  case number(Double)
  /// A number of which only one end, or both, is known. Tables and inputs have none, so no cell or page shows one.
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

/// A mistake in the formulas, not in the assumptions.
public enum FormulaError: Error, Sendable, Equatable {
  case unknownName(String)
  case unknownColumn(Formula.TableColumn)
  /// A calculation with a text or with nothing, or a division by zero.
  case notANumber(Formula)
  /// A condition that is not a comparison.
  case notACondition(Formula)
}

extension FormulaError: CustomStringConvertible {
  /// What went wrong, without the formula itself, which would mean nothing to the reader.
  public var description: String {
    let cause =
      switch self {
      case .unknownName(let name): "it uses the name \(name), which is not defined"
      case .unknownColumn(let place):
        "it refers to the column \(place.column) of \(place.table), which does not exist"
      case .notANumber: "it calculates with a value that is not a number"
      case .notACondition: "it uses a value that is not a condition"
      }
    return
      "a formula of the what-if is wrong (\(cause)); set what_if: false in a copy of the template, and report this"
  }
}

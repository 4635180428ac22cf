#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Calculates formulas in Swift as a spreadsheet does.
struct FormulaEvaluator {
  let named: [String: FormulaValue]
  let tables: [WhatIfTable]

  func value(_ formula: Formula) throws(FormulaError) -> FormulaValue {
    switch formula {
    case .number(let number): return .number(number)
    case .text(let text): return text.isEmpty ? .missing : .text(text)
    case .missing: return .missing
    case .name(let name):
      guard let value = named[name] else { throw .unknownName(name) }
      return value
    case .calculation(let operation, let a, let b):
      let result = Self.calculate(operation, try number(a), try number(b))
      guard result.isFinite else { throw .notANumber(formula) }
      return .number(result)
    case .lesser(let a, let b): return .number(min(try number(a), try number(b)))
    case .when(let condition, let then, let otherwise):
      return try value(try isTrue(condition) ? then : otherwise)
    case .row(let text, let column): return try row(of: text, in: column)
    case .cell(let column, let row): return try cell(column, row: row)
    case .joined(let parts):
      var text = ""
      for part in parts { text += try value(part).text ?? "" }
      return text.isEmpty ? .missing : .text(text)
    case .comparison, .isMissing, .isText, .both, .either: throw .notANumber(formula)
    }
  }

  /// A spreadsheet evaluates both sides of AND and OR: so does this, that no mistake hides behind the first.
  private func isTrue(_ formula: Formula) throws(FormulaError) -> Bool {
    switch formula {
    case .comparison(.equal, let a, let b): return try areEqual(a, b)
    case .comparison(.less, let a, let b): return try number(a) < number(b)
    case .comparison(.lessOrEqual, let a, let b): return try number(a) <= number(b)
    case .isMissing(let a): return try value(a) == .missing
    case .isText(let a): return try value(a).text != nil
    case .both(let a, let b):
      let (first, second) = (try isTrue(a), try isTrue(b))
      return first && second
    case .either(let a, let b):
      let (first, second) = (try isTrue(a), try isTrue(b))
      return first || second
    default: throw .notACondition(formula)
    }
  }

  private func areEqual(_ a: Formula, _ b: Formula) throws(FormulaError) -> Bool {
    switch (try value(a), try value(b)) {
    case (.text(let first), .text(let second)): first.lowercased() == second.lowercased()
    case (let first, let second): first == second
    }
  }

  private func number(_ formula: Formula) throws(FormulaError) -> Double {
    guard let number = try value(formula).number else { throw .notANumber(formula) }
    return number
  }

  private func column(_ reference: Formula.TableColumn) throws(FormulaError) -> WhatIfTable.Column {
    guard let column = tables.first(where: { $0.id == reference.table })?.column(reference.column) else {
      throw .unknownColumn(reference)
    }
    return column
  }

  /// Capitals do not count, as in MATCH.
  private func row(
    of text: Formula, in reference: Formula.TableColumn
  ) throws(FormulaError) -> FormulaValue {
    let cells = try column(reference).cells
    guard let wanted = try value(text).text?.lowercased(),
      let index = cells.firstIndex(where: { $0.text?.lowercased() == wanted })
    else { return .missing }
    return .number(Double(index + 1))
  }

  private func cell(
    _ reference: Formula.TableColumn, row: Formula
  ) throws(FormulaError) -> FormulaValue {
    let cells = try column(reference).cells
    let index = Int(try number(row)) - 1
    guard cells.indices.contains(index) else { throw .notANumber(row) }
    return cells[index]
  }

  private static func calculate(_ operation: Formula.Operator, _ a: Double, _ b: Double) -> Double {
    switch operation {
    case .add: a + b
    case .subtract: a - b
    case .multiply: a * b
    case .divide: a / b
    case .power: power(a, b)
    }
  }

  /// A whole exponent by squaring: the same to the last bit in Swift and in the script of a page, which the libraries'
  /// own powers are not. Any other exponent by the library.
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

  /// More years than any projection has.
  private static let largestSquared = 1024.0
}

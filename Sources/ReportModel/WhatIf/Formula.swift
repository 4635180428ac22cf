/// A rule as a formula over named values.
///
/// The rule is written once. A spreadsheet gets it as the formula of a cell, and ``WhatIf/values(_:)`` calculates
/// the same in Swift; both do the same operations in the same order.
///
/// ```swift
/// let gap = Formula.known(["target_pay", "full_time_pay"], .name("target_pay") - .name("full_time_pay"))
/// ```
public indirect enum Formula: Sendable, Equatable {
  public enum Operator: String, Sendable { case add, subtract, multiply, divide, power }
  public enum Comparison: String, Sendable { case less, lessOrEqual, equal }

  case number(Double)
  case text(String)
  /// No value: an empty text in a cell.
  case missing
  /// An input, a formula of the what-if by its name, or one of the names of a year (``Projection``).
  case name(String)
  /// Of two numbers; not a number where one is missing.
  case calculation(Operator, Formula, Formula)
  /// Of two numbers, or two texts with `equal`.
  case comparison(Comparison, Formula, Formula)
  case isMissing(Formula)
  case isText(Formula)
  case both(Formula, Formula)
  case either(Formula, Formula)
  case when(Formula, then: Formula, otherwise: Formula)
  case lesser(Formula, Formula)
  /// The number of the first row, from 1, whose cell in the column has this text; missing when there is none.
  case row(of: Formula, in: TableColumn)
  /// The cell of a column in a row; missing when the cell is.
  case cell(TableColumn, row: Formula)
  /// Texts one after another.
  case joined([Formula])

  /// A column of a table of the what-if.
  public struct TableColumn: Sendable, Hashable {
    public let table: String
    public let column: String
    public init(_ table: String, _ column: String) {
      self.table = table
      self.column = column
    }
  }
}

extension Formula {
  public static func + (a: Formula, b: Formula) -> Formula { .calculation(.add, a, b) }
  public static func - (a: Formula, b: Formula) -> Formula { .calculation(.subtract, a, b) }
  public static func * (a: Formula, b: Formula) -> Formula { .calculation(.multiply, a, b) }
  public static func / (a: Formula, b: Formula) -> Formula { .calculation(.divide, a, b) }
  public static func < (a: Formula, b: Formula) -> Formula { .comparison(.less, a, b) }
  public static func <= (a: Formula, b: Formula) -> Formula { .comparison(.lessOrEqual, a, b) }
  public static func > (a: Formula, b: Formula) -> Formula { .comparison(.less, b, a) }

  public func isEqual(to other: Formula) -> Formula { .comparison(.equal, self, other) }

  /// The formula where all the names have a value; else missing.
  public static func known(_ names: [String], _ formula: Formula) -> Formula {
    let unknown = names.map { Formula.isMissing(.name($0)) }
    guard let first = unknown.first else { return formula }
    return .when(
      unknown.dropFirst().reduce(first) { .either($0, $1) }, then: .missing, otherwise: formula)
  }
}

/// What a formula comes to.
public enum FormulaValue: Sendable, Equatable {
  case number(Double)
  case text(String)
  case missing

  public var number: Double? { if case .number(let number) = self { number } else { nil } }
  public var text: String? { if case .text(let text) = self { text } else { nil } }
}

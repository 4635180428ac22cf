/// A calculation as an expression over named values.
///
/// It is written once. ``FormulaEvaluator`` calculates it, a spreadsheet gets it as the formula of a cell and a page as
/// data for its script, all with the same operations in the same order; ``FormulaWords`` says it.
///
/// ```swift
/// let fullTime = when(hours < 35, pay * 40 / hours, pay)
/// ```
public indirect enum Formula: Sendable, Equatable, ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  public enum Operator: String, Sendable, CaseIterable { case add, subtract, multiply, divide, power }
  public enum Comparison: String, Sendable, CaseIterable { case less, lessOrEqual, equal }

  case number(Double)
  case text(String)
  /// No value: an empty text in a cell.
  case missing
  /// An input, or a formula by its name.
  case name(String)
  /// Of two numbers; not a number where one is missing.
  case calculation(Operator, Formula, Formula)
  /// Of two numbers, or two texts with `equal`.
  case comparison(Comparison, Formula, Formula)
  case isMissing(Formula)
  case either(Formula, Formula)
  case when(Formula, then: Formula, otherwise: Formula)
  /// The number of the first row, from 1, whose cell in the column has this text; missing when there is none.
  case row(of: Formula, in: TableColumn)
  /// The cell of a column in a row; missing when the cell is.
  case cell(TableColumn, row: Formula)

  /// A column of a table that formulas look up.
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
  public init(floatLiteral number: Double) { self = .number(number) }
  public init(integerLiteral number: Int) { self = .number(Double(number)) }

  public static func + (a: Formula, b: Formula) -> Formula { .calculation(.add, a, b) }
  public static func - (a: Formula, b: Formula) -> Formula { .calculation(.subtract, a, b) }
  public static func * (a: Formula, b: Formula) -> Formula { .calculation(.multiply, a, b) }
  public static func / (a: Formula, b: Formula) -> Formula { .calculation(.divide, a, b) }
  public static func < (a: Formula, b: Formula) -> Formula { .comparison(.less, a, b) }
  public static func <= (a: Formula, b: Formula) -> Formula { .comparison(.lessOrEqual, a, b) }
  public static func > (a: Formula, b: Formula) -> Formula { .comparison(.less, b, a) }

  public func isEqual(to other: Formula) -> Formula { .comparison(.equal, self, other) }

  /// The formula where all the others have a value; else missing.
  public static func known(_ needed: [Formula], _ formula: Formula) -> Formula {
    let unknown = needed.map(Formula.isMissing)
    guard let first = unknown.first else { return formula }
    return .when(
      unknown.dropFirst().reduce(first) { .either($0, $1) }, then: .missing, otherwise: formula)
  }

  /// The formula where all the names have a value; else missing.
  public static func known(_ names: [String], _ formula: Formula) -> Formula {
    known(names.map(Formula.name), formula)
  }
}

/// One formula or the other; when the condition is undecided, what is certain of both.
public func when(_ condition: Formula, _ then: Formula, _ otherwise: Formula) -> Formula {
  .when(condition, then: then, otherwise: otherwise)
}

/// Puts a formula into words: `(item - full-time pay) / full-time pay x 100`.
public struct FormulaWords {
  private let name: (String) -> String
  private let number: (Double) -> String

  /// - Parameters:
  ///   - name: what stands for a name: its words, or its number.
  ///   - number: a constant of the formula: `2,080`.
  public init(name: @escaping (String) -> String, number: @escaping (Double) -> String) {
    self.name = name
    self.number = number
  }

  /// - Parameter formula: of each condition, only the branch that applies for `value` appears.
  public func text(_ formula: Formula, deciding value: @escaping (String) -> FormulaValue?) -> String {
    words(decided(formula, FormulaEvaluator(value: value))).text
  }

  /// The formula without its conditions: only the branches that apply.
  private func decided(_ formula: Formula, _ evaluator: FormulaEvaluator) -> Formula {
    switch formula {
    case .when(let condition, let then, let otherwise):
      let isTrue = (try? evaluator.value(when(condition, 1, 0)))?.number == 1
      return decided(isTrue ? then : otherwise, evaluator)
    case .calculation(let operation, let a, let b):
      return .calculation(operation, decided(a, evaluator), decided(b, evaluator))
    default: return formula
    }
  }

  /// How tightly the words bind: sums least, single words most.
  private enum Binding: Int { case sum, product, power, word }

  private typealias Phrase = (text: String, binding: Binding)

  private func words(_ formula: Formula) -> Phrase {
    switch formula {
    case .number(let number): (self.number(number), .word)
    case .text(let text): (text, .word)
    case .name(let name): (self.name(name), .word)
    case .calculation(let operation, let a, let b): calculation(operation, words(a), words(b))
    case .missing, .comparison, .isMissing, .either, .when, .row, .cell: ("?", .word)
    }
  }

  private func calculation(
    _ operation: Formula.Operator, _ a: (text: String, binding: Binding),
    _ b: (text: String, binding: Binding)
  ) -> Phrase {
    let (sign, binding): (String, Binding) =
      switch operation {
      case .add: ("+", .sum)
      case .subtract: ("-", .sum)
      case .multiply: ("x", .product)
      case .divide: ("/", .product)
      case .power: ("^", .power)
      }
    let isOrderFree = operation == .add || operation == .multiply
    func enclosed(_ part: Phrase, isRight: Bool) -> String {
      let holds =
        part.binding.rawValue > binding.rawValue || part.binding == binding && (isOrderFree || !isRight)
      return holds ? part.text : "(\(part.text))"
    }
    return ("\(enclosed(a, isRight: false)) \(sign) \(enclosed(b, isRight: true))", binding)
  }
}

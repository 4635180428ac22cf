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

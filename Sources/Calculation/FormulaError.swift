/// A mistake in the formulas, not in the assumptions.
public enum FormulaError: Error, Sendable, Equatable {
  case unknownName(String)
  case unknownColumn(Formula.TableColumn)
  /// A calculation with a text or with nothing, or a division by zero.
  case notANumber(Formula)
  /// A condition that is no comparison.
  case notACondition(Formula)
}

extension FormulaError: CustomStringConvertible {
  /// What went wrong, without the formula, which says nothing to whoever reads this.
  public var description: String {
    let cause =
      switch self {
      case .unknownName(let name): "it uses the name \(name), which nothing has"
      case .unknownColumn(let place):
        "it looks into the column \(place.column) of \(place.table), which is not there"
      case .notANumber: "it calculates with something that is no number"
      case .notACondition: "it takes for a condition what is none"
      }
    return
      "a formula of the what-if is wrong (\(cause)); set what_if: false in a copy of the template, and report this"
  }
}

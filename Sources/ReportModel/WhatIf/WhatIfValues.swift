import Calculation

/// The values of a what-if for some assumptions.
public struct WhatIfValues: Sendable, Equatable {
  /// Of every input and formula, by name.
  public let named: [String: FormulaValue]
  /// Of the notes of the results, by the names of the results.
  public let notes: [String: FormulaValue]
  /// The amounts of each path of the projection, from year 0 to the last, whatever the horizon.
  public let projected: [[FormulaValue]]
}

extension WhatIf {
  /// What follows from the assumptions.
  ///
  /// - Parameter changes: inputs that differ from what the profile says, by name.
  /// - Throws: ``FormulaError`` when a formula does what a cell of a spreadsheet would call an error.
  public func values(_ changes: [String: FormulaValue] = [:]) throws(FormulaError) -> WhatIfValues {
    var named: [String: FormulaValue] = [:]
    for input in inputs { named[input.name] = changes[input.name] ?? input.initial }
    for formula in formulas {
      named[formula.name] = try evaluator(named).value(formula.formula)
    }
    var notes: [String: FormulaValue] = [:]
    for result in groups.flatMap(\.results) {
      notes[result.formula.name] = try evaluator(named).value(result.note)
    }
    var projected: [[FormulaValue]] = []
    for path in projection?.paths ?? [] { projected.append(try amounts(of: path, named)) }
    return WhatIfValues(named: named, notes: notes, projected: projected)
  }

  private func amounts(
    of path: Projection.Path, _ named: [String: FormulaValue]
  ) throws(FormulaError) -> [FormulaValue] {
    var amounts = [try evaluator(named).value(path.start)]
    var names = named
    for year in 1...max(1, projection?.lastYear ?? 1) {
      names[Projection.year] = .number(Double(year))
      names[Projection.previous] = amounts[year - 1]
      amounts.append(try evaluator(names).value(path.next))
    }
    return amounts
  }

  private func evaluator(_ named: [String: FormulaValue]) -> FormulaEvaluator {
    FormulaEvaluator(
      value: { named[$0] }, cells: { column in table(column.table)?.column(column.column)?.cells })
  }
}

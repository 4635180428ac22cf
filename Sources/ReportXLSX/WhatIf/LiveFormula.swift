import Calculation
import ReportModel

/// The formula of a calculated cell of a table: its rule, over the inputs of the what-if and over the published cells
/// beside it. It refers to nothing but its own row and to names, so that sorting and filtering break nothing.
struct LiveFormula: Equatable {
  private let formula: Formula
  /// The names of the what-if without which there is no number.
  private let needed: [String]
  private let unit: Unit
  /// The columns of the row that the formula reads, by the names that stand for them in it.
  private var columns: [String: Int]

  /// Nil for a value that is not calculated, or follows from nothing in the row and in the what-if.
  ///
  /// - Parameters:
  ///   - cells: the row.
  ///   - names: those of the what-if.
  init?(_ value: Value, among cells: [Value], names: Set<String>) {
    guard let quantity = value.live, case .calculated(let calculation) = quantity.provenance else {
      return nil
    }
    var used: Set<String> = []
    var columns: [String: Int] = [:]
    let formula = calculation.formula { operand in
      if let name = operand.name, names.contains(name) {
        used.insert(name)
        return .name(name)
      }
      guard let column = cells.firstIndex(where: { $0.shows(operand) }) else { return nil }
      columns["column_\(column)"] = column
      return .name("column_\(column)")
    }
    guard let formula, !used.isEmpty else { return nil }
    self.formula = formula
    self.columns = columns
    needed = used.sorted()
    unit = quantity.unit
  }

  /// The formula after a column has been put in.
  func movingColumns(from place: Int) -> LiveFormula {
    var moved = self
    moved.columns = columns.mapValues { $0 >= place ? $0 + 1 : $0 }
    return moved
  }

  /// The content of the cell: the formula, rounded as its number is. Other contents stay.
  func content(_ content: CellContent, row: Int) -> CellContent {
    guard case .number(let number, let format, _) = content else { return content }
    let cells = columns.mapValues { CellAddress(row: row, column: $0).a1 }
    let text = FormulaText(columns: [:], replacements: cells).text(formula)
    let unknown = needed.map { "\($0)=\"\"" }.joined(separator: ",")
    return .formula(
      "IF(OR(\(unknown)),\"\",IFERROR(\(rounded(text)),\"\"))", value: .number(number), format: format)
  }

  /// Percents stand in cells as parts of one: the tenths over 1,000 are the number nearest to the decimal fraction.
  private func rounded(_ text: String) -> String {
    unit == .percent ? "ROUND(10*\(text),0)/1000" : "ROUND(\(text),\(unit.storedFractionDigits))"
  }
}

extension Value {
  /// The number that a formula can come to.
  fileprivate var live: Quantity? {
    switch self {
    case .quantity(let quantity), .bounded(_, let quantity): quantity
    case .missing, .text, .link, .range, .date, .source: nil
    }
  }

  /// True for the number that goes into a calculation as this operand.
  fileprivate func shows(_ operand: AppliedRule.Operand) -> Bool {
    guard case .quantity(let quantity) = self, quantity.unit == operand.unit,
      operand.amount == .exactly(quantity.amount)
    else { return false }
    return switch (operand.origin, quantity.provenance) {
    case (.published(let a), .published(let b)): a == b
    case (.calculated(let a), .calculated(let b)): a == b
    default: false
    }
  }
}

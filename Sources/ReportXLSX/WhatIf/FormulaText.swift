import CXlsxWriter
import Calculation
import ReportModel

/// Writes formulas as Excel does, with functions that Excel 2010, LibreOffice and Google Sheets all know.
struct FormulaText {
  /// The cells of each column of the tables, and whether they hold numbers.
  let columns: [Formula.TableColumn: (cells: String, kind: WhatIfColumn.Kind)]
  /// What stands for a name; a name that is not here stands for itself.
  let replacements: [String: String]

  /// Without the `=` before it.
  func text(_ formula: Formula) -> String {
    switch formula {
    case .number(let number): Self.number(number)
    case .text(let text): Self.literal(text)
    case .missing: "\"\""
    case .name(let name): replacements[name] ?? name
    case .calculation(let operation, let a, let b): "(\(text(a))\(Self.sign(operation))\(text(b)))"
    case .comparison(let comparison, let a, let b): "(\(text(a))\(Self.sign(comparison))\(text(b)))"
    case .isMissing(let a): "(\(text(a))=\"\")"
    case .either(let a, let b): "OR(\(text(a)),\(text(b)))"
    case .when(let condition, let then, let otherwise):
      "IF(\(text(condition)),\(text(then)),\(text(otherwise)))"
    case .row(let wanted, let column):
      "IF(\(text(wanted))=\"\",\"\",IFERROR(MATCH(\(text(wanted)),\(cells(column)),0),\"\"))"
    case .cell(let column, let row): cell(column, "INDEX(\(cells(column)),\(text(row)))")
    }
  }

  private func cells(_ column: Formula.TableColumn) -> String {
    guard let found = columns[column] else { preconditionFailure("the what-if has \(column)") }
    return found.cells
  }

  /// An empty cell counts as 0 in a formula: a number is taken only where there is one, a text made a text.
  private func cell(_ column: Formula.TableColumn, _ index: String) -> String {
    columns[column]?.kind == .number ? "IF(ISNUMBER(\(index)),\(index),\"\")" : "\(index)&\"\""
  }

  private static func sign(_ operation: Formula.Operator) -> String {
    switch operation {
    case .add: "+"
    case .subtract: "-"
    case .multiply: "*"
    case .divide: "/"
    case .power: "^"
    }
  }

  private static func sign(_ comparison: Formula.Comparison) -> String {
    switch comparison {
    case .less: "<"
    case .lessOrEqual: "<="
    case .equal: "="
    }
  }

  static func number(_ number: Double) -> String {
    number == number.rounded() && number.magnitude < 1e15 ? String(Int(number)) : "\(number)"
  }

  /// A literal of a formula holds at most 255 characters: a longer text is put together from several.
  static func literal(_ text: String) -> String {
    let clean = WorkbookText.cell(text).string
    var pieces: [String] = [""]
    for character in clean {
      if pieces[pieces.count - 1].utf16.count + character.utf16.count > ExcelLimits.formulaStringLength {
        pieces.append("")
      }
      pieces[pieces.count - 1].append(character)
    }
    return pieces.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: "&")
  }
}

extension Worksheet {
  /// Writes a formula with its value, so that a program that does not calculate shows the value and not 0.
  ///
  /// - Parameter formula: in Excel's English syntax, without the `=`.
  mutating func write(
    formula: String, value: FormulaValue, at cell: CellAddress, style: CellStyle
  ) throws(WorkbookError) {
    let format = try formats.format(style)
    let text = "=" + formula
    // worksheet.h: "worksheet_write_formula_num() … writes a formula or Excel function to the cell with a user
    // defined numeric result"; worksheet_write_formula_str the same with a text.
    switch value {
    case .number(let number):
      try written(
        worksheet_write_formula_num(pointer, row(cell), column(cell), text, format, number),
        "worksheet_write_formula_num", cell)
    case .text(let words):
      try written(
        worksheet_write_formula_str(
          pointer, row(cell), column(cell), text, format, WorkbookText.cell(words).string),
        "worksheet_write_formula_str", cell)
    case .missing, .bounded:
      try written(
        worksheet_write_formula_str(pointer, row(cell), column(cell), text, format, ""),
        "worksheet_write_formula_str", cell)
    }
  }

  /// Gives a cell a name that formulas of every sheet can use.
  func define(_ definedName: String, _ cell: CellAddress) throws(WorkbookError) {
    let reference = "=" + CellRange(cell, cell).reference(on: name)
    // workbook.h: "workbook_define_name() … Create a defined name in the workbook to use as a variable."
    try WorkbookError.check(
      workbook_define_name(workbook, definedName, reference), "workbook_define_name", sheet: name, cell: cell)
  }
}

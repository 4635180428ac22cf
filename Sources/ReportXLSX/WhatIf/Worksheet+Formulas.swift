import CXlsxWriter
import Calculation
import ReportModel

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

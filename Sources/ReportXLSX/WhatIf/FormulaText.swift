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
    var text: [UInt8] = []
    append(formula, to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// A formula holds others many levels deep: each is written once into the same bytes.
  private func append(_ formula: Formula, to text: inout [UInt8]) {
    switch formula {
    case .number(let number): text += Self.number(number).utf8
    case .text(let words): text += Self.literal(words).utf8
    case .missing: text += "\"\"".utf8
    case .name(let name): text += (replacements[name] ?? name).utf8
    case .calculation(let operation, let a, let b): append(a, Self.sign(operation), b, to: &text)
    case .comparison(let comparison, let a, let b): append(a, Self.sign(comparison), b, to: &text)
    case .isMissing(let a): append(a, "=", .missing, to: &text)
    case .either(let a, let b): append("OR", [a, b], to: &text)
    case .when(let condition, let then, let otherwise): append("IF", [condition, then, otherwise], to: &text)
    case .row(let wanted, let column):
      text += "IF(".utf8
      let start = text.count
      append(wanted, to: &text)
      let end = text.count
      text += "=\"\",\"\",IFERROR(MATCH(".utf8
      repeatBytes(start..<end, of: &text)
      text += ",".utf8
      text += cells(column).utf8
      text += ",0),\"\"))".utf8
    case .cell(let column, let row): append(column, row: row, to: &text)
    }
  }

  private func append(_ a: Formula, _ sign: String, _ b: Formula, to text: inout [UInt8]) {
    text.append(UInt8(ascii: "("))
    append(a, to: &text)
    text += sign.utf8
    append(b, to: &text)
    text.append(UInt8(ascii: ")"))
  }

  private func append(_ function: String, _ arguments: [Formula], to text: inout [UInt8]) {
    text += function.utf8
    for (index, argument) in arguments.enumerated() {
      text.append(index == 0 ? UInt8(ascii: "(") : UInt8(ascii: ","))
      append(argument, to: &text)
    }
    text.append(UInt8(ascii: ")"))
  }

  /// An empty cell counts as 0 in a formula: a number is taken only where there is one, a text made a text.
  private func append(_ column: Formula.TableColumn, row: Formula, to text: inout [UInt8]) {
    let isNumber = columns[column]?.kind == .number
    if isNumber { text += "IF(ISNUMBER(".utf8 }
    let start = text.count
    text += "INDEX(".utf8
    text += cells(column).utf8
    text += ",".utf8
    append(row, to: &text)
    text += ")".utf8
    let end = text.count
    guard isNumber else {
      text += "&\"\"".utf8
      return
    }
    text += "),".utf8
    repeatBytes(start..<end, of: &text)
    text += ",\"\")".utf8
  }

  private func repeatBytes(_ range: Range<Int>, of text: inout [UInt8]) {
    text.reserveCapacity(text.count + range.count)
    for index in range { text.append(text[index]) }
  }

  private func cells(_ column: Formula.TableColumn) -> String {
    guard let found = columns[column] else { preconditionFailure("the what-if has \(column)") }
    return found.cells
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
    if clean.utf8.count <= ExcelLimits.formulaStringLength, !clean.utf8.contains(UInt8(ascii: "\"")) {
      return "\"\(clean)\""
    }
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

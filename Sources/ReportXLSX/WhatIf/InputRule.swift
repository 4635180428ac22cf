import CXlsxWriter

/// What may be entered into a cell, or into all of a range.
struct InputRule: Sendable, Equatable {
  enum Kind: Sendable, Equatable {
    /// One of the texts of these cells, from a list that drops down.
    case list(CellRange, on: SheetName)
    case number(ClosedRange<Double>)
  }

  let cells: CellRange
  let kind: Kind
  /// Shown when the cell is chosen, and when something else was entered.
  let title: String
  let hint: String

  init(cells: CellRange, kind: Kind, title: String, hint: String) {
    self.cells = cells
    self.kind = kind
    self.title = title
    self.hint = hint
  }

  init(cell: CellAddress, kind: Kind, title: String, hint: String) {
    self.init(cells: CellRange(cell, cell), kind: kind, title: title, hint: hint)
  }
}

extension Worksheet {
  func add(_ rule: InputRule) throws(WorkbookError) {
    let arena = CStringArena()
    var validation = lxw_data_validation()
    // worksheet.h: "the input title … can be up to 32 characters", "the message … up to 255".
    validation.input_title = arena.copy(.plain(rule.title, limit: ExcelLimits.inputTitleLength))
    validation.input_message = arena.copy(.plain(rule.hint, limit: ExcelLimits.formulaStringLength))
    validation.error_title = arena.copy(.plain(rule.title, limit: ExcelLimits.inputTitleLength))
    validation.error_message = arena.copy(.plain(rule.hint, limit: ExcelLimits.formulaStringLength))
    switch rule.kind {
    case .list(let range, let sheet):
      validation.validate = UInt8(LXW_VALIDATION_TYPE_DECIMAL_FORMULA.rawValue)
      validation.criteria = UInt8(LXW_VALIDATION_CRITERIA_EQUAL_TO.rawValue)
      validation.value_formula = arena.copy("=" + range.reference(on: sheet))
    case .number(let range):
      validation.validate = UInt8(LXW_VALIDATION_TYPE_DECIMAL.rawValue)
      validation.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
      validation.minimum_number = range.lowerBound
      validation.maximum_number = range.upperBound
    }
    // The library copies the struct and its texts.
    let code = withExtendedLifetime(arena) {
      worksheet_data_validation_range(
        pointer, row(rule.cells.first), column(rule.cells.first), row(rule.cells.last),
        column(rule.cells.last), &validation)
    }
    try WorkbookError.check(code, "worksheet_data_validation_range", sheet: name, cell: rule.cells.first)
    if case .list = rule.kind, !pathbook_make_list(pointer) {
      throw WorkbookError(
        library: LXW_ERROR_PARAMETER_VALIDATION, operation: "worksheet_data_validation_range", sheet: name,
        cell: rule.cells.first)
    }
  }
}

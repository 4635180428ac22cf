import CXlsxWriter

/// What may be entered into a cell.
struct InputRule: Sendable, Equatable {
  enum Kind: Sendable, Equatable {
    /// One of the texts of these cells, from a list that drops down.
    case list(CellRange, on: SheetName)
    case number(ClosedRange<Double>)
  }

  let cell: CellAddress
  let kind: Kind
  /// Shown when the cell is chosen, and when something else was entered.
  let title: String
  let hint: String
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
      worksheet_data_validation_cell(pointer, row(rule.cell), column(rule.cell), &validation)
    }
    try WorkbookError.check(code, "worksheet_data_validation_cell", sheet: name, cell: rule.cell)
    if case .list = rule.kind, !pathbook_make_list(pointer) {
      throw WorkbookError(
        library: LXW_ERROR_PARAMETER_VALIDATION, operation: "worksheet_data_validation_cell", sheet: name,
        cell: rule.cell)
    }
  }
}

import CXlsxWriter

/// An Excel table: a named range with a header row, filters and bands.
struct SheetTable: Sendable, Equatable {
  struct Header: Sendable, Equatable {
    /// Unique in the table without regard to case; one line.
    let text: WorkbookText
    let style: CellStyle
    /// Shown when the pointer rests on the header; empty for none.
    var note: WorkbookText
  }

  /// Unique in the workbook; a letter or `_` first, then letters, digits, `_` and `.`.
  let name: String
  /// With the header row, and at least one row under it.
  let range: CellRange
  let headers: [Header]
}

extension Worksheet {
  /// Makes a table of a range and writes its header row; the rows under it are written as cells.
  func addTable(_ table: SheetTable) throws(WorkbookError) {
    let arena = CStringArena()
    var columns: [lxw_table_column] = []
    for header in table.headers {
      var column = lxw_table_column()
      column.header = arena.copy(header.text)
      column.header_format = try formats.format(header.style)
      columns.append(column)
    }
    let code = withExtendedLifetime(arena) { add(table, named: arena.copy(table.name), columns: &columns) }
    try WorkbookError.check(code, "worksheet_add_table", sheet: name, cell: table.range.first)
    for (column, header) in zip(table.range.columns, table.headers) {
      let cell = CellAddress(row: table.range.first.row, column: column)
      if !header.note.string.isEmpty { try addNote(header.note, at: cell) }
    }
  }

  /// A note that shows when the pointer rests on the cell.
  func addNote(_ text: WorkbookText, at cell: CellAddress) throws(WorkbookError) {
    let arena = CStringArena()
    var options = lxw_comment_options()
    options.author = arena.copy("")
    options.font_name = arena.copy("Calibri")
    options.font_size = 10
    options.width = 280
    // The height in pixels of the lines, 40 letters to a line, with the margins.
    options.height = UInt16(clamping: 20 + 18 * (1 + text.string.utf16.count / 40))
    // worksheet.h: "worksheet_write_comment_opt(): … The maximum length of the string is 32767 characters." The
    // library copies the struct and its texts.
    let code = withExtendedLifetime(arena) {
      worksheet_write_comment_opt(pointer, row(cell), column(cell), text.string, &options)
    }
    try WorkbookError.check(code, "worksheet_write_comment_opt", sheet: name, cell: cell)
  }

  private func add(
    _ table: SheetTable, named tableName: UnsafeMutablePointer<CChar>, columns: inout [lxw_table_column]
  ) -> lxw_error {
    columns.withUnsafeMutableBufferPointer { buffer in
      // worksheet.h: "columns: … an array of lxw_table_column pointers … The last item must be NULL." The
      // library copies the columns and their texts.
      var pointers = buffer.indices.map { index in buffer.baseAddress.map { $0 + index } } + [nil]
      return pointers.withUnsafeMutableBufferPointer { list in
        var options = lxw_table_options()
        options.name = tableName
        options.style_type = UInt8(LXW_TABLE_STYLE_TYPE_LIGHT.rawValue)
        options.style_type_number = 1
        options.columns = list.baseAddress
        return worksheet_add_table(
          pointer, row(table.range.first), column(table.range.first), row(table.range.last),
          column(table.range.last), &options)
      }
    }
  }
}

/// A look that follows what stands in the cells, also after sorting, filtering and entering.
struct ConditionalFormat: Sendable, Equatable {
  enum Look: Sendable, Equatable {
    /// A bar behind each number: to the right above zero, to the left below.
    case bars
    /// A fill for the rows whose cell in a column has a text.
    case rows(column: Int, text: String, fill: CellStyle.Color)
    /// White letters for errors.
    case hiddenErrors
  }

  let range: CellRange
  let look: Look

  // Light enough for the number over them. Blue and orange stay apart for color-blind readers; the side and the
  // sign of the number say the same.
  fileprivate static let barColor: CellStyle.Color = 0x9CCBEA
  fileprivate static let negativeBarColor: CellStyle.Color = 0xF6C877
}

extension Worksheet {
  func add(_ format: ConditionalFormat) throws(WorkbookError) {
    let arena = CStringArena()
    var options = lxw_conditional_format()
    switch format.look {
    case .bars:
      options.type = UInt8(LXW_CONDITIONAL_DATA_BAR.rawValue)
      // worksheet.h: "data_bar_2010: … set the data bar style to Excel 2010"; only that one has negative bars.
      options.data_bar_2010 = 1
      options.bar_solid = 1
      options.bar_no_border = 1
      options.bar_color = ConditionalFormat.barColor
      options.bar_negative_color = ConditionalFormat.negativeBarColor
    case .rows(let column, let text, let fill):
      // The row of the address moves with each row of the range, the column does not.
      let cell = CellAddress(row: format.range.first.row, column: column)
      options.type = UInt8(LXW_CONDITIONAL_TYPE_FORMULA.rawValue)
      options.value_string = arena.copy(
        "=$\(cell.a1)=\(FormulaText.literal(text))")
      options.format = try formats.differentialFormat(fill: fill)
    case .hiddenErrors:
      options.type = UInt8(LXW_CONDITIONAL_TYPE_ERRORS.rawValue)
      options.format = try formats.hiddenFormat()
    }
    let range = format.range
    // The library copies the struct and its texts.
    let code = withExtendedLifetime(arena) {
      worksheet_conditional_format_range(
        pointer, row(range.first), column(range.first), row(range.last), column(range.last), &options)
    }
    try WorkbookError.check(code, "worksheet_conditional_format_range", sheet: name, cell: range.first)
  }
}

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

import CXlsxWriter

/// A look that follows what stands in the cells, also after sorting, filtering and entering.
struct ConditionalFormat: Sendable, Equatable {
  enum Rule: Sendable, Equatable {
    /// A bar behind each number: to the right above zero, to the left below.
    case bars
    /// A fill for the rows whose cell in a column has a text.
    case rows(column: Int, text: String, fill: CellStyle.Color)
  }

  let range: CellRange
  let rule: Rule

  // Light enough for the number over them. Blue and orange stay apart for color-blind readers; the side and the
  // sign of the number say the same.
  fileprivate static let barColor: CellStyle.Color = 0x9CCBEA
  fileprivate static let negativeBarColor: CellStyle.Color = 0xF6C877
}

extension Worksheet {
  func add(_ format: ConditionalFormat) throws(WorkbookError) {
    let arena = CStringArena()
    var options = lxw_conditional_format()
    switch format.rule {
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

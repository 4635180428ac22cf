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
  mutating func addTable(_ table: SheetTable) throws(WorkbookError) {
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
      note(cell)
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

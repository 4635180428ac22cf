import ReportModel

extension SheetBuilder {
  mutating func add(_ table: FlatTable, named name: String) {
    addProse(table.title, style: .blockTitle)
    addProse(table.caption, style: .smallNote)
    let headerRow = row
    endRow(heights: headerHeights(table))
    var sourceCells: [String: CellAddress] = [:]
    for tableRow in table.rows {
      if table.id == SourceTable.id { sourceCells[tableRow.id] = CellAddress(row: row, column: 0) }
      addRow(tableRow, of: table)
    }
    // An Excel table has at least one row.
    if table.rows.isEmpty {
      for column in table.columns.indices { add(.blank, column: column, style: .body) }
      endRow(heights: [])
    }
    if let last = table.columns.indices.last {
      let headers = table.columns.map {
        SheetTable.Header(
          text: .line($0.header, limit: ExcelLimits.tableHeaderLength), style: Self.headerStyle($0.role),
          note: .plain($0.note))
      }
      let range = CellRange(rows: headerRow...(row - 1), columns: 0...last)
      add(
        SheetTable(name: name, range: range, headers: headers),
        Self.conditionalFormats(table, rows: (headerRow + 1)...(row - 1)), sourceCells: sourceCells)
    }
    for note in table.notes { addProse(note, style: .smallNote) }
  }

  private mutating func addRow(_ tableRow: FlatRow, of table: FlatTable) {
    var heights: [Double] = []
    for (index, content) in tableRow.cells.enumerated() {
      var style = Self.style(of: content, role: table.columns[index].role, emphasis: tableRow.emphasis)
      // Where a column of marks says it, the fill follows the mark.
      if table.markColumn == nil { style.fill = Self.fill(tableRow.emphasis).map(CellStyle.Ink.rgb) }
      add(tableRow.formulas[index]?.content(content, row: row) ?? content, column: index, style: style)
      heights.append(height(content, columns: index...index, style: style))
    }
    endRow(heights: heights)
  }

  /// Bars behind differences, and a fill for the rows that the words of the mark column pick out: both follow when
  /// a reader sorts, filters or marks another row.
  private static func conditionalFormats(_ table: FlatTable, rows: ClosedRange<Int>) -> [ConditionalFormat] {
    var formats = table.columns.indices.filter { table.columns[$0].hasDifferences }.map {
      ConditionalFormat(range: CellRange(rows: rows, columns: $0...$0), look: .bars)
    }
    guard let mark = table.markColumn else { return formats }
    var fills: [(text: String, fill: CellStyle.Color)] = []
    for row in table.rows {
      guard let fill = fill(row.emphasis), case .text(let text) = row.cells[mark],
        !fills.contains(where: { $0.text == text })
      else { continue }
      fills.append((text, fill))
    }
    let all = CellRange(rows: rows, columns: 0...(table.columns.count - 1))
    formats += fills.map {
      ConditionalFormat(range: all, look: .rows(column: mark, text: $0.text, fill: $0.fill))
    }
    return formats
  }

  private static func fill(_ emphasis: Emphasis) -> CellStyle.Color? {
    switch emphasis {
    case .none: nil
    case .present: CellStyle.presentFill
    case .target: CellStyle.targetFill
    }
  }

  private func headerHeights(_ table: FlatTable) -> [Double] {
    table.columns.enumerated().map { index, column in
      // The filter button covers the end of the last line.
      let width = columns.width(index...index) - 3
      return TextMeasure.height(column.header, in: width, style: .tableHeader)
    }
  }

  /// The headers of numbers are aligned to the right too, beside the filter button.
  private static func headerStyle(_ role: Column.Role) -> CellStyle {
    .tableHeader.with {
      $0.alignment = role == .figure ? .right : .left
      $0.indent = role == .figure ? 2 : indent(role)
    }
  }

  /// Words keep away from the numbers before them.
  private static func indent(_ role: Column.Role) -> Int { role == .word || role == .detail ? 1 : 0 }

  private static func style(of content: CellContent, role: Column.Role, emphasis: Emphasis) -> CellStyle {
    CellStyle.body.with {
      $0.wraps = !content.needsItsWidth
      $0.alignment = role == .figure ? .right : .left
      $0.indent = indent(role)
      $0.isBold = emphasis != .none
    }
  }
}

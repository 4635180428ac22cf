import ReportModel

/// Tables among the columns of page one, which are narrow: the stub over three of them, the others beside it.
extension StartSheet {
  private static let stubColumns = 0...2
  private static let slots = [4, 5, 6, 8, 9, 10]
  /// Narrow columns between them, which have the fill of the row.
  private static let gaps = [3, 7]

  /// At most as many columns as page one has room for; a comparison has no more.
  mutating func addTable(_ table: Table) {
    let shown = table.columns.indices.prefix(Self.slots.count + 1)
    builder.addProse(contents.formatter.text(table.title), style: .blockTitle)
    addRow(shown.map { (.text(table.columns[$0].header), Self.style(.tableHeader, table.columns[$0].role)) })
    for row in table.rows {
      addRow(
        shown.map { index in
          let style = CellStyle.body.with {
            $0.isBold = row.emphasis != .none
            $0.fill = row.emphasis == .present ? .rgb(CellStyle.presentFill) : $0.fill
          }
          return (contents.content(row.cells[index]), Self.style(style, table.columns[index].role))
        })
    }
    for note in table.notes { builder.addProse(contents.formatter.text(note), style: .smallNote) }
  }

  private mutating func addRow(_ cells: [(content: CellContent, style: CellStyle)]) {
    guard let stub = cells.first, cells.count > 1 else { return }
    builder.addMerged(stub.content, columns: Self.stubColumns, style: stub.style)
    var heights = [builder.height(stub.content, columns: Self.stubColumns, style: stub.style)]
    for gap in Self.gaps where gap < Self.slots[cells.count - 2] {
      builder.add(.blank, column: gap, style: stub.style)
    }
    for (cell, column) in zip(cells.dropFirst(), Self.slots) {
      builder.add(cell.content, column: column, style: cell.style)
      heights.append(builder.height(cell.content, columns: column...column, style: cell.style))
    }
    builder.endRow(heights: heights)
  }

  private static func style(_ style: CellStyle, _ role: Column.Role) -> CellStyle {
    style.with { $0.alignment = role == .figure ? .right : .left }
  }
}

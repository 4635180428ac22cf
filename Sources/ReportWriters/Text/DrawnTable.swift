import ReportModel

/// A table in aligned columns.
///
/// Details stand under their row, with the header before them. When the other columns do not fit the page, the
/// rightmost of them stand under the row too, as many as must. The number of a source stands after the stub.
struct DrawnTable {
  private let page: TextPage
  private let table: Table
  private let headers: [String]
  private let fit: TableFit

  init(_ table: Table, on page: TextPage) {
    let table = table.withSourcesAfterStubs(page)
    self.page = page
    self.table = table
    headers = table.columns.map { page.words($0.header) }
    fit = TableFit(
      columns: table.columns, headers: headers,
      cells: table.groups.flatMap { $0.rows.map { $0.cells.map(page.words) } }, pageWidth: page.width)
  }

  var lines: [String] {
    var lines = page.lines(table.title)
    if !table.columns.isEmpty {
      if !lines.isEmpty { lines.append("") }
      lines += head
      var isFirst = true
      for group in table.groups {
        let title = page.lines(group.title)
        if !title.isEmpty, !isFirst { lines.append("") }
        lines += title
        lines += group.rows.flatMap(self.lines)
        isFirst = false
      }
    }
    let notes = table.notes.flatMap { page.lines($0) }
    if !notes.isEmpty, !lines.isEmpty { lines.append("") }
    return lines + notes
  }

  /// The headers, the last line of each at the bottom, and a rule.
  private var head: [String] {
    let wrapped = fit.shown.map { LineWrapping.lines(headers[$0.index], width: $0.width).map(String.init) }
    let height = wrapped.reduce(0) { max($0, $1.count) }
    let cells = zip(fit.shown, wrapped).map { column, lines in
      TextCell(
        lines: Array(repeating: "", count: height - lines.count) + lines, width: column.width,
        isRight: column.isRight)
    }
    let rule = fit.shown.map { TextCell(lines: [String(repeating: "-", count: $0.width)], width: $0.width) }
    return TextCell.row(cells) + TextCell.row(rule)
  }

  private func lines(_ row: Row) -> [String] {
    let cells = fit.shown.map { column in
      TextCell(
        wrapping: page.words(row.cells[column.index]), width: column.width, isRight: column.isRight)
    }
    return TextCell.row(cells) + linesUnder(row)
  }

  /// The columns that stand under the row: what did not fit beside it in a line of its own, then each detail.
  private func linesUnder(_ row: Row) -> [String] {
    var moved: [String] = []
    var details: [String] = []
    for index in fit.under {
      guard row.cells[index] != .missing else { continue }
      let text = page.words(row.cells[index])
      let words = headers[index].isEmpty || text.isEmpty ? text : headers[index] + ": " + text
      if table.columns[index].role != .detail {
        moved.append(words)
      } else {
        details.append(words)
      }
    }
    let under = [moved.filter { !$0.isEmpty }.joined(separator: "; ")] + details
    return under.flatMap { page.lines($0, first: "    ", rest: "      ") }
  }
}

extension Table {
  /// The table without its source columns, whose numbers follow the words of the stub: `Hospital [4]`.
  fileprivate func withSourcesAfterStubs(_ page: TextPage) -> Table {
    guard columns.first?.role == .stub, columns.contains(where: { $0.role == .source }) else { return self }
    let kept = columns.indices.filter { columns[$0].role != .source }
    let sources = columns.indices.filter { columns[$0].role == .source }
    func row(_ row: Row) -> Row {
      let stub = [0] + sources.filter { row.cells[$0] != .missing }
      let words = stub.map { page.words(row.cells[$0]) }.filter { !$0.isEmpty }.joined(separator: " ")
      return Row(
        id: row.id, cells: kept.map { $0 == 0 ? .text(words) : row.cells[$0] }, emphasis: row.emphasis)
    }
    return Table(
      id: id, title: title, columns: kept.map { columns[$0] },
      groups: groups.map { RowGroup(title: $0.title, rows: $0.rows.map(row)) }, groupHeading: groupHeading,
      notes: notes)
  }
}

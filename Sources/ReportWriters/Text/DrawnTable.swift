import ReportModel

/// A table in aligned columns.
///
/// Details stand under their row, with the header before them. When the other columns do not fit the page, the
/// rightmost of them stand under the row too, as many as needed. The number of a source stands after the stub.
struct DrawnTable {
  private let page: TextPage
  private let table: Table
  private let headers: [String]
  private let fit: TableFit
  private let isCompact: Bool

  /// - Parameter isCompact: whether the rows stand close together: no rule under the headers, no empty line between the
  ///   groups, a source that a group has throughout after its title.
  init(_ table: Table, on page: TextPage, isCompact: Bool = false) {
    self.isCompact = isCompact
    let table = (isCompact ? table.withSourcesAfterTitles : table).withSourcesAfterStubs(page)
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
        if !title.isEmpty, !isFirst, !isCompact { lines.append("") }
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
    if isCompact, fit.shown.count < 2 { return [] }
    let wrapped = fit.shown.map { LineWrapping.lines(headers[$0.index], width: $0.width).map(String.init) }
    let height = wrapped.reduce(0) { max($0, $1.count) }
    let cells = zip(fit.shown, wrapped).map { column, lines in
      TextCell(
        lines: Array(repeating: "", count: height - lines.count) + lines, width: column.width,
        isRight: column.isRight)
    }
    let rule = fit.shown.map { TextCell(lines: [String(repeating: "-", count: $0.width)], width: $0.width) }
    return TextCell.row(cells) + (isCompact ? [] : TextCell.row(rule))
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
  /// The table without the column that says why a row stands out; the word follows those of the stub: `CPC (held)`.
  func withMarksInStubs(_ page: TextPage) -> Table {
    guard columns.first?.role == .stub, let mark = columns.firstIndex(where: { $0.id == Column.markID })
    else { return self }
    var table = self
    table.columns.remove(at: mark)
    for group in groups.indices {
      for row in groups[group].rows.indices {
        let word = page.words(table.groups[group].rows[row].cells.remove(at: mark))
        guard groups[group].rows[row].cells[mark] != .missing, !word.isEmpty else { continue }
        table.groups[group].rows[row].cells[0] = .text(
          "\(page.words(groups[group].rows[row].cells[0])) (\(word))")
      }
    }
    return table
  }

  /// The table with the source that all rows of a group have after the group's title, and not in the rows.
  var withSourcesAfterTitles: Table {
    guard let column = columns.firstIndex(where: { $0.role == .source }) else { return self }
    var table = self
    for group in groups.indices where !groups[group].title.isEmpty {
      guard let source = groups[group].rows.first?.cells[column], source != .missing,
        groups[group].rows.allSatisfy({ $0.cells[column] == source })
      else { continue }
      table.groups[group].title = Prose.joined(
        [groups[group].title, Prose([.value(source)])], separator: " ")
      for row in groups[group].rows.indices { table.groups[group].rows[row].cells[column] = .missing }
    }
    return table
  }

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

/// Which columns of a table stand beside each other on a page, how wide, and which stand under the row.
struct TableFit {
  struct Shown: Equatable {
    let index: Int
    /// In columns of the page.
    var width: Int
    let isRight: Bool
  }

  /// The columns beside each other: the first of the table, then words and figures.
  let shown: [Shown]
  /// The indexes of the columns under the row, in the order of the table.
  let under: [Int]

  /// The first column may be broken over lines down to this width before others have to go.
  private static let narrowestStub = 24
  /// A word column and a word of a header are broken over lines beyond this width.
  private static let widestWord = 24

  /// - Parameter cells: for each row the words of each column.
  init(columns: [Column], headers: [String], cells: [[String]], pageWidth: Int) {
    guard !columns.isEmpty else {
      (shown, under) = ([], [])
      return
    }
    func widestCell(_ index: Int) -> Int { cells.reduce(0) { max($0, DisplayWidth.of($1[index])) } }

    var beside: [Shown] = []
    for (index, column) in columns.enumerated().dropFirst() where column.role != .detail {
      let header = min(LineWrapping.widestWord(headers[index]), Self.widestWord)
      let isFigure = column.role == .figure
      let cell = isFigure ? widestCell(index) : min(widestCell(index), Self.widestWord)
      beside.append(Shown(index: index, width: max(header, cell, 1), isRight: isFigure))
    }
    let stub = max(widestCell(0), DisplayWidth.of(headers[0]), 1)
    func width(_ columns: [Shown]) -> Int { columns.reduce(0) { $0 + 2 + $1.width } }
    while !beside.isEmpty, min(stub, Self.narrowestStub) + width(beside) > pageWidth { beside.removeLast() }

    Self.widen(&beside, headers, by: pageWidth - width(beside) - stub)
    let stubWidth = min(stub, pageWidth - width(beside))
    shown = [Shown(index: 0, width: stubWidth, isRight: false)] + beside
    let besideIndexes = beside.map(\.index)
    under = columns.indices.dropFirst().filter { !besideIndexes.contains($0) }
  }
}

extension TableFit {
  /// Gives the columns whose headers take the most lines what the page has left, as long as that saves lines.
  private static func widen(_ columns: inout [Shown], _ headers: [String], by spare: Int) {
    func height(_ column: Shown, _ more: Int = 0) -> Int {
      LineWrapping.lines(headers[column.index], width: column.width + more).count
    }
    var spare = spare
    while let tallest = columns.map({ height($0) }).max(), tallest > 1 {
      for index in columns.indices where height(columns[index]) == tallest {
        guard let more = (1...max(1, spare)).first(where: { height(columns[index], $0) < tallest }),
          more <= spare
        else { return }
        columns[index].width += more
        spare -= more
      }
    }
  }
}

/// A cell of a drawn row: lines in a column of a width.
struct TextCell {
  let lines: [String]
  /// In columns; no line is wider.
  let width: Int
  let isRight: Bool

  init(lines: [String], width: Int, isRight: Bool = false) {
    self.lines = lines
    self.width = width
    self.isRight = isRight
  }

  init(wrapping text: String, width: Int, isRight: Bool = false) {
    self.init(lines: LineWrapping.lines(text, width: width).map(String.init), width: width, isRight: isRight)
  }

  static func left(_ text: String, width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - DisplayWidth.of(text)))
  }

  /// The cells beside each other, two spaces between them, without spaces at the end of a line.
  static func row(_ cells: [TextCell]) -> [String] {
    let height = cells.reduce(0) { max($0, $1.lines.count) }
    return (0..<height).map { index in
      var line = ""
      // Spaces are written only before the next word, so that no line ends in one.
      var gap = 0
      for cell in cells {
        let text = index < cell.lines.count ? cell.lines[index] : ""
        let missing = max(0, cell.width - DisplayWidth.of(text))
        if text.isEmpty {
          gap += cell.width + 2
        } else {
          line += String(repeating: " ", count: gap + (cell.isRight ? missing : 0))
          line += text
          gap = (cell.isRight ? 0 : missing) + 2
        }
      }
      return line
    }
  }
}

import ReportModel

/// A table with its caption, the scopes of its headers, and a body for each group. Sentences stand under their row,
/// across the table, so that they squeeze no figures.
struct HTMLTable {
  /// The id of the table whose rows the numbers of sources lead to.
  static let sources = "sources"

  private let table: Table
  private let blocks: HTMLBlocks
  /// The columns beside each other.
  private let shown: [Int]
  /// The columns whose values stand after the words of the stub.
  private let afterStub: [Int]
  private let details: [Int]

  init(_ table: Table, _ blocks: HTMLBlocks) {
    self.table = table
    self.blocks = blocks
    let isStubbed = blocks.isChoice && table.columns.first?.role == .stub
    afterStub = isStubbed ? table.columns.indices.filter { table.columns[$0].role == .source } : []
    shown = table.columns.indices.filter { [afterStub] in
      table.columns[$0].role != .detail && !afterStub.contains($0)
    }
    details = table.columns.indices.filter { table.columns[$0].role == .detail }
  }

  /// A table of so few rows is kept on one page of paper.
  private static let shortLength = 12

  /// Wider tables than the screen are moved sideways on their own.
  var html: String {
    let notes = table.notes.map { "<p class=\"note\">\(blocks.prose($0))</p>" }
    let caption = "caption-\(table.id)"
    // A title that repeats the heading above is for those alone who do not see that.
    let isRepeated = blocks.prose(table.title) == blocks.sectionHeading.map(blocks.escaped)
    let name = table.rows.count <= Self.shortLength ? "table short" : "table"
    return
      ([
        """
        <div class="\(name)" role="group" aria-labelledby="\(caption)" tabindex="0">
        <table>
        <caption id="\(caption)"\(isRepeated ? " class=\"repeated\"" : "")>\(blocks.prose(table.title))</caption>
        <thead><tr>\(headers)</tr></thead>
        \(table.groups.map(body).joined(separator: "\n"))
        </table>
        </div>
        """
      ] + notes).joined(separator: "\n")
  }

  private var headers: String {
    shown.map { table.columns[$0] }.map { column in
      let note = column.note.isEmpty ? "" : " title=\"\(blocks.escaped(column.note))\""
      return "<th scope=\"col\"\(style(column))\(note)>\(blocks.escaped(column.header))</th>"
    }.joined()
  }

  private func style(_ column: Column) -> String { column.role == .figure ? " class=\"figure\"" : "" }

  private func body(_ group: RowGroup) -> String {
    let title =
      group.title.isEmpty
      ? ""
      : "<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"\(shown.count)\">"
        + "\(blocks.prose(group.title))</th></tr>\n"
    return "<tbody>\n\(title)\(group.rows.map(row).joined(separator: "\n"))\n</tbody>"
  }

  private func row(_ row: Row) -> String {
    let cells = shown.map { index in
      index == 0
        ? "<th scope=\"row\">\(([0] + afterStub).map { blocks.value(row.cells[$0]) }.joined(separator: " "))</th>"
        : cell(row.cells[index], table.columns[index])
    }
    // The sources are what the numbers of the others lead to.
    let id = table.id == Self.sources ? " id=\"source-\(blocks.escaped(row.id))\"" : ""
    let emphasis = row.emphasis == .none ? [] : [row.emphasis.rawValue]
    let detail = detail(row, Self.attribute(emphasis))
    let classes = Self.attribute(emphasis + (detail.isEmpty ? [] : ["has-detail"]))
    return "<tr\(id)\(classes)>\(cells.joined())</tr>" + detail
  }

  /// With its header, which stands before it where the screen is too narrow for columns.
  private func cell(_ value: Value, _ column: Column) -> String {
    let classes = (column.role == .figure ? ["figure"] : []) + (value.isEmpty ? ["none"] : [])
    return
      "<td\(Self.attribute(classes)) data-label=\"\(blocks.escaped(column.header))\">\(blocks.value(value))</td>"
  }

  private static func attribute(_ classes: [String]) -> String {
    classes.isEmpty ? "" : " class=\"\(classes.joined(separator: " "))\""
  }

  /// Empty for a row without details.
  private func detail(_ row: Row, _ emphasis: String) -> String {
    let lines = details.filter { !row.cells[$0].isEmpty }.map { index in
      "<p><b>\(blocks.escaped(table.columns[index].header)):</b> \(blocks.value(row.cells[index]))</p>"
    }
    guard !lines.isEmpty else { return "" }
    return "\n<tr\(emphasis)><td class=\"detail\" colspan=\"\(shown.count)\">\(lines.joined())</td></tr>"
  }
}

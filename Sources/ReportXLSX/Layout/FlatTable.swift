import ReportModel

/// A table of a report as a sheet shows it: one header row, and the labels of the groups in a column of their own,
/// so that sorting and filtering keep every figure beside its basis. The only group of a table needs no column: its
/// title stands under the table's.
struct FlatTable {
  let id: String
  let title: String
  /// The basis of all rows; empty when there are several.
  let caption: String
  private(set) var columns: [FlatColumn]
  /// The column that says why a row stands out.
  private(set) var markColumn: Int?
  let rows: [FlatRow]
  let notes: [String]

  init(_ reported: Table, _ contents: CellContents) {
    let table = reported.splittingRanges(from: contents.words.from, to: contents.words.to)
    id = table.id
    title = contents.formatter.text(table.title)
    notes = table.notes.map(contents.formatter.text)
    let hasGroups = table.groups.count > 1
    caption = hasGroups ? "" : table.groups.first.map { contents.formatter.text($0.title) } ?? ""
    // The groups' column follows the one that names the row.
    let place = min(1, table.columns.count)
    columns = table.columns.enumerated().map { index, column in
      FlatColumn(
        header: column.header, role: column.role, note: column.note,
        hasDifferences: table.rows.contains { $0.cells[index].quantities.contains(where: \.isDifference) })
    }
    if hasGroups {
      let heading = table.groupHeading.isEmpty ? contents.words.basis : table.groupHeading
      columns.insert(
        FlatColumn(header: heading, role: .word, note: table.groupNote, namesGroups: true), at: place)
    }
    for (index, header) in Self.unique(columns.map(\.header), nameless: contents.words.column).enumerated() {
      columns[index].header = header
    }
    markColumn = table.columns.firstIndex { $0.id == Column.markID }
      .map { hasGroups && $0 >= place ? $0 + 1 : $0 }
    rows = table.groups.flatMap { group in
      group.rows.map { row in
        var cells = row.cells.map(contents.content)
        var formulas = contents.liveFormulas(row.cells)
        if hasGroups {
          cells.insert(.text(Self.label(group, contents)), at: place)
          formulas = formulas.map { $0?.movingColumns(from: place) }
          formulas.insert(nil, at: place)
        }
        return FlatRow(id: row.id, cells: cells, formulas: formulas, emphasis: row.emphasis)
      }
    }
  }

  private static func label(_ group: RowGroup, _ contents: CellContents) -> String {
    group.label.isEmpty ? contents.formatter.text(group.title) : group.label
  }

  /// Excel repairs a table whose headers repeat, whatever their case, or are empty.
  private static func unique(_ headers: [String], nameless: String) -> [String] {
    var names = UniqueNames()
    return headers.enumerated().map { index, header in
      let words = header.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      let base = words.isEmpty ? "\(nameless) \(index + 1)" : words
      let limit = ExcelLimits.tableHeaderLength
      return names.unique(WorkbookText.plain(base, limit: limit).string) { number in
        let ending = " \(number)"
        return WorkbookText.plain(base, limit: limit - ending.utf16.count).string + ending
      }
    }
  }
}

struct FlatRow {
  let id: String
  let cells: [CellContent]
  /// For each cell its formula, over names of the what-if and cells of its own row; nil for what does not change.
  let formulas: [LiveFormula?]
  let emphasis: Emphasis
}

struct FlatColumn {
  /// Unique in the table; one line.
  var header: String
  let role: Column.Role
  var note = ""
  /// True where the column says of which group each row is: a statistic and its source.
  var namesGroups = false
  /// True where a number is a difference in some row.
  var hasDifferences = false
}

/// Gives each Excel table of a workbook a name of its own.
struct TableNames {
  private var names = UniqueNames()

  /// `T_settings_pay` for `settings-pay`; a number is added when the name is taken.
  mutating func unique(_ id: String) -> String {
    var base = "T_"
    for character in id.prefix(200) {
      base.append(character.isASCII && (character.isLetter || character.isNumber) ? character : "_")
    }
    return names.unique(base) { "\(base)_\($0)" }
  }
}

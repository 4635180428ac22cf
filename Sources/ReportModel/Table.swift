/// A table: columns, and rows in groups.
///
/// Figures of different statistics or populations stand in different groups, each with its basis in words.
public struct Table: Sendable, Equatable {
  /// Unique in the report; letters, digits and `-`.
  public var id: String
  public var title: Prose
  public var columns: [Column]
  public var groups: [RowGroup]
  /// What the groups are, as the header of the column that a flat writer adds for them.
  public var groupHeading: String
  /// What the groups tell apart, as the note of that column; may be empty.
  public var groupNote: String
  /// Source notes and caveats under the table.
  public var notes: [Prose]

  /// - Precondition: every row has one cell for each column.
  public init(
    id: String, title: Prose, columns: [Column], groups: [RowGroup], groupHeading: String = "",
    groupNote: String = "", notes: [Prose] = []
  ) {
    precondition(
      groups.allSatisfy { $0.rows.allSatisfy { $0.cells.count == columns.count } },
      "every row of table \(id) has one cell for each column")
    self.id = id
    self.title = title
    self.columns = columns
    self.groups = groups
    self.groupHeading = groupHeading
    self.groupNote = groupNote
    self.notes = notes
  }

  public var rows: [Row] { groups.flatMap(\.rows) }

  /// The table without the columns in which no row has anything; the stub stays.
  public var withoutEmptyColumns: Table {
    let rows = self.rows
    let kept = columns.indices.filter { index in
      columns[index].role == .stub || rows.contains { !$0.cells[index].isEmpty }
    }
    guard kept.count < columns.count else { return self }
    var table = self
    table.columns = kept.map { columns[$0] }
    for group in groups.indices {
      for row in groups[group].rows.indices {
        table.groups[group].rows[row].cells = kept.map { groups[group].rows[row].cells[$0] }
      }
    }
    return table
  }
}

/// A column of a table.
public struct Column: Sendable, Equatable {
  /// The ``id`` of the column that says in words why a row stands out.
  public static let markID = "mark"

  public enum Role: String, Sendable {
    /// Names the row. The first column of a table, and no other.
    case stub
    /// Numbers, aligned to the right.
    case figure
    /// A word or two: a mark, a place.
    case word
    /// The source of the row's figures. Where the page is narrow its number stands after the stub.
    case source
    /// Sentences. Where the page is narrow they stand under the row, with the header before them.
    case detail
  }

  /// Unique in the table; letters, digits and `_`.
  public var id: String
  public var header: String
  public var role: Role
  /// What the figures are: statistic, basis, what was subtracted from what. Shown where a format has a place for it
  /// beside the header; may be empty.
  public var note: String

  public init(id: String, header: String, role: Role, note: String = "") {
    self.id = id
    self.header = header
    self.role = role
    self.note = note
  }
}

/// Rows that may be compared with each other.
public struct RowGroup: Sendable, Equatable {
  /// The basis of the group in words; empty when the table has only one group that needs no name.
  public var title: Prose
  /// The same in few words, for a cell of each row; empty when ``title`` is.
  public var label: String
  public var rows: [Row]

  public init(title: Prose = "", label: String = "", rows: [Row]) {
    self.title = title
    self.label = label
    self.rows = rows
  }
}

/// A row of a table.
public struct Row: Sendable, Equatable {
  /// Unique in the table.
  public var id: String
  public var cells: [Value]
  public var emphasis: Emphasis

  public init(id: String, cells: [Value], emphasis: Emphasis = .none) {
    self.id = id
    self.cells = cells
    self.emphasis = emphasis
  }
}

/// Why a row or a bar stands out. A writer shows it beside the words, never by color alone.
public enum Emphasis: String, Sendable, Equatable {
  case none
  /// What the client has today.
  case present
  /// What the client aims at.
  case target
}

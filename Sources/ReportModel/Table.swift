/// A table: columns, and rows in groups.
///
/// Figures of different statistics or populations stand in different groups, each with its basis in words.
public struct Table: Sendable, Equatable {
  /// Unique in the report; letters, digits and `-`.
  public let id: String
  public let title: Prose
  public let columns: [Column]
  public let groups: [RowGroup]
  /// What the groups are, as the header of the column that a flat writer adds for them.
  public let groupHeading: String
  /// Source notes and caveats under the table.
  public let notes: [Prose]

  /// - Precondition: every row has one cell for each column.
  public init(
    id: String, title: Prose, columns: [Column], groups: [RowGroup], groupHeading: String = "",
    notes: [Prose] = []
  ) {
    precondition(
      groups.allSatisfy { $0.rows.allSatisfy { $0.cells.count == columns.count } },
      "every row of table \(id) has one cell for each column")
    self.id = id
    self.title = title
    self.columns = columns
    self.groups = groups
    self.groupHeading = groupHeading
    self.notes = notes
  }

  public var rows: [Row] { groups.flatMap(\.rows) }
}

/// A column of a table.
public struct Column: Sendable, Equatable {
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
  public let id: String
  public let header: String
  public let role: Role

  public init(id: String, header: String, role: Role) {
    self.id = id
    self.header = header
    self.role = role
  }
}

/// Rows that may be compared with each other.
public struct RowGroup: Sendable, Equatable {
  /// The basis of the group in words; empty when the table has only one group that needs no name.
  public let title: Prose
  public let rows: [Row]

  public init(title: Prose = "", rows: [Row]) {
    self.title = title
    self.rows = rows
  }
}

/// A row of a table.
public struct Row: Sendable, Equatable {
  /// Unique in the table.
  public let id: String
  public let cells: [Value]
  public let emphasis: Emphasis

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

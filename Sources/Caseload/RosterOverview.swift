import Advising

/// What a roster was understood to be, before anything is made of it.
package struct RosterOverview: Sendable, Equatable {
  package struct ReadColumn: Sendable, Equatable {
    /// As the roster has it.
    package var name: String
    /// Nil for a column that is no part of a profile.
    package var field: ProfileField?
  }

  /// A problem of a row that is refused, or a notice on a value of one that is sound.
  package struct Finding: Sendable, Equatable {
    /// Where: `line 7`, `row 7` of a workbook, or the name of a file.
    package var place: String
    package var text: String
    package var isNotice: Bool
    /// More than 1 where many rows have one of this kind: this is the first.
    package var count: Int
  }

  /// The sheet that is read; nil for what is no workbook.
  package var sheet: String?
  /// All sheets of a workbook.
  package var sheets: [String] = []
  /// Of a table with a header; none of JSON, whose objects have keys of their own each.
  package var columns: [ReadColumn] = []
  /// Columns and keys that are not part of a profile.
  package var extraColumns: [String] = []
  /// How the bytes are read, the order of dates, rows that were left out, values that are missing.
  package var notes: [String] = []
  /// In the order of the roster.
  package var findings: [Finding] = []
  /// Rows that are clients.
  package var good = 0
  /// Rows that are refused.
  package var bad = 0
}

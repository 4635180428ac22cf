import CareerData
import Tabular

// A comma in a text without quotation marks moves what follows into the columns on its right, where a note may be taken
// for a state. When the row has lost a cell elsewhere, the number of cells does not tell.

extension RosterHeader {
  /// The problems of a row; those of values that may be another column's without the values.
  ///
  /// - Parameter isRead: false for a field that takes anything, since nobody looks into it.
  func withheld(
    _ problems: [ProfileProblem], of cells: [RosterCell], isRead: (ProfileField) -> Bool
  ) -> [ProfileProblem] {
    let bad = problems.map { problem in
      columns.firstIndex { $0 != nil && $0?.field.rawValue == problem.field }
    }
    guard let first = firstMoved(cells, bad: Set(bad.compactMap(\.self)), isRead) else { return problems }
    return zip(problems, bad).map { problem, column in
      var copy = problem
      copy.showsValue = column.map { $0 < first } ?? false
      return copy
    }
  }

  /// The first column that holds something else than it should behind a text of any kind; nil when the column behind
  /// each text holds what it should: then nothing was moved.
  private func firstMoved(
    _ cells: [RosterCell], bad: Set<Int>, _ isRead: (ProfileField) -> Bool
  ) -> Int? {
    var isBehindText = false
    for index in columns.indices where !rejectColumns.contains(index) && index < cells.count {
      if bad.contains(index), isBehindText { return index }
      switch columns[index]?.field {
      case .name, .advisor, .notes, nil: isBehindText = isBehindText || !cells[index].isBlank
      // Nearly every word is an id.
      case .id: continue
      case let field?: isBehindText = isBehindText && !isRead(field)
      }
    }
    return nil
  }
}

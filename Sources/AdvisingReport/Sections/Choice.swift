import ReportModel

/// A subject in short, for the pages that a client reads: a picture, a few rows, a sentence or two.
struct Choice {
  /// Why a subject concerns a client, the strongest reason first: the order in which the choices stand.
  enum Bearing: Int, Comparable, CaseIterable {
    /// What the client aims at.
    case aim
    /// What the client can do next.
    case nextStep
    /// Where the client is today.
    case present
    /// What concerns everybody in the occupation.
    case everyone
    /// Nothing of it is this client's: only a full report has it.
    case none

    static func < (one: Bearing, other: Bearing) -> Bool { one.rawValue < other.rawValue }
  }

  /// The most rows of its table.
  static let mostRows = 7

  var bearing: Bearing
  var picture: Chart?
  var table: Table?
  var sentences: [Prose] = []

  /// The picture first, then its rows, then what to keep in mind.
  var blocks: [Block] {
    let shown = table.flatMap { picture?.showing($0) } ?? picture
    return [shown.map(Block.chart), table.map(Block.table)].compactMap(\.self)
      + sentences.map(Block.paragraph)
  }
}

extension Chart {
  /// The chart with the marks of the table's rows alone, so that both fit a page and say the same.
  ///
  /// - Returns: nil when none of its marks is a row of the table.
  fileprivate func showing(_ table: Table) -> Chart? {
    let ids = Set(table.rows.map(\.id))
    var chart = self
    chart.groups = groups.compactMap { group in
      var group = group
      group.points = group.points.filter { ids.contains($0.id) }
      return group.points.isEmpty ? nil : group
    }
    return chart.groups.isEmpty ? nil : chart
  }
}

extension Table {
  /// The table for a page that a client reads, with the columns named and so many rows that one looks at them all.
  ///
  /// - Parameter columns: the ids of the columns to keep, where the table has them; the stub stays.
  func forChoice(columns ids: Set<String>) -> Table {
    var table = shortened(toRows: Choice.mostRows)
    let kept = columns.indices.filter { columns[$0].role == .stub || ids.contains(columns[$0].id) }
    table.id = "\(id)-choice"
    table.columns = kept.map { columns[$0] }
    for group in table.groups.indices {
      for row in table.groups[group].rows.indices {
        let cells = table.groups[group].rows[row].cells
        table.groups[group].rows[row].cells = kept.map { cells[$0] }
      }
    }
    return table
  }

  /// The rows that stand out, then those that come first, in the order and the groups of the table.
  private func shortened(toRows limit: Int) -> Table {
    let rows = self.rows
    guard rows.count > limit else { return self }
    let marked = rows.indices.filter { rows[$0].emphasis != .none }
    let others = rows.indices.filter { rows[$0].emphasis == .none }
    let kept = Set((marked + others).prefix(limit))
    var place = -1
    var table = self
    table.groups = groups.compactMap { group in
      var group = group
      group.rows = group.rows.filter { _ in
        place += 1
        return kept.contains(place)
      }
      return group.rows.isEmpty ? nil : group
    }
    return table
  }
}

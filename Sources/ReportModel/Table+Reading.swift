extension Section {
  /// The section as a page shows it: its tables are there to be read, not to be calculated with.
  package var forReading: Section {
    var section = self
    section.blocks = blocks.map { if case .table(let table) = $0 { .table(table.forReading) } else { $0 } }
    return section
  }
}

extension Table {
  /// The table with as few columns and groups as say the same: both ends of a range in one column, and neighboring
  /// groups of one basis as one. A row that has sentences and no figure shows no dashes for figures.
  package var forReading: Table { withJoinedRanges.withJoinedGroups.withoutRowsOfDashes }

  private var withoutRowsOfDashes: Table {
    let figures = columns.indices.filter { columns[$0].role == .figure }
    var table = self
    for group in groups.indices {
      for (index, row) in groups[group].rows.enumerated() where figures.allSatisfy({ row.cells[$0].isEmpty })
      {
        for place in columns.indices where row.cells[place] == .missing {
          table.groups[group].rows[index].cells[place] = .text("")
        }
      }
    }
    return table
  }

  /// Two columns are the ends of a range where their headers differ after the last comma alone: `A year, from` and
  /// `A year, to`.
  private var withJoinedRanges: Table {
    var table = self
    var index = 1
    while index + 1 < table.columns.count {
      if let header = table.rangeHeader(index), let joined = table.joinedCells(index) {
        table.columns[index].header = header
        table.columns.remove(at: index + 1)
        var place = 0
        for group in table.groups.indices {
          for row in table.groups[group].rows.indices {
            table.groups[group].rows[row].cells.replaceSubrange(index...index + 1, with: [joined[place]])
            place += 1
          }
        }
      }
      index += 1
    }
    return table
  }

  private func rangeHeader(_ index: Int) -> String? {
    let (low, high) = (columns[index], columns[index + 1])
    guard low.role == .figure, high.role == .figure, let comma = low.header.lastIndex(of: ","),
      comma == high.header.lastIndex(of: ","), low.header[..<comma] == high.header[..<comma]
    else { return nil }
    return String(low.header[..<comma])
  }

  /// The ranges of two columns; nil where a cell is no end of one.
  private func joinedCells(_ index: Int) -> [Value]? {
    let ranges = rows.map { Value(from: $0.cells[index], to: $0.cells[index + 1]) }
    return ranges.contains(nil) ? nil : ranges.compactMap(\.self)
  }

  private var withJoinedGroups: Table {
    var table = self
    table.groups = groups.reduce(into: []) { groups, group in
      if let last = groups.indices.last, groups[last].title == group.title {
        groups[last].rows += group.rows
      } else {
        groups.append(group)
      }
    }
    return table
  }
}

extension Value {
  /// A range of two cells, of which one may be empty.
  fileprivate init?(from low: Value, to high: Value) {
    switch (low, high) {
    case (_, .missing): self = low
    case (.missing, _): self = high
    case (.quantity(let one), .quantity(let other)):
      self = one == other ? low : .range(low: one, high: other, isOpen: false)
    case (.quantity(let one), .bounded(.orMore, let other)):
      self = .range(low: one, high: other, isOpen: true)
    default: return nil
    }
  }
}

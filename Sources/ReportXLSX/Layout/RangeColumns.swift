import ReportModel

extension Table {
  /// The table with two columns for each in which some row has a range: numbers alone can be sorted, filtered and
  /// calculated with.
  ///
  /// - Parameters:
  ///   - from: follows the header of the column of low ends.
  ///   - to: follows that of the high ends.
  func splittingRanges(from: String, to: String) -> Table {
    let split = columns.indices.map { index in
      rows.contains { if case .range = $0.cells[index] { true } else { false } }
    }
    guard split.contains(true) else { return self }
    var table = self
    table.columns = columns.indices.flatMap { index in
      guard split[index] else { return [columns[index]] }
      var (low, high) = (columns[index], columns[index])
      low.header += ", \(from)"
      high.header += ", \(to)"
      high.id += "_\(Self.highEnd)"
      return [low, high]
    }
    for group in table.groups.indices {
      for row in table.groups[group].rows.indices {
        let cells = table.groups[group].rows[row].cells
        table.groups[group].rows[row].cells = cells.indices.flatMap { index in
          split[index] ? cells[index].ends : [cells[index]]
        }
      }
    }
    return table
  }

  /// Ends the id of the column of high ends.
  private static let highEnd = "high"
}

extension Value {
  /// The low and the high end: a number is both, a number of which one side is known stands at that side.
  fileprivate var ends: [Value] {
    switch self {
    case .range(let low, nil, _): [.bounded(.orMore, low), .missing]
    case .range(let low, let high?, let isOpen):
      [.quantity(low), isOpen ? .bounded(.orMore, high) : .quantity(high)]
    case .bounded(.below, _), .bounded(.atMost, _): [.missing, self]
    case .bounded(.about, _), .quantity: [self, self]
    case .bounded, .missing, .text, .link, .date, .source: [self, .missing]
    }
  }
}
